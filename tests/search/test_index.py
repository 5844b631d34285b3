"""The real Pagefind on a few pages."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import SearchError
from generator.search import find_pagefind
from generator.search.bundle import whole_bundle
from generator.search.cbor import Item, decode, encode
from generator.search.program import identity
from tests.search.onerun import index_site

ACTORS = ("hts", "sohr", "russia", "afp")


def page(number: int, *, body: str = "") -> bytes:
    actors = "".join(f'<span data-pagefind-filter="actor">{actor}</span>' for actor in ACTORS[: number + 1])
    return f"""<!doctype html><html lang="en"><head><title>Page {number}</title></head>
<body><nav>Menu</nav><main data-pagefind-body><h1>Page {number}</h1><p>Aleppo offensive {number} {body}</p>
{actors}<span data-pagefind-filter="topic">aleppo</span><span data-pagefind-filter="topic">t{number}</span>
<time data-pagefind-sort="date">2024-11-2{number}</time></main></body></html>""".encode()


PAGES = {f"2024/11/2{number}/index.html": page(number) for number in range(3)}


@pytest.fixture(scope="module")
def command() -> tuple[str, ...]:
    return find_pagefind()


@pytest.fixture(scope="module")
def bundle(command: tuple[str, ...]) -> dict[str, bytes]:
    return index_site(PAGES, "en-GB", command)


def fragment(data: bytes) -> dict[str, str]:
    loaded: dict[str, str] = json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))
    return loaded


def test_the_bundle_holds_every_page_and_what_a_browser_needs_to_search_it(bundle: dict[str, bytes]) -> None:
    assert {"pagefind/pagefind.js", "pagefind/pagefind-worker.js", "pagefind/wasm.en.pagefind"} <= set(bundle)
    assert {fragment(data)["url"] for path, data in bundle.items() if "/fragment/" in path} == {
        "/2024/11/20/",
        "/2024/11/21/",
        "/2024/11/22/",
    }
    entry = json.loads(bundle["pagefind/pagefind-entry.json"])
    assert entry["languages"]["en"]["page_count"] == 3
    assert f"pagefind/pagefind.{entry['languages']['en']['hash']}.pf_meta" in bundle


def test_no_interface_of_pagefind_is_published(bundle: dict[str, bytes]) -> None:
    assert not [path for path in bundle if "ui" in path.rpartition("/")[2] or "highlight" in path]
    assert not [path for path in bundle if path.endswith(".css")]


@pytest.mark.slow
def test_equal_pages_give_equal_bytes(command: tuple[str, ...], bundle: dict[str, bytes]) -> None:
    for _ in range(4):
        assert index_site(dict(reversed(PAGES.items())), "en", command) == bundle


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ar", "he", "zh-Hans", "ckb"])
def test_any_language_of_a_site_can_be_indexed(command: tuple[str, ...], language: str) -> None:
    made = index_site(PAGES, language, command)
    assert list(json.loads(made["pagefind/pagefind-entry.json"])["languages"]) == [language[:3].strip("-")]


def test_variables_and_a_settings_file_change_nothing(
    command: tuple[str, ...], bundle: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pagefind.yml").write_text("exclude_selectors: [p, h1]\nkeep_index_url: true\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_OUTPUT_PATH", str(tmp_path / "outside"))
    monkeypatch.setenv("PAGEFIND_KEEP_INDEX_URL", "true")
    monkeypatch.setenv("PAGEFIND_GLOB", "*.none")
    assert index_site(PAGES, "en", command) == bundle
    assert [path.name for path in tmp_path.iterdir()] == ["pagefind.yml"]


@pytest.mark.parametrize(
    "left_out",
    [b"<!doctype html><p data-pagefind-body>No html</p>", b"<!doctype html><html><body>x</body></html>"],
)
def test_a_page_that_pagefind_leaves_out_is_named(command: tuple[str, ...], left_out: bytes) -> None:
    with pytest.raises(SearchError, match=r"3 of 4 pages; missing: lost/index\.html"):
        index_site({**PAGES, "lost/index.html": left_out}, "en", command)


def written(bundle: dict[str, bytes], folder: Path) -> Path:
    for path, data in bundle.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder / "pagefind"


@pytest.mark.slow
def test_a_bundle_with_any_file_missing_empty_or_cut_off_is_refused(
    bundle: dict[str, bytes], tmp_path: Path
) -> None:
    folder = written(bundle, tmp_path)
    assert {f"pagefind/{name}": data for name, data in whole_bundle(folder, "en").files.items()} == bundle
    for path, data in bundle.items():
        file = tmp_path / path
        for damaged in (None, b"", data[: len(data) // 2], data[:-3000] or data[:-1]):
            file.unlink()
            if damaged is not None:
                file.write_bytes(damaged)
            else:
                assert not file.exists()
            with pytest.raises(SearchError):
                whole_bundle(folder, "en")
            file.write_bytes(data)


def test_another_program_is_told_from_this_one(command: tuple[str, ...], tmp_path: Path) -> None:
    copy = tmp_path / "other"
    copy.write_text(f'#!/bin/sh\nexec {command[0]} "$@"\n')
    copy.chmod(0o755)
    assert identity([str(copy)]) != identity(command)


items: st.SearchStrategy[Item] = st.recursive(
    st.integers(-(2**40), 2**40) | st.text(max_size=40),
    lambda parts: st.lists(parts, max_size=30),
    max_leaves=40,
)


@pytest.mark.slow
@given(items)
@settings(max_examples=30, deadline=None)
def test_cbor_reads_what_it_wrote(item: Item) -> None:
    assert decode(encode(item)) == item


@given(st.binary(max_size=40))
def test_cbor_reads_or_refuses_any_bytes(data: bytes) -> None:
    try:
        decode(data)
    except ValueError:
        return
    assert decode(encode(decode(data))) == decode(data)


@pytest.mark.slow
def test_three_hundred_pages_with_many_values_give_equal_bytes(command: tuple[str, ...]) -> None:
    pages = {f"p/{number}/index.html": page(number % 10, body=f"word{number}") for number in range(300)}
    first = index_site(pages, "en", command)
    assert all(index_site(pages, "en", command) == first for _ in range(3))
