"""Dateline: a folder of Markdown becomes a briefing archive."""

__version__ = "0.1.0"
