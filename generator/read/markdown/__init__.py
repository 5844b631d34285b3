"""Markdown to `Prose`: text to find things in, and the markup that stands between."""

from generator.read.markdown.reading import read_prose

__all__ = ["read_prose"]
