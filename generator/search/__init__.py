"""Search in the browser: Pagefind is run on the pages, and what it writes is checked before it is used."""

from generator.search.contents import contents_of, stems_among
from generator.search.handed import seen_digest
from generator.search.index import index_site
from generator.search.kept import digest_of, kept_bundle, sealed, search_bundle
from generator.search.program import find_pagefind
from generator.search.shards import Shard, day_of, shards_of
from generator.search.site import Bundle, forget_unused, site_bundle

__all__ = [
    "Bundle",
    "Shard",
    "contents_of",
    "day_of",
    "digest_of",
    "find_pagefind",
    "forget_unused",
    "index_site",
    "kept_bundle",
    "sealed",
    "search_bundle",
    "seen_digest",
    "shards_of",
    "site_bundle",
    "stems_among",
]
