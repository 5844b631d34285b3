"""Hosts with letters beyond a to z: what a reader is shown, so that a lookalike is seen.

`аррӏе.com`, all Cyrillic but for its end, looks like another site. So the host is shown after such a link: in
its own letters where the whole of it, its end included, is of scripts that are written together (Unicode's
standard 39, "highly restrictive"), and else as the network has it, `xn--80ak6aa92e.com`.
"""

import unicodedata
from functools import cache, lru_cache
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.read.scripts import SCRIPTS, TOGETHER

_LATIN = "a-zß-öø-ÿĀ-İĲ-ķĹ-ňŊ-ž"
"""Letters with accents; none without its dot (ı), and none that only phonetics has."""
_PREFIX = "xn--"


@lru_cache(maxsize=1 << 12)
def telling_host(address: str) -> str:
    """The host of a web address as a reader is to see it; empty where it has the letters a to z alone."""
    try:
        host = unquote(urlsplit(address).hostname or "")
    except ValueError:
        return ""
    host = unicodedata.normalize("NFKC", host).lower()
    labels = host.split(".")
    if host.isascii() and not any(label.startswith(_PREFIX) for label in labels):
        return ""
    plain, coded = ".".join(map(_decoded, labels)), ".".join(map(_coded, labels))
    return plain if _one_hand().fullmatch(plain) else coded


@cache
def _one_hand() -> Any:
    """A host whose letters are written together."""
    import regex  # noqa: PLC0415 -- most hosts have the letters a to z alone

    return regex.compile(
        "|".join(
            "["
            + "".join(_LATIN if one == "Latin" else rf"\p{{Script={one}}}" for one in sorted(scripts))
            + r"0-9.ー\-]+"
            for scripts in (*TOGETHER, *(frozenset({script}) for script in SCRIPTS))
        )
    )


def _decoded(label: str) -> str:
    """A label in its letters, if it is coded and these would be coded as it is."""
    if not label.startswith(_PREFIX):
        return label
    try:
        decoded = label.removeprefix(_PREFIX).encode("ascii").decode("punycode")
    except UnicodeError:
        return label
    is_its_form = not decoded.isascii() and unicodedata.normalize("NFKC", decoded).lower() == decoded
    return decoded if is_its_form else label


def _coded(label: str) -> str:
    """A label as the network has it."""
    return label if label.isascii() else _PREFIX + label.encode("punycode").decode("ascii")
