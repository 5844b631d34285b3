"""Inputs that nobody would think of, tried by the million: `python -m tests.fuzz TARGET --minutes 10`."""
