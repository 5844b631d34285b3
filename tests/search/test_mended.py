"""What is mended in Pagefind's scripts is there to be mended, and nothing else is touched."""

import pytest

from generator.search import find_pagefind
from generator.search.bundle import SCRIPT, WORKER
from generator.search.mended import mended
from tests.search.onerun import index_site


@pytest.mark.slow
def test_the_scripts_of_this_version_ask_for_words_where_none_are_looked_for() -> None:
    """Where this fails, Pagefind may have it right by now: then `mended` is to go."""
    page = b"<!doctype html><html lang=en><body><main data-pagefind-body>Words</main></body></html>"
    files = index_site({"index.html": page}, "en", find_pagefind())
    for name in (SCRIPT, WORKER):
        script = files[f"pagefind/{name}"]
        assert mended(script) != script
        assert mended(mended(script)) == mended(script)


def test_a_script_in_another_form_stays_as_it_is() -> None:
    for script in (
        b"",
        b"request_indexes(ptr, term)",
        b"index_resp=this.backend.request_indexes(ptr,term);" * 2,
    ):
        assert mended(script) == script
