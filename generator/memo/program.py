"""Which program makes the site: whatever could make the same files come out otherwise."""

import platform
from functools import cache
from hashlib import blake2b
from pathlib import Path

from generator.installed import installed

PACKAGE = Path(__file__).parent.parent


@cache
def program() -> str:
    """A digest of our code and words, of the installed libraries, of Python and the machine's kind."""
    digest = blake2b(digest_size=16)
    for path in sorted(path for ending in ("py", "po") for path in PACKAGE.rglob(f"*.{ending}")):
        digest.update(path.relative_to(PACKAGE).as_posix().encode())
        digest.update(blake2b(path.read_bytes()).digest())
    digest.update(f"{installed()} {platform.machine()}".encode())
    return digest.hexdigest()
