"""A page before it is rendered, and a file of the site after."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is planned: where it stands, which template makes it, and what makes all that it shows."""

    path: str
    """From the root of the site: `/2024/11/29/`, `/404.html`."""
    template: str
    make: Callable[[], Any] = field(repr=False, compare=False)
    """What makes its view, called when the page is wanted: one that nobody wants costs nothing."""
    listed: bool = True
    """Whether the sitemap names it; as the head of its view says."""
    searched: bool = False
    """Whether the search finds it; as the head of its view says."""

    @property
    def view(self) -> Any:
        """A frozen dataclass; the template sees nothing else but the site. Made anew each time."""
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
    """A finished file of the site."""

    path: str
    """From the root of the output folder, without a leading slash: `facts.json`."""
    content: bytes
