"""The id of a new file, made from its title."""

import unicodedata
from datetime import date

from anyascii import anyascii

from generator.model.written.ids import id_like

LONGEST = 80
"""Characters of an id."""


def id_for(title: str, day: date | None = None) -> str | None:
    """The id for a title in any script, of a document with its day first; None when no letter is left of it.

    An id that would be too long ends with the last word that fits.
    """
    slug = id_like("".join(map(_latin, unicodedata.normalize("NFKC", title))))
    if slug is None:
        return None
    lead = f"{day.isoformat()}-" if day else ""
    return lead + _cut(slug, LONGEST - len(lead))


def _latin(sign: str) -> str:
    """A letter or digit in Latin letters; other signs stay, so that no emoji becomes a word."""
    if sign.isascii() or unicodedata.category(sign)[0] not in "LMN":
        return sign
    return anyascii(sign).replace("'", "").replace("`", "")


def _cut(slug: str, room: int) -> str:
    if len(slug) <= room:
        return slug
    whole_words = slug[: room + 1].rpartition("-")[0]
    return (whole_words or slug[:room]).rstrip("-")
