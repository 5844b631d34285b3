"""The words by which somebody is said to say something."""

import re
from collections.abc import Mapping
from functools import lru_cache

_SAYING = (
    "said|says|say|reported|reports|report|noted|notes|note|told|tells|indicated|indicates|stated|states"
    "|confirmed"
    "|confirms|announced|announces|added|adds|estimated|estimates|estimate|claimed|claims|documented|recorded"
    "|counted|counts|warned|warns|declared|acknowledged|wrote|believes|believe|assured|explained|put|puts"
    "|asserted"
    "|listed|lists|complained|admitted|admits|conceded|denied|denies|verified|argued|argues|appealed|testified|observed"
    "|disclosed|revealed|tallied|expects|predicts|spoke|speaks|gave|gives|insisted|alleged|maintains"
    "|maintained"
)
_GERUND = (
    "reporting|saying|noting|stating|adding|indicating|confirming|announcing|estimating|claiming|warning"
)
_BY: Mapping[str, str] = {
    "en": r"according to|in the words of|as per|as reported by|reported by|as counted by|figures from"
    r"|data from"
    r"|figures released by|quoted by|by the count of",
    "fr": r"selon|d['’]après|de source|indique|a indiqué|a annoncé|a déclaré|rapporte",
    "de": r"laut|nach Angaben (?:von|der|des)|zufolge|so",
    "es": r"según|de acuerdo con",
    "it": r"secondo|stando a",
    "pt": r"segundo|de acordo com",
    "nl": r"volgens",
    "ru": r"по данным|по словам|по сообщению",
    "tr": r"göre",
}
"""What stands before the name of the one who says it."""
_DAY = r"(?:\s+(?:on\s+)?(?:(?:late|early|last)\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
_BEFORE_OTHERS = frozenset(
    ("are", "is", "was", "were", "be", "been", "being", "the", "a", "an", "to", "these", "of")
)
"""Words behind which the same letters are a passive or a noun."""
_DOUBTFUL = frozenset(("put", "puts", "gave", "gives", "spoke", "speaks", "counts", "report", "note"))
"""Verbs that say something only where a number or an object follows."""
_OBJECT = re.compile(r"\s+(?:the|it|its|their|a|of|at|only|\d)")


@lru_cache(maxsize=16)
def by_name(tongue: str) -> re.Pattern[str]:
    """What stands before the name of the one who says it: according to."""
    phrases = "|".join(dict.fromkeys((_BY["en"], _BY.get(tongue, _BY["en"]))))
    return re.compile(rf"(?<!\w)(?:{phrases})\s+", re.IGNORECASE)


@lru_cache(maxsize=1)
def verb() -> re.Pattern[str]:
    """A verb of saying, with the day on which it was said: said, told on Friday, adding."""
    return re.compile(rf"(?<![\w-])(?:(?P<gerund>{_GERUND})|(?P<put>puts?)|(?:{_SAYING})){_DAY}(?![\w-])")


def is_no_verb(text: str, match: re.Match[str]) -> bool:
    """ "Are reported to be", "was said", and nouns: the reports, according to reports."""
    before = text[: match.start()].rstrip().rsplit(" ", 1)[-1].casefold()
    if before in _BEFORE_OTHERS:
        return True
    return match[0] in _DOUBTFUL and not _OBJECT.match(text, match.end())
