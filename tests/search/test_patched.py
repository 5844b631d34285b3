"""Of a shard only the pages that have changed are indexed; its index is to the byte that of all of them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from generator.search import Bundle, find_pagefind, forget_unused, indexing, seen_digest, site_bundle
from generator.search.nearest import Old, nearest
from generator.search.patched import patched
from generator.search.rows import LEFT_OUT, Row, postings_of, row_of
from generator.search.shards import Shard
from generator.search.store import Kept
from tests.search.pages import FIRST, article, profile

Pages = dict[str, bytes]


@dataclass
class Search:
    """One shard in a store, and how many pages were handed to Pagefind for it."""

    store: Path
    runs: list[int] = field(default_factory=list)

    def bundle(self, pages: Pages) -> Bundle:
        """The bundle of these pages, all of them in one shard."""
        asked: list[str] = []

        def page(path: str) -> bytes:
            asked.append(path)
            return pages[path]

        shard = Shard("all", tuple(sorted(pages)))
        found = site_bundle(
            [shard], lambda path: seen_digest(pages[path]), page, "en", find_pagefind(), self.store
        )
        self.runs.append(len(asked))
        forget_unused(self.store, found)
        return found


def path_of(number: int) -> str:
    day = FIRST + timedelta(days=number // 3)
    return f"{day:%Y/%m/%d}/text-{number}/index.html"


def archive(count: int) -> Pages:
    pages = {path_of(number): article(number) for number in range(count)}
    return {**pages, "actors/hts/index.html": profile("HTS"), "actors/afp/index.html": profile("AFP")}


def edited(chance: random.Random, pages: Pages) -> Pages:
    """The pages after one or two changes: a word more, a spelling, a day, a status, one page more or less."""
    after = dict(pages)
    for _ in range(chance.randint(1, 2)):
        number = chance.randrange(30)
        match chance.randrange(5):
            case 0:
                after[path_of(number)] = article(
                    number, body=chance.choice(["giraffe", "Café naïve", "résumé"])
                )
            case 1:
                after[path_of(number)] = article(number, status=chance.choice(["", "draft"]))
            case 2:
                after[path_of(number)] = article(number, day=FIRST + timedelta(days=chance.randrange(40)))
            case 3 if len(after) > 20:
                after.pop(chance.choice(sorted(after)))
            case _:
                after["actors/sohr/index.html"] = profile("SOHR", chance.choice(["word", "café", "x"]))
    return after


@pytest.mark.slow
def test_after_any_edits_the_index_is_the_one_that_is_made_from_nothing(tmp_path: Path) -> None:
    handed = 0
    for seed in range(4):
        chance, search = random.Random(seed), Search(tmp_path / f"{seed}")  # noqa: S311  # not secret
        pages = archive(24)
        search.bundle(pages)
        for step in range(8):
            pages = edited(chance, pages)
            whole = Search(tmp_path / f"{seed}-{step}").bundle(pages)
            assert dict(search.bundle(pages)) == dict(whole), (seed, step)
        handed += sum(search.runs[1:])
    assert handed < 4 * 8 * 3


@pytest.mark.slow
def test_one_page_is_indexed_where_one_has_changed_and_all_where_many_have(tmp_path: Path) -> None:
    search, pages = Search(tmp_path), archive(24)
    search.bundle(pages)
    search.bundle(pages | {path_of(3): article(3, body="giraffe")})
    search.bundle(pages | {path_of(number): article(number, body="lion") for number in range(12)})
    assert search.runs == [26, 1, 26]


@pytest.mark.slow
def test_an_index_that_keeps_what_a_page_said_before_would_be_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weak(old: Kept, order: Sequence[int], new: Any, places: Sequence[int]) -> Any:
        """Forgets that a page is gone, but in what it is called by."""
        made, whole = patched(old, order, new, places), patched(old, range(len(order)), new, places)
        return made and whole and type(made)(made.table, whole.rows, made.files)

    search, pages = Search(tmp_path / "store"), archive(24)
    search.bundle(pages | {path_of(3): article(3, body="giraffe")})
    monkeypatch.setattr(indexing, "patched", weak)
    made = dict(search.bundle(pages))
    assert search.runs[-1] == 1
    assert made != dict(Search(tmp_path / "fresh").bundle(pages))


@pytest.mark.slow
def test_where_an_old_page_cannot_be_told_from_a_new_one_all_are_indexed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    search, pages = Search(tmp_path / "store"), archive(24)
    search.bundle(pages)
    monkeypatch.setattr(indexing, "patched", lambda *_: None)
    pages[path_of(3)] = article(3, body="giraffe")
    assert dict(search.bundle(pages)) == dict(Search(tmp_path / "fresh").bundle(pages))
    assert search.runs == [26, 1 + 26]


def old(*pages: str) -> Old:
    return Old(Kept(Path(), {}, {}), {(page, "same"): at for at, page in enumerate(pages)})


def test_the_part_with_most_of_the_pages_is_taken() -> None:
    pages = [(page, "same") for page in "abcdefgh"]
    near = nearest([old(*"abc"), old(*"zhgfdcba"), old(*"abcdef")], pages)
    assert near
    assert near.order == [LEFT_OUT, 7, 6, 5, 3, 2, 1, 0]
    assert near.places == [4]


def test_where_pages_are_only_gone_one_of_them_counts_as_new() -> None:
    near = nearest([old(*"abcde")], [(page, "same") for page in "abce"])
    assert near
    assert near.order == [0, 1, 2, LEFT_OUT, LEFT_OUT]
    assert near.places == [3]


def test_there_may_be_none() -> None:
    assert nearest([], [("a", "same")]) is None
    assert nearest([old("a", "b")], [("a", "same"), ("b", "other")]) is None


def test_the_postings_of_a_row_are_those_that_it_was_made_of() -> None:
    one, two = b"\x82\x38\x18\x05\x80", b"\x82\x38\x18\x19\x01\x00\x80"
    for postings in ([], [(3, one)], [(0, one), (1, two), (400, one), (70_000, two)]):
        assert postings_of(row_of(b"word", postings, 80_000)) == postings
    assert row_of(b"word", [], 5) == Row(b"word", 0, 0, 0, b"")
