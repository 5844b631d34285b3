"""Rows N02 to N10 and B20: much of everything, deep in itself."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli.hosts import FILES, PAGE, beyond
from generator.model.paging import LIMITS
from generator.read.limits import MAX_NESTING
from generator.read.markdown import read_prose
from tests.archive import actor, pages_of, write
from tests.commandline import dateline
from tests.hostile.building import WHOLE, looked_at, typed


def within(seconds: float, work: Callable[[], str]) -> str:
    """What comes out of work; an explosion would take far more seconds of the processor than these."""
    start = time.process_time()
    found = work()
    assert time.process_time() - start < seconds
    return found


def text_of(markdown: str) -> str:
    return read_prose(markdown, "en").text


@pytest.mark.slow
@pytest.mark.parametrize(
    "bomb", ["[" * 50_000, "![" * 20_000, "<![CDATA[" * 20_000], ids=["[", "![", "CDATA"]
)
def test_n02_brackets_that_nothing_closes_are_text(bomb: str) -> None:
    assert within(15, lambda: text_of(bomb)) == bomb


def test_n02_brackets_that_are_closed_too_deep_are_text() -> None:
    deep = "[" * 2_000 + "word" + "]" * 2_000
    assert within(15, lambda: text_of(deep)) == deep


@pytest.mark.slow
def test_n03_an_address_without_brackets_is_text() -> None:
    bomb = "http://a " * 20_000
    assert within(10, lambda: text_of(bomb)) == bomb.rstrip()
    assert read_prose(bomb, "en").links == ()


@pytest.mark.slow
def test_n04_a_table_of_two_thousand_columns_keeps_every_cell() -> None:
    wide = "|" + "a|" * 2_000 + "\n|" + "-|" * 2_000 + "\n|" + "b|" * 2_000
    assert within(10, lambda: text_of(wide)).split() == ["a"] * 2_000 + ["b"] * 2_000


@pytest.mark.slow
def test_n04_twenty_thousand_definitions_keep_their_text() -> None:
    rows = [f"[r{place}]: http://e.org/{place}" for place in range(20_000)]
    assert within(40, lambda: text_of("\n".join(rows))).split("\n\n") == rows


@pytest.mark.slow
def test_n04_thirty_thousand_paragraphs_are_thirty_thousand() -> None:
    assert within(20, lambda: text_of("a\n\n" * 30_000)) == "\n\n".join(["a"] * 30_000)


@pytest.mark.parametrize("mark", ["> ", "- ", "1. "])
def test_n04_what_is_nested_deeper_than_the_limit_is_shown_as_typed(mark: str) -> None:
    for depth in (MAX_NESTING // 4, MAX_NESTING * 4):
        text = text_of(mark * depth + "word")
        assert text.endswith("word")
        assert (text == "word") is (depth < MAX_NESTING)


def test_n06_a_day_of_many_documents_has_pages_of_a_few_and_names_each_once() -> None:
    count = 3 * LIMITS.day + 1
    files = {
        f"articles/a{place}.md": typed("").replace("title: T", f"title: T{place}") for place in range(count)
    }
    planned = pages_of(looked_at(files))
    days = [page for path, page in planned.items() if path.startswith("/2024/11/29/") and "/a" not in path]
    shown = [document.document.url for page in days for document in page.view.articles]
    assert len(days) > 1
    assert max(len(page.view.articles) for page in days) <= 2 * LIMITS.day
    assert sorted(shown) == sorted(f"/2024/11/29/a{place}/" for place in range(count))


@pytest.mark.slow
def test_n06_a_document_may_name_a_thousand_actors() -> None:
    people = {f"actors/p{place}.md": actor(f"Person{place}x") for place in range(1_000)}
    names = ", ".join(f"Person{place}x" for place in range(1_000))
    examined = looked_at(people | {"articles/a.md": typed("") + names})
    assert examined.diagnostics == ()
    assert len(examined.archive.actors) == 1_000


def test_n07_n08_what_hosts_do_not_take_is_told_and_nothing_before(tmp_path: Path) -> None:
    (tmp_path / "a.html").touch()
    (tmp_path / "big.html").touch()
    with (tmp_path / "big.html").open("r+b") as file:
        file.truncate(PAGE)
    few = ("a.html", "big.html", *(f"{place}.html" for place in range(FILES - 2)))
    assert beyond(tmp_path, few[:2], few) == ()
    with (tmp_path / "big.html").open("r+b") as file:
        file.truncate(PAGE + 1)
    assert beyond(tmp_path, few[:2], (*few, "more.html")) == (
        "big.html is larger than 25 MiB: some hosts, such as Cloudflare Pages, do not take it",
        "the site has 20,001 files: some hosts, such as Cloudflare Pages, take 20,000",
    )


def test_n08_the_command_tells_it_and_publishes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cli.hosts.FILES", 3)
    monkeypatch.setattr("generator.cli.hosts.PAGE", 1)
    folder = write(tmp_path, WHOLE | {"articles/a.md": typed("")})
    ran = dateline("build", folder, "--no-search", "--no-cache", "--jobs", "1")
    assert ran.code == 0
    assert "files: some hosts" in ran.err
    assert "index.html is larger than" in ran.err


BROKEN = 1_000


@pytest.mark.slow
def test_b20_a_thousand_broken_files_are_all_told_in_order_and_the_site_stays(tmp_path: Path) -> None:
    folder = write(tmp_path, WHOLE | {"articles/good.md": typed("")})
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("as it was", encoding="utf-8")
    write(tmp_path, {f"articles/b{place:03}.md": "---\ntitle: T\n" for place in range(BROKEN)})
    expected = [
        f"content/articles/b{place:03}.md:1:1: error[open-front-matter]: the front matter is never closed"
        for place in range(BROKEN)
    ]
    checked = dateline("check", folder)
    assert checked.code == 1
    assert [row for row in checked.out.splitlines() if "error[" in row] == expected
    built = dateline("build", folder, "--no-search", "--no-cache", "--jobs", "1")
    assert built.code == 1
    assert [row for row in built.err.splitlines() if "error[" in row] == expected
    assert [file.name for file in (folder / "site").iterdir()] == ["index.html"]
    assert (folder / "site/index.html").read_text(encoding="utf-8") == "as it was"
