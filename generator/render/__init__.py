"""From planned pages to bytes: the theme, the Jinja environment and its filters."""
