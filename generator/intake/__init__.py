"""From raw text or HTML to a draft document, with nothing lost on the way."""
