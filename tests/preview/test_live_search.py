"""Search in the preview comes from behind the scenes, and its absence holds nothing up."""

import pytest

from generator.asked import Options
from generator.errors import SearchError
from tests.archive import article, write
from tests.preview.living import EDGE, SMALL, living, until

pytestmark = pytest.mark.slow

SEARCHED = Options(drafts=True)


def test_the_index_is_made_after_a_while_and_again_after_a_change(tmp_path):
    with living(tmp_path, SMALL, SEARCHED) as told:
        assert told.page()
        assert until(lambda: told.kinds().count("search") == 1)
        entry = told.live.served("/pagefind/pagefind-entry.json")
        assert entry is not None
        assert entry.media_type == "application/json; charset=utf-8"
        write(tmp_path, {"articles/2024-11-30-new.md": article(day="2024-11-30")})
        assert until(lambda: told.kinds().count("search") == 2)
        assert told.live.served("/pagefind/nothing.json") is None


def test_without_pagefind_there_is_a_sentence_and_everything_else(tmp_path, monkeypatch):
    def missing(setting: str | None) -> tuple[str, ...]:
        raise SearchError("Pagefind, which makes the search, is not installed.")

    monkeypatch.setattr("generator.preview.searching.find_pagefind", missing)
    with living(tmp_path, SMALL, SEARCHED) as told:
        assert until(lambda: told.sentences != [])
        assert "Pagefind" in told.sentences[0]
        write(tmp_path, {EDGE: article(body="Shown all the same.")})
        assert told.shows("Shown all the same.")
        assert told.live.served("/pagefind/pagefind.js") is None
