"""Nothing of a draft, an embargoed or an expired document stands in any byte of a site."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.asked import Options
from tests.archive import PLACES, built, files_in, write
from tests.leaks.hostile import FIELDS, HOSTILE, MARKS, NOW, PUBLISHED

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("hostile"), HOSTILE)


def everything(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file with its name, unpacked where it is packed, and the list of what was made."""
    for path, content in files_in(site).items():
        packed = content.startswith(b"\x1f\x8b")
        yield path, (path.encode() + b"\n" + (gzip.decompress(content) if packed else content)).lower()
    yield ".dateline.json", (site / ".dateline.json").read_bytes().lower()


def marks_in(site: Path) -> dict[str, set[str]]:
    """By state: the files that hold a word of the document in that state."""
    return {
        state: {path for path, content in everything(site) if mark.encode() in content}
        for state, mark in MARKS.items()
    }


@pytest.mark.slow
def test_no_byte_of_the_site_holds_a_word_of_what_is_not_published(folder: Path) -> None:
    built(folder, folder / "site", Options(now=NOW))
    assert any(path.endswith(".pf_index") for path, _ in everything(folder / "site"))
    assert marks_in(folder / "site") == {"draft": set(), "embargoed": set(), "expired": set()}


@pytest.mark.slow
def test_the_same_words_are_everywhere_once_it_is_published(folder: Path) -> None:
    built(folder, folder / "drafts", Options(now=NOW, drafts=True))
    found = marks_in(folder / "drafts")
    assert found["expired"] == set()
    for state in ("draft", "embargoed"):
        page = f"2024/11/29/{MARKS[state]}slug-deal/index.html"
        assert {page, "facts.json", "index.html", "2024/11/29/index.html"} <= found[state]
        assert any(path.endswith(".pf_index") for path in found[state])
        content = (folder / "drafts" / page).read_text(encoding="utf-8").lower()
        shown = set(FIELDS) - {"alias"}
        assert {field for field in shown if MARKS[state] + field not in content} <= {"reason", "slug", "unit"}


def test_the_site_is_the_same_as_if_the_files_had_never_been_written(folder: Path, tmp_path: Path) -> None:
    built(folder, tmp_path / "with", Options(now=NOW, search=False))
    references = "-embargoed#killed, 2024-11-29-expired#killed"
    week = PUBLISHED["summaries/2024-11-30-week.md"]
    week = week.replace(f", 2024-11-29{references}", "").replace(
        ", 2024-11-29-embargoed, 2024-11-29-expired", ""
    )
    without = write(tmp_path / "other", PLACES | PUBLISHED | {"summaries/2024-11-30-week.md": week})
    built(without, tmp_path / "without", Options(now=NOW, search=False))
    assert files_in(tmp_path / "with") == files_in(tmp_path / "without")


def test_an_actor_named_only_there_is_counted_nowhere(folder: Path, tmp_path: Path) -> None:
    archive = built(folder, tmp_path / "site", Options(now=NOW, search=False))
    assert not {f"{state}-only" for state in MARKS} & archive.by_actor.keys()
    actors = json.loads((tmp_path / "site" / "actors.json").read_bytes())["actors"]
    counted = {one["id"]: (one["documents"], one["facts"]) for one in actors}
    assert {counted[f"{state}-only"] == ([], 0) for state in MARKS} == {True}
    (measure,) = json.loads((tmp_path / "site" / "facts.json").read_bytes())["measures"]
    assert (measure["documents"], measure["origins"]) == (1, ["desk"])


def test_an_old_address_of_what_is_not_published_leads_nowhere(folder: Path, tmp_path: Path) -> None:
    built(folder, tmp_path / "site", Options(now=NOW, search=False))
    assert not (tmp_path / "site" / "2024" / "11" / "28").exists()
