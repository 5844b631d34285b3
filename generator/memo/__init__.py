"""Remembering what a step of the build made, so that it need not be made again."""

from generator.memo.remembered import remembered

__all__ = ["remembered"]
