"""How many files may be open at once: the shards of a large site are read side by side."""

from contextlib import suppress

SPARE = 256
"""Files that the rest of the program may want."""


def let_open(files: int) -> None:
    """Ask the system for so many open files and some more, where it allows fewer; it may refuse."""
    try:
        import resource  # noqa: PLC0415 -- there is none on Windows
    except ImportError:
        return
    wanted = files + SPARE
    allowed, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if allowed != resource.RLIM_INFINITY and allowed < wanted:
        with suppress(ValueError, OSError):
            ceiling = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
            resource.setrlimit(resource.RLIMIT_NOFILE, (ceiling, most))
