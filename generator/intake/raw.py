"""The bytes as they came, kept beside the draft."""

from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from generator.intake.refused import Refused

FOLDER = "content/raw"
_PREFIX = 16
"""Digits of the SHA-256 in the name of a file."""


class Raw(Struct, frozen=True):
    """What was imported, byte for byte."""

    content: bytes
    html: bool = False

    @property
    def sha256(self) -> str:
        """In hexadecimal digits."""
        return sha256(self.content).hexdigest()

    @property
    def path(self) -> str:
        """Where it is kept, from the folder that holds content/."""
        return f"{FOLDER}/{self.sha256[:_PREFIX]}.{'html' if self.html else 'txt'}"


def keep(raw: Raw, folder: Path) -> Refused | None:
    """Write the raw file; one that is there already is left alone, and must be the same."""
    file = folder / raw.path
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with file.open("xb") as stream:
                stream.write(raw.content)
        except FileExistsError:
            if file.read_bytes() != raw.content:
                return Refused(f"{raw.path} is there already, and was changed", "move that file away")
    except OSError as error:
        return Refused(f"{raw.path} cannot be written: {error.strerror}", machine=True)
    return None
