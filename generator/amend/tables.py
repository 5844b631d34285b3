"""The tables of what a build leaves, and the tables of an archive that stand in them."""

from collections.abc import Mapping
from typing import Any

from generator.memo.glass import ALL, PLAIN, VERDICTS
from generator.memo.looks import Look
from generator.model.appearance import Appearance, Cast
from generator.model.notice import Notice

DOCUMENT, RECIPE, TAKEN, PIECE = "document", "recipe", "taken", "piece"
GROUP, LED, SAID, FAMILY, WHOLE = "group", "led", "said", "family", "whole"
HEAD, IDS, BESIDE, BANDS, ADDRESSES, SEARCHED = "head", "ids", "beside", "bands", "addresses", "searched"
SITE, ASSETS, AWAITED, TELLING, FILES = "site", "assets", "awaited", "telling", "files"

OF_IDS = ("by_actor", "concerning", "made_by")
"""Tables of an archive that hold ids of documents."""
OF_DOCUMENTS = ("by_day", "by_source", "by_topic", "covering")
"""Tables that hold documents."""
RESTING = "resting"
"""With each document stand the summaries whose takeaways rest on its figures: no table of an archive."""
OF_FACTS = "facts_of"
"""The table of facts: with each key stand the documents that have them."""
COUNTED: Mapping[str, Any] = {"appearance": Appearance, "cast": Cast, "measures_in": tuple[str, ...]}
"""Tables with what is counted over many documents, and what stands with a key in each."""
LISTED: Mapping[str, Any] = {"embargoed": tuple[str, ...], "notices": tuple[Notice, ...]}
"""Lists of what few documents have."""
THINGS = ("actors", "sources", "topics")
BY_KEY = frozenset(("document", "fact", OF_FACTS, "reference", "texts", *OF_DOCUMENTS, *VERDICTS))
"""Tables that may show something else with a key after an edit that takes the short way."""
WHOLES = frozenset(
    (name, ALL) for name in ("documents", "facts", "texts", "texts_in_order", *PLAIN) if name != "site"
)
"""Looks that may show something else after any edit, or after some time."""


def is_moving(look: Look) -> bool:
    """Whether it may show something else after such an edit."""
    return look[0] in BY_KEY or look in WHOLES
