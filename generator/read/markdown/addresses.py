"""Which addresses of a text may be followed."""

import re

from markdown_it.common.normalize_url import normalizeLink

_FOLLOWED = re.compile(
    r"""
      https?://[^\s/?#\\@]+(?:[/?#].*)?   # a host, and no name or password before it
    | mailto:[^\s?]+.*
    | /(?![/\\]|%5c).*                    # a path of this site; two slashes would be another host
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEVER = re.compile(r"[^\S ]|[\x00-\x1f\x7f]|^ | $")
"""White space other than a space inside: browsers drop some of it before they look at the scheme."""


def followed(written: str) -> str | None:
    """The address as it may stand in an href, percent-encoded; None if it must not be a link.

    Links are http, https, mailto, and paths of the site with a single slash in front: a list of what is
    allowed, so that a scheme nobody has thought of is text.
    """
    if _NEVER.search(written) or not _FOLLOWED.fullmatch(written):
        return None
    try:
        address: str = normalizeLink(written)
    except ValueError:  # such as half an IPv6 address
        return None
    return address if _FOLLOWED.fullmatch(address) else None


def shown(written: str, title: str = "") -> str:
    """An address and its title as text on one line, for a reader who cannot follow it."""
    return " ".join(f'{written} "{title}"'.split() if title else written.split())
