"""Search in the browser: Pagefind is run on the pages, and what it writes is checked before it is used."""

from generator.search.contents import contents_of, stems_among
from generator.search.handed import seen_digest
from generator.search.program import find_pagefind
from generator.search.shards import Shard, day_of, shards_of
from generator.search.site import Bundle, forget_unused, site_bundle

__all__ = [
    "Bundle",
    "Shard",
    "contents_of",
    "day_of",
    "find_pagefind",
    "forget_unused",
    "seen_digest",
    "shards_of",
    "site_bundle",
    "stems_among",
]
