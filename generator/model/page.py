"""A page before it is rendered, and a file of the site after."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is planned: where it stands, which template makes it, and all that it depends on."""

    path: str
    """From the root of the site: `/2024/11/29/`, `/404.html`."""
    template: str
    view: Any
    """A frozen dataclass; the template sees nothing else but the site."""

    @property
    def file(self) -> str:
        """The file that holds it, from the root of the output folder."""
        return file_of(self.path)


def file_of(path: str) -> str:
    """The output file of a path of the site: `/facts/` is held by `facts/index.html`."""
    return path.removeprefix("/") + ("index.html" if path.endswith("/") else "")


@dataclass(frozen=True, slots=True)
class File:
    """A finished file of the site."""

    path: str
    """From the root of the output folder, without a leading slash: `facts.json`."""
    content: bytes
