"""One file a command; the only place that prints and exits."""

from generator.cli.main import main

__all__ = ["main"]
