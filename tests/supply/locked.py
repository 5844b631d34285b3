"""The packages that a lock file pins."""

import re
from dataclasses import dataclass
from pathlib import Path

_LINE = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)(?:\s*;\s*([^\\]+?))?\s*\\?$", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True, order=True)
class Locked:
    """One package at one version."""

    name: str
    """In its usual form: small letters, hyphens."""
    version: str
    where: str = ""
    """On which machines it is wanted, as the lock file says it; nothing for all."""
    hashes: int = 0
    """How many files of it may be installed."""


def locked(file: Path) -> tuple[Locked, ...]:
    """What a lock file pins, in order."""
    text = file.read_text(encoding="utf-8")
    found = list(_LINE.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)]
    return tuple(
        Locked(usual(match[1]), match[2], match[3] or "", len(_HASH.findall(text, match.end(), end)))
        for match, end in zip(found, ends, strict=True)
    )


def usual(name: str) -> str:
    """A name in the form in which names are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()
