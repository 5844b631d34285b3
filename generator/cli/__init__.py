"""One file a command; the only place that prints and exits."""

import sys

from generator import __version__


def main() -> None:
    """Run the command line and exit. The version is told without loading what reads a command line."""
    if sys.argv[1:] == ["--version"]:
        print(f"dateline, version {__version__}")
        return
    from generator.cli.commands import main as run  # noqa: PLC0415 -- see above

    run()


__all__ = ["main"]
