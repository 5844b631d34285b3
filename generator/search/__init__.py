"""Search in the browser: Pagefind is run on the pages, and what it writes is checked before it is used."""

from generator.search.contents import contents_of, stems_among
from generator.search.index import index_site
from generator.search.kept import digest_of, kept_bundle, sealed, search_bundle
from generator.search.program import find_pagefind

__all__ = [
    "contents_of",
    "digest_of",
    "find_pagefind",
    "index_site",
    "kept_bundle",
    "sealed",
    "search_bundle",
    "stems_among",
]
