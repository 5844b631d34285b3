"""The words around a number that say how exact it is."""

import re
from collections.abc import Mapping
from functools import lru_cache

from generator.model.fact import Qualifier
from generator.read.tongue import primary

BEFORE: Mapping[str, Mapping[Qualifier, str]] = {
    "en": {
        Qualifier.AT_LEAST: "at least|no fewer than|no less than|not less than|not fewer than|a minimum of"
        "|minimum",
        Qualifier.MORE_THAN: "more than|over|above|in excess of|upwards? of|well over|exceed(?:s|ed|ing)?"
        "|surpass(?:es|ed|ing)?|greater than|north of",
        Qualifier.UP_TO: "up to|as many as|as much as|as high as|no more than|not more than|at most"
        "|a maximum of",
        Qualifier.FEWER_THAN: "fewer than|less than|under|below",
        Qualifier.ALMOST: "almost|nearly|close to|just under|just short of|approaching|not quite",
        Qualifier.ABOUT: "about|around|approximately|roughly|some|circa|an estimated|estimated|or so"
        "|in the region of",
    },
    "fr": {
        Qualifier.AT_LEAST: "au moins|pas moins de|au minimum",
        Qualifier.MORE_THAN: "plus de|plus d['’]",
        Qualifier.UP_TO: "jusqu['’]à|au plus|au maximum",
        Qualifier.FEWER_THAN: "moins de|moins d['’]",
        Qualifier.ALMOST: "presque|près de|près d['’]",
        Qualifier.ABOUT: "environ|quelque|autour de|à peu près|une",
    },
    "de": {
        Qualifier.AT_LEAST: "mindestens|wenigstens|zumindest",
        Qualifier.MORE_THAN: "mehr als|über",
        Qualifier.UP_TO: "bis zu|höchstens|maximal",
        Qualifier.FEWER_THAN: "weniger als|unter",
        Qualifier.ALMOST: "fast|beinahe|knapp|nahezu",
        Qualifier.ABOUT: "etwa|rund|ungefähr|circa|ca\\.|um die",
    },
    "es": {
        Qualifier.AT_LEAST: "al menos|por lo menos|como mínimo",
        Qualifier.MORE_THAN: "más de",
        Qualifier.UP_TO: "hasta|como máximo",
        Qualifier.FEWER_THAN: "menos de",
        Qualifier.ALMOST: "casi|cerca de",
        Qualifier.ABOUT: "unos|unas|alrededor de|aproximadamente|en torno a",
    },
}
"""What stands before a number, as patterns."""

BEHIND: Mapping[str, Mapping[Qualifier, str]] = {
    "en": {Qualifier.AT_LEAST: "or more|at least", Qualifier.ABOUT: "or so|approximately"},
    "fr": {Qualifier.AT_LEAST: "au moins", Qualifier.ABOUT: "environ"},
    "de": {Qualifier.AT_LEAST: "oder mehr"},
}
_ROUND = {"fr": re.compile(r"une (?:dizaine|douzaine|quinzaine|vingtaine|\w+antaine|centaine)\Z", re.I)}
"""Numbers that are not exact by their form: une cinquantaine."""
_FILLER = r"(?:(?:an?|the|another|additional|further|staggering|total|of)\s+){0,2}[$€£¥₹]?\s?\Z"


def qualifier_of(text: str, start: int, end: int, language: str) -> tuple[Qualifier, int]:
    """How the text hedges the number `text[start:end]`, and where the words begin that do it."""
    tongue = primary(language)
    for qualifier, before, behind in _patterns(tongue):
        if found := before.search(text, max(0, start - 60), start):
            return qualifier, found.start()
        if behind and behind.match(text, end):
            return qualifier, start
    if tongue in _ROUND and _ROUND[tongue].search(text[max(0, start - 6) : end]):
        return Qualifier.ABOUT, start
    return Qualifier.EXACTLY, start


@lru_cache(maxsize=8)
def _patterns(tongue: str) -> tuple[tuple[Qualifier, re.Pattern[str], re.Pattern[str] | None], ...]:
    """In an order in which "no more than" is seen before "more than"."""
    order = (
        Qualifier.AT_LEAST,
        Qualifier.UP_TO,
        Qualifier.FEWER_THAN,
        Qualifier.MORE_THAN,
        Qualifier.ALMOST,
        Qualifier.ABOUT,
    )
    before, behind = BEFORE.get(tongue, {}), BEHIND.get(tongue, {})
    return tuple(
        (
            qualifier,
            re.compile(rf"(?<!\w)(?:{before[qualifier]})\s*{_FILLER}", re.IGNORECASE),
            re.compile(rf"\s+(?:{behind[qualifier]})(?!\w)", re.IGNORECASE) if qualifier in behind else None,
        )
        for qualifier in order
        if qualifier in before
    )
