"""Which program makes the site: whatever could make the same files come out otherwise."""

import platform
from functools import cache
from hashlib import blake2b
from pathlib import Path

from generator.installed import installed

PACKAGE = Path(__file__).parent.parent


@cache
def program() -> str:
    """A digest of our own code, of the libraries that are installed, of Python and of the machine's kind."""
    digest = blake2b(digest_size=16)
    for path in sorted(PACKAGE.rglob("*.py")):
        digest.update(path.relative_to(PACKAGE).as_posix().encode())
        digest.update(blake2b(path.read_bytes()).digest())
    digest.update(f"{installed()} {platform.machine()}".encode())
    return digest.hexdigest()
