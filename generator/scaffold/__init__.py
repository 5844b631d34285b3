"""New files for an archive, as values: a path from its folder to a text. `write` puts them there."""
