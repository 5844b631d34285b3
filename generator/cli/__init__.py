"""One file a command; the only place that prints and exits."""

import os
import sys

from generator import __version__


def program() -> None:
    """The command `dateline`: `main`, and then away."""
    try:
        main()
    except SystemExit as end:
        from generator.cli.leaving import leave  # noqa: PLC0415 -- the version is told without it

        leave(end)


def main() -> None:
    """Run the command line and exit. The version is told without loading what reads a command line."""
    if sys.argv[1:] == ["--version"]:
        try:
            print(f"dateline, version {__version__}", flush=True)
        except OSError:  # of a disk that is full
            from generator.cli.unheard import drop_unwritten  # noqa: PLC0415 -- for once in a lifetime

            drop_unwritten()
            sys.exit(2)
        return
    # What else is installed has no say in what we accept; and to look for it takes longer than to read files.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from generator.cli.commands import main as run  # noqa: PLC0415 -- see above

    run()


__all__ = ["main", "program"]
