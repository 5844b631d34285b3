"""Shards put together are the index that one run of Pagefind makes of all pages."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from msgspec import structs

from generator.errors import SearchError
from generator.search import (
    Bundle,
    contents_of,
    day_of,
    find_pagefind,
    forget_unused,
    seen_digest,
    shards_of,
    site_bundle,
    stems_among,
)
from generator.search.bundle import Read, whole_bundle
from generator.search.cbor import decode
from generator.search.handed import handed
from generator.search.meta import read_meta
from generator.search.packed import unpack
from generator.search.part import Part, fragment_path, part_of
from generator.search.site import FIELDS
from generator.workers import processes
from tests.search.onerun import index_site
from tests.search.pages import FIRST, article, profile, site

pytestmark = pytest.mark.slow

SMALL = 12
"""Pages in a shard of these tests."""


@dataclass
class Search:
    """A store, and how often Pagefind was run on which pages."""

    store: Path
    runs: list[int] = field(default_factory=list)

    def bundle(self, pages: Mapping[str, bytes], language: str = "en", largest: int = SMALL) -> Bundle:
        """The bundle of these pages; what is asked for is counted."""
        asked: list[str] = []

        def page(path: str) -> bytes:
            asked.append(path)
            return pages[path]

        shards = shards_of([(path, day_of(path), 1) for path in pages], largest)
        made = site_bundle(
            shards, lambda path: seen_digest(pages[path]), page, language, find_pagefind(), self.store
        )
        self.runs.append(len(asked))
        forget_unused(self.store, made)
        return made


@pytest.fixture
def search(tmp_path: Path) -> Search:
    return Search(tmp_path / "store")


def index(files: Mapping[str, bytes]) -> dict[str, Any]:
    """What a bundle says, by the addresses of the pages and not by their numbers."""
    entry = json.loads(files["pagefind/pagefind-entry.json"])
    ((_, found),) = entry["languages"].items()
    meta = read_meta(unpack(files[f"pagefind/pagefind.{found['hash']}.pf_meta"]))
    assert meta is not None
    fields = cast(list[str], meta.parts[5])
    pages = [json.loads(unpack(files[f"pagefind/fragment/{name}.pf_fragment"])) for name in meta.fragments]
    urls = [page["url"] for page in pages]

    def postings(rows: Any) -> dict[str, Any]:
        at, made = 0, {}
        for distance, places, metas in rows:
            at += distance
            made[urls[at]] = (places, [n if n >= 0 else fields[-n - 1] for n in metas])
        return made

    words = {}
    for chunk in meta.chunks:
        content = cast(Any, decode(unpack(files[f"pagefind/index/{chunk}.pf_index"])))
        for word, rows, forms in content[0]:
            words[word] = (postings(rows), {form: postings(same) for form, same in forms})
    filters = {}
    for name, file in meta.filters:
        content = cast(Any, decode(unpack(files[f"pagefind/filter/{file}.pf_filter"])))
        filters[name] = {value: sorted(urls[page] for page in found) for value, found in content[1]}
    dates = {page["url"]: page["meta"].get("date") for page in pages}
    return {
        "count": found["page_count"],
        "pages": {page["url"]: page for page in pages},
        "lengths": {url: row[1] for url, row in zip(urls, meta.pages, strict=True)},
        "words": words,
        "filters": filters,
        "sorts": {name: [dates[urls[page]] for page in order] for name, order in meta.sorts},
    }


def test_shards_put_together_are_the_index_of_one_run(search: Search) -> None:
    pages = site(60)
    pages["2024/11/22/text-7/index.html"] = article(7, status="withdrawn", body="zebra naïve naive")
    joined = search.bundle(pages)
    assert len(shards_of([(path, day_of(path), 1) for path in pages], SMALL)) > 5
    whole = index(index_site(pages, "en", find_pagefind()))
    assert index(joined) == whole
    assert "zebra" in whole["words"]
    assert whole["words"]["cafe"][1].keys() == {"café"}


def test_the_files_of_the_index_say_which_words_they_hold(
    search: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.search.chunks.CHUNK", 200)
    files = search.bundle(site(20))
    entry = json.loads(files["pagefind/pagefind-entry.json"])
    meta = read_meta(unpack(files[f"pagefind/pagefind.{entry['languages']['en']['hash']}.pf_meta"]))
    assert meta is not None
    ranges = cast(list[list[str]], meta.parts[2])
    assert len(ranges) > 10
    for begin, end, name in ranges:
        content = cast(Any, decode(unpack(files[f"pagefind/index/{name}.pf_index"])))
        for word, *_ in content[0]:
            assert begin <= word
            assert word <= end or word.startswith(end)


def test_a_browser_finds_every_file_that_it_needs(search: Search, tmp_path: Path) -> None:
    for path, content in search.bundle(site(30)).items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    assert whole_bundle(tmp_path / "pagefind", "en").files


def test_equal_pages_give_equal_bytes_whatever_was_there_before(search: Search, tmp_path: Path) -> None:
    pages = site(30)
    later = {**pages, "2024/11/21/text-3/index.html": article(3, body="giraffe")}
    search.bundle(later)
    search.bundle({path: pages[path] for path in list(pages)[5:]})
    again = dict(search.bundle(dict(reversed(pages.items()))))
    assert again == dict(Search(tmp_path / "fresh").bundle(pages))


def test_an_edit_gives_the_bytes_of_a_build_from_nothing(search: Search, tmp_path: Path) -> None:
    pages = site(60)
    search.bundle(pages)
    for number in (3, 59, 30):
        day = FIRST + timedelta(days=number // 3)
        pages[f"{day:%Y/%m/%d}/text-{number}/index.html"] = article(number, body="giraffe naïve")
        edited = dict(search.bundle(pages))
        assert edited == dict(Search(tmp_path / f"fresh-{number}").bundle(pages))
    pages["2024/12/10/text-61/index.html"] = article(61)
    del pages["actors/hts/index.html"]
    assert dict(search.bundle(pages)) == dict(Search(tmp_path / "fresh").bundle(pages))


def test_other_processes_index_the_same(search: Search, tmp_path: Path) -> None:
    pages = site(40)
    shards = shards_of([(path, day_of(path), 1) for path in pages], SMALL)
    made = site_bundle(
        shards,
        lambda path: seen_digest(pages[path]),
        pages.__getitem__,
        "en",
        find_pagefind(),
        tmp_path / "other",
        opened=processes(2),
    )
    assert dict(made) == dict(search.bundle(pages))


def test_an_edit_indexes_one_shard_and_an_equal_archive_none(search: Search) -> None:
    pages = site(60)
    search.bundle(pages)
    search.bundle(pages)
    edited = search.bundle({**pages, "2024/11/21/text-3/index.html": article(3, body="giraffe")})
    assert search.runs[0] == len(pages)
    assert search.runs[1] == 0
    assert search.runs[2] == 1
    assert "giraff" in index(edited)["words"]


def test_what_the_search_does_not_see_indexes_nothing(search: Search) -> None:
    pages = site(30)
    before = dict(search.bundle(pages))
    other = {path: article(number, aside="Another neighbour") for number, path in enumerate(list(pages)[:30])}
    assert dict(search.bundle({**pages, **other})) == before
    assert search.runs == [34, 0]


def test_another_language_is_indexed_anew(search: Search) -> None:
    pages = site(6)
    search.bundle(pages)
    french = search.bundle(pages, "fr-FR")
    assert list(json.loads(french["pagefind/pagefind-entry.json"])["languages"]) == ["fr"]
    assert search.runs == [10, 10]


def test_a_damaged_store_is_made_anew(search: Search) -> None:
    pages = site(30)
    made = dict(search.bundle(pages))
    for file in sorted(search.store.iterdir()):
        data = file.read_bytes()
        for damaged in (b"", data[:-1], data[:50], data[:-9] + bytes([data[-9] ^ 1]) + data[-8:]):
            file.write_bytes(damaged)
            assert dict(search.bundle(pages)) == made
    first, second, *_ = sorted(search.store.iterdir())
    first.write_bytes(second.read_bytes())
    assert dict(search.bundle(pages)) == made


def test_the_store_keeps_only_what_is_used(search: Search) -> None:
    search.bundle(site(60))
    search.bundle(site(6))
    assert len(list(search.store.iterdir())) == 1 + len(
        shards_of([(path, day_of(path), 1) for path in site(6)], SMALL)
    )


def test_a_theme_may_name_fields_of_its_own(search: Search) -> None:
    pages = site(30)
    pages["2024/11/21/text-3/index.html"] = pages["2024/11/21/text-3/index.html"].replace(
        b"</head>", b'<meta content="Aleppo desk" data-pagefind-meta="author[content]"></head>'
    )
    joined = index(search.bundle(pages))
    assert joined == index(index_site(pages, "en", find_pagefind()))
    assert joined["pages"]["/2024/11/21/text-3/"]["meta"]["author"] == "Aleppo desk"
    assert "author" not in FIELDS


def test_pages_are_sorted_by_their_values_and_not_by_their_shards(search: Search) -> None:
    pages = site(30)
    pages["2024/11/21/text-3/index.html"] = article(3, day=date(2024, 12, 31))
    pages["actors/hts/index.html"] = article(40, day=FIRST)
    order = index(search.bundle(pages))["sorts"]["date"]
    assert order == sorted(order)
    assert len(order) == 31


def test_pages_of_one_name_in_two_shards_are_both_found(
    search: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = part_of

    def colliding(read: Read, *about: Any) -> Part:
        """As if the first page of every shard had the same 28 bits."""
        made = real(read, *about)
        files, (first, *others) = dict(made.files), made.table["pages"]
        files[fragment_path("en_0000000")] = files.pop(fragment_path(first[0]))
        pages = [["en_0000000", *first[1:]], *others]
        return structs.replace(made, table={**made.table, "pages": pages}, files=files)

    monkeypatch.setattr("generator.search.indexing.part_of", colliding)
    pages = site(30)
    assert index(search.bundle(pages)) == index(index_site(pages, "en", find_pagefind()))


def test_a_page_that_pagefind_leaves_out_is_named(search: Search) -> None:
    pages = {**site(9), "lost/index.html": b"<!doctype html><html><body>x</body></html>"}
    with pytest.raises(SearchError, match=r"missing: lost/index\.html"):
        search.bundle(pages)


def test_words_are_looked_for_in_all_shards(search: Search) -> None:
    pages = {**site(30), "actors/hts/index.html": profile("HTS", "Xylophone")}
    pages["2024/11/21/text-3/index.html"] = article(3, body="giraffe")
    files = search.bundle(pages)
    said = b"\n".join(contents_of(files).values())
    assert b"Xylophone" in said
    assert b"giraffe" in said
    found = stems_among(files, ["xylophon", "giraff", "unicorn"])
    assert frozenset().union(*found.values()) == {"xylophon", "giraff"}


def test_without_pages_there_is_no_bundle(search: Search) -> None:
    assert dict(search.bundle({})) == {}


def test_a_page_in_another_form_than_ours_is_handed_over_whole() -> None:
    ours = article(1, aside="ignored")
    assert b"ignored" not in handed(ours)
    assert handed(ours).count(b"data-pagefind-meta") == 3
    for strange in (
        ours.replace(b"<main ", b"<main data-x='>' "),
        ours.replace(b"<p>The", b"<p>One writes data-pagefind-ignore for it. The"),
        ours.replace(b"<p>The", b"<!-- </main> --><p>The"),
        ours.replace(b"<main ", b"<div ").replace(b"</main>", b"</div>"),
        ours.replace(b"<footer>", b"<footer data-pagefind-body>"),
        ours.replace(b"<footer>", b"<footer><b data-pagefind-filter=x>y</b>"),
        ours.replace(b"<p>The", b"<script>'</p>'</script><p>The"),
        b"no html",
        b"",
    ):
        assert handed(strange) == strange


def test_marks_within_what_is_ignored_are_kept() -> None:
    marked = article(1, aside='<b data-pagefind-filter="place">Idlib</b>')
    assert b"Idlib" in handed(marked)
