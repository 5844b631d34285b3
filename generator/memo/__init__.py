"""What was worked out before: the place where a run is spared what the run before it has done."""

from generator.memo.memory import Memory

__all__ = ["Memory"]
