"""Ids: short names in small letters that stand in addresses and in references."""

import re
import unicodedata
from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.model.written.mistake import Mistake, quoted
from generator.model.written.text import line_of

PATTERN = r"[a-z0-9][a-z0-9-]{0,79}"
RESERVED = frozenset({"404", "assets", "feed", "index", "page", "pagefind", "search", "site", "static"})
"""Words that name a part of every site."""
DEVICES = frozenset(
    {"aux", "con", "nul", "prn", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
)
"""Names that Windows keeps for devices: no file may be called so there."""


def id_of(value: object) -> str:
    """An id: 1 to 80 of `a-z`, `0-9` and hyphens, no reserved word and no device of Windows."""
    text = line_of(value)
    if text in DEVICES:
        raise Mistake("not-an-id", f"{quoted(text)} is a device on Windows", "choose a longer name")
    if text in RESERVED:
        raise Mistake("not-an-id", f"{quoted(text)} names a part of every site", "choose another name")
    if not re.fullmatch(PATTERN, text):
        raise Mistake("not-an-id", f"{quoted(text)} is not an id", _hint(text))
    return text


def measure_of(value: object) -> str:
    """The id of a measure: `topic/key`."""
    text = line_of(value)
    if not re.fullmatch(f"{PATTERN}/{PATTERN}", text):
        raise Mistake(
            "not-a-measure",
            f"{quoted(text)} is not a measure",
            "write the topic's id, a slash and the measure's key: aleppo-offensive/killed",
        )
    return text


def fact_of(value: object) -> str:
    """The id of a fact: `document#key`."""
    text = line_of(value)
    if not re.fullmatch(f"{PATTERN}#{PATTERN}", text):
        raise Mistake(
            "not-a-fact",
            f"{quoted(text)} is not a fact",
            "write the document's id, # and the fact's key: 2024-11-29-edge#killed",
        )
    return text


def id_like(text: str) -> str | None:
    """The id that comes nearest to a text, or None when no letter of it can stand in an id."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    candidate = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:80].rstrip("-")
    return None if not candidate or candidate in RESERVED | DEVICES else candidate


def _hint(text: str) -> str:
    candidate = id_like(text)
    rule = "use 1 to 80 of the letters a to z, the digits 0 to 9 and hyphens"
    return f"write {candidate}; {rule}" if candidate else rule


Id = Annotated[str, BeforeValidator(id_of), Field(pattern=f"^{PATTERN}$")]
MeasureId = Annotated[str, BeforeValidator(measure_of), Field(pattern=f"^{PATTERN}/{PATTERN}$")]
FactId = Annotated[str, BeforeValidator(fact_of), Field(pattern=f"^{PATTERN}#{PATTERN}$")]
