"""Says when files below some folders have changed: the system's events are a hint, a rescan is the truth."""

from generator.watch.watch import Watch

__all__ = ["Watch"]
