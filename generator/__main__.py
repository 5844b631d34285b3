"""`python -m generator` is `dateline`."""

from generator.cli import program

if __name__ == "__main__":
    program()
