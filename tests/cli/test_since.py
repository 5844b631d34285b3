"""The record of an earlier build: found in the output folder, or handed in with --since."""

import shutil
from pathlib import Path

import pytest

from tests.archive import PLACES, article, topic, write
from tests.commandline import dateline

pytestmark = pytest.mark.slow

EDGE = "articles/2024-11-29-edge.md"
WAR = PLACES | {"topics/war.md": topic("killed: {label: Killed}")}
PUBLIC = {"site.yaml": "title: A small archive\nbase_url: https://briefing.desk/\n"}
CHANGED = "changed-without-correction"


def edge(value: int) -> dict[str, str]:
    return {EDGE: article(f"measure: war/killed, value: {value}, according_to: null")}


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """An archive that was built once, and in which a figure was changed since."""
    folder = write(tmp_path / "archive", WAR | PUBLIC | edge(242))
    assert dateline("build", folder, "--no-search").code == 0
    return write(folder, edge(240))


@pytest.mark.slow
def test_check_compares_with_the_site_in_its_place(published: Path) -> None:
    ran = dateline("check", published)
    assert f"content/{EDGE}:7:34: warning[{CHANGED}]" in ran.out
    assert ran.code == 0


@pytest.mark.slow
def test_a_build_warns_and_the_next_one_does_not_because_readers_have_the_new_figure(published: Path) -> None:
    assert CHANGED in dateline("build", published, "--no-search").err
    assert CHANGED not in dateline("build", published, "--no-search").err


def test_a_strict_build_keeps_what_is_published(published: Path) -> None:
    before = (published / "site" / "published.json").read_bytes()
    assert dateline("build", published, "--no-search", "--strict").code == 1
    assert (published / "site" / "published.json").read_bytes() == before


def test_a_build_elsewhere_compares_with_what_stands_there(published: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    assert CHANGED not in dateline("build", published, "--no-search", "--output", elsewhere).err


def test_the_record_of_the_live_site_can_be_handed_in(published: Path, tmp_path: Path) -> None:
    live = tmp_path / "live.json"
    shutil.move(published / "site" / "published.json", live)
    assert CHANGED not in dateline("check", published).out
    assert CHANGED in dateline("check", published, "--since", live).out
    assert CHANGED in dateline("build", published, "--no-search", "--since", live).err


def test_a_file_that_is_no_record_is_refused_when_it_was_asked_for(published: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.json"
    foreign.write_text("{}")
    ran = dateline("check", published, "--since", foreign)
    assert ran.code == 2
    assert "is not the record of a build" in ran.err
    assert dateline("check", published, "--since", tmp_path / "missing.json").code == 2


def test_a_damaged_record_in_the_output_folder_is_passed_over(published: Path) -> None:
    (published / "site" / "published.json").write_text("{")
    ran = dateline("check", published)
    assert (ran.code, CHANGED in ran.out) == (0, False)


@pytest.mark.slow
@pytest.mark.parametrize("host", ["example.org", "www.example.com", "localhost:8000", "archive.test"])
def test_a_site_at_an_address_that_is_an_example_was_not_published_so_nothing_is_compared(
    published: Path, host: str
) -> None:
    write(published, {"site.yaml": f"title: A small archive\nbase_url: https://{host}/\n"})
    assert CHANGED not in dateline("check", published).out
    assert CHANGED in dateline("check", published, "--since", published / "site" / "published.json").out
