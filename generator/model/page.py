"""A page before it is rendered, and a file of the site after."""

from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from typing import Any

from msgspec import Struct


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is planned: where it stands, which template makes it, and what makes all that it shows."""

    path: str
    """From the root of the site: `/2024/11/29/`, `/404.html`."""
    template: str
    make: "partial[Any]" = field(repr=False, compare=False)
    """What makes its view, called when the page is wanted: one that nobody wants costs nothing. A function of
    the archive, the verdicts and plain keys, in this order."""
    listed: bool = True
    """Whether the sitemap names it; as the head of its view says."""
    searched: bool = False
    """Whether the search finds it; as the head of its view says."""

    @property
    def view(self) -> Any:
        """A frozen value; the template sees nothing else but the site. Made anew each time."""
        return self.make()

    @property
    def file(self) -> str:
        """The file that holds it, from the root of the output folder."""
        return file_of(self.path)


def file_of(path: str) -> str:
    """The output file of a path of the site: `/facts/` is held by `facts/index.html`."""
    return path.removeprefix("/") + ("index.html" if path.endswith("/") else "")


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site that is no page: where it stands, and what makes what it holds."""

    path: str
    """From the root of the output folder, without a leading slash: `facts.json`."""
    make: "partial[bytes]" = field(repr=False, compare=False)
    """What makes it, called when the file is wanted: one that nobody wants costs nothing. A function of what
    is published and of plain keys, in this order."""

    @property
    def content(self) -> bytes:
        """Its bytes, made anew each time."""
        return self.make()


class Imprint(Struct, frozen=True):
    """What a file of the site holds: its SHA-256 in hexadecimal, and its size in bytes."""

    sha256: str
    size: int

    @classmethod
    def of(cls, content: bytes) -> "Imprint":
        """Of what is to be written."""
        return cls(sha256(content).hexdigest(), len(content))
