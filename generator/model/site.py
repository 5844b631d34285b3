"""The site as a whole: what `site.yaml` says, as used."""

import re
from urllib.parse import urlsplit

from msgspec import Struct

RESERVED = re.compile(r"(?:.*\.)?(?:example(?:\.(?:com|net|org))?|invalid|localhost|test)|127\.0\.0\.1|::1")
"""Hosts at which nobody else can read anything (RFC 2606, RFC 6761)."""


class Site(Struct, frozen=True):
    """What every page may know."""

    title: str
    description: str
    base_url: str
    """Absolute, ends in a slash: `https://example.org/archive/`."""
    language: str = "en"
    timezone: str = "UTC"
    theme: str = "default"
    author: str = ""
    notice: str = ""
    """A sentence shown on every page, such as that this is a sample."""
    pagefind: str | None = None
    """Path of a Pagefind program to use instead of the installed one."""
    offline: bool = False
    """Whether browsers may keep what a reader has seen, and install the site like a program."""

    @property
    def base_path(self) -> str:
        """The path under which the site is published, with a slash at both ends."""
        return urlsplit(self.base_url).path or "/"

    @property
    def is_public(self) -> bool:
        """Whether its address can be one that readers know: not while it is that of an example."""
        return RESERVED.fullmatch(urlsplit(self.base_url).hostname or "") is None

    def absolute(self, path: str) -> str:
        """The full address of a path of this site (`/facts/`)."""
        return self.base_url + path.removeprefix("/")
