"""Where an address of a text may lead, told from its form alone."""

import re
from enum import Enum, auto
from functools import lru_cache
from urllib.parse import unquote

from markdown_it.common.normalize_url import normalizeLink

from generator.model.asset import IMAGES, PUBLISHED, ending_of

_FOLLOWED = re.compile(
    r"""
      https?://[^\s/?#\\@]+(?:[/?#].*)?   # a host, and no name or password before it
    | mailto:[^\s?]+.*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEVER = re.compile(
    r"""
      [^\S ] | [\x00-\x1f\x7f] | ^[ ] | [ ]$   # browsers drop white space before they look at the scheme
    | ^[^/?#]*:                                 # any scheme at all, whatever a browser makes of its letters
    | ^/(?:/|%2f|%5c) | \\                      # another host
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Reach(Enum):
    """How far an address reaches. What is not on this list is no link."""

    ELSEWHERE = auto()
    """Another site, or a mailbox."""
    SITE = auto()
    """A path from the root of this site: `/2024/11/29/edge/`."""
    CONTENT = auto()
    """A file of the archive, from the file with the text: `../actors/sohr.md`, `../assets/map.png`."""
    HERE = auto()
    """A place of the same text: `#a-heading`."""
    NOWHERE = auto()
    """A path that leads to no file of an archive: `www.example.org`, `page.html`, nothing at all."""
    NEVER = auto()
    """A scheme or a form that is not followed."""

    @property
    def is_inside(self) -> bool:
        """Whether it leads into the archive, so that only the archive knows whether it leads anywhere."""
        return self in {Reach.SITE, Reach.CONTENT, Reach.HERE}


@lru_cache(maxsize=1 << 16)
def reach_of(written: str) -> Reach:
    """How far an address reaches; http, https and mailto are the only schemes."""
    if followed(written):
        return Reach.ELSEWHERE
    if _NEVER.search(written):
        return Reach.NEVER
    if written.startswith("#"):
        return Reach.HERE
    if written.startswith("/"):
        return Reach.SITE
    path = unquote(written.partition("#")[0])
    return Reach.CONTENT if ending_of(path) in {"md", *PUBLISHED} else Reach.NOWHERE


def followed(written: str) -> str | None:
    """An address elsewhere as it may stand in an href, percent-encoded; None for any other."""
    if not _FOLLOWED.fullmatch(written) or re.search(r"[^\S ]|[\x00-\x1f\x7f]|^ | $", written):
        return None
    try:
        address: str = normalizeLink(written)
    except ValueError:  # such as half an IPv6 address
        return None
    return address if _FOLLOWED.fullmatch(address) else None


def is_picture(written: str) -> bool:
    """Whether an address is that of an image in the archive, to be shown on the page."""
    path = unquote(written.partition("#")[0])
    return reach_of(written) in {Reach.SITE, Reach.CONTENT} and ending_of(path) in IMAGES


def is_asset(written: str) -> bool:
    """Whether an address is that of a file of the archive that is no text: a picture, a table, a PDF."""
    path = unquote(written.partition("#")[0])
    return reach_of(written) in {Reach.SITE, Reach.CONTENT} and ending_of(path) in PUBLISHED


def shown(written: str, title: str = "") -> str:
    """An address and its title as text on one line, for a reader who cannot follow it."""
    return " ".join(f'{written} "{title}"'.split() if title else written.split())
