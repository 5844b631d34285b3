"""How much one file may hold. Every message about a limit names it."""

KIB = 1024

FILE = 1024 * KIB
"""Bytes of a whole file."""
ASSET = 10 * KIB * KIB
"""Bytes of a picture or another file that texts show or lead to."""
FRONT_MATTER = 64 * KIB
"""Bytes between the fences, or of site.yaml."""
VALUE = 32 * KIB
"""Bytes of a single value of the front matter."""
DEPTH = 16
"""Lists and groups of keys inside each other, the outermost included."""
NODES = 20_000
"""Keys, values, lists and groups in one front matter."""
MAX_NESTING = 50
"""Quotations and lists inside each other in a text, and emphases; what is deeper is shown as typed."""
BINARY_PROBE = 8 * KIB
"""Bytes at the start of a file that show whether it is text."""


def size(count: int) -> str:
    """A limit in words: `1 MiB`, `64 KiB`."""
    return f"{count // (KIB * KIB)} MiB" if count >= KIB * KIB else f"{count // KIB} KiB"
