"""How values are said in the language of the site: numbers, days, figures, lists, findings."""
