"""The tables of what a build leaves, and the tables of an archive that stand in them."""

from generator.memo.glass import ALL, PLAIN

DOCUMENT, RECIPE, LOOKS, TAKEN, PIECE = "document", "recipe", "looks", "taken", "piece"
GROUP, LED, SAID, FAMILY = "group", "led", "said", "family"
HEAD, IDS, BESIDE, BANDS, ADDRESSES, SEARCHED = "head", "ids", "beside", "bands", "addresses", "searched"
ASSETS, AWAITED, TELLING = "assets", "awaited", "telling"

OF_IDS = ("by_actor", "concerning", "made_by")
"""Tables of an archive that hold ids of documents."""
OF_DOCUMENTS = ("by_day", "by_source", "by_topic", "covering")
"""Tables that hold documents."""
OF_FACTS = "facts_of"
"""The table of facts: with each key stand the documents that have them."""
THINGS = ("actors", "sources", "topics")
WHOLES = tuple((name, ALL) for name in ("texts", "texts_in_order", *PLAIN) if name != "site")
"""Looks that show something else after any edit of a text, or after some time."""
