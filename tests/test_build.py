"""The whole way through the real command line: what is written, what stays, and when nothing happens."""

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.asked import Options
from generator.examined import examine
from tests import readpages
from tests.archive import PLACES, ROOT, actor, article, files_in, md, topic, write
from tests.commandline import dateline

pytestmark = pytest.mark.slow

EDGE = "articles/2024-11-29-edge.md"
WAR = {"topics/war.md": topic("killed: {label: Killed, unit: people, cumulative: true}")}
SMALL = (
    PLACES
    | WAR
    | {
        EDGE: article("measure: war/killed, value: 242, according_to: null", title="The edge"),
        "articles/2024-11-28-start.md": article(
            "measure: war/killed, value: 200, according_to: null",
            day="2024-11-28",
            title="The start",
            body="Hayat Tahrir al-Sham came.",
        ),
        "actors/hts.md": actor("Hayat Tahrir al-Sham"),
    }
)
MISTAKEN = {EDGE: article("measure: war/killed, value: many")}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small archive that was built once."""
    folder = write(tmp_path / "small", SMALL)
    assert dateline("build", folder, "--no-search").code == 0
    return folder


def state(site: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and the moment of its last change."""
    return {
        file.relative_to(site).as_posix(): (file.read_bytes(), file.stat().st_mtime_ns)
        for file in site.rglob("*")
        if file.is_file()
    }


def test_as_long_as_there_are_errors_the_site_that_stood_before_stays_untouched(small: Path) -> None:
    before = state(small / "site")
    write(small, MISTAKEN)
    ran = dateline("build", small, "--no-search")
    assert ran.code == 1
    assert state(small / "site") == before
    assert "error[not-a-number]" in ran.err
    assert ran.err.endswith(f"1 error; nothing was written to {small / 'site'}\n")
    assert ran.out == ""


def test_a_first_build_with_errors_makes_no_folder(tmp_path: Path) -> None:
    folder = write(tmp_path, SMALL | MISTAKEN)
    assert dateline("build", folder, "--no-search").code == 1
    assert not (folder / "site").exists()


def test_a_second_build_writes_nothing(small: Path) -> None:
    before = state(small / "site")
    ran = dateline("build", small, "--no-search")
    assert ran.code == 0
    assert "written" not in ran.out
    assert "unchanged" in ran.out
    assert state(small / "site") == before


def test_the_result_is_told_on_stdout_and_nothing_on_stderr(small: Path) -> None:
    ran = dateline("build", small, "--no-search", "--output", small / "other")
    assert ran.err == ""
    site = files_in(small / "other")
    pages = sum(path.endswith(".html") for path in site)
    assert ran.out.startswith(f"{pages} pages from 2 documents, 2 days, 2 facts in ")
    assert ran.out.endswith(f" s -> {small / 'other'} ({len(site)} written)\n")


def test_a_deleted_document_takes_its_pages_with_it_and_nothing_else(small: Path) -> None:
    before = set(files_in(small / "site"))
    (small / "content" / "articles" / "2024-11-28-start.md").unlink()
    assert dateline("build", small, "--no-search").code == 0
    gone = before - set(files_in(small / "site"))
    assert {"2024/11/28/index.html", "2024/11/28/start/index.html"} <= gone
    feeds = {"actors/hts/feed.json", "actors/hts/feed.xml"}  # of an actor whom no other document names
    assert all("2024/11/28" in path or "2024-11-28" in path for path in gone - feeds)
    assert set(files_in(small / "site")) < before


def test_a_file_in_the_site_that_no_build_made_survives(small: Path) -> None:
    ours = [small / "site" / "CNAME", small / "site" / "2024" / "11" / "28" / "photo.jpg"]
    for file in ours:
        file.write_text("mine")
    (small / "content" / "articles" / "2024-11-28-start.md").unlink()
    assert dateline("build", small, "--no-search").code == 0
    assert [file.read_text() for file in ours] == ["mine", "mine"]


def test_drafts_are_left_out_unless_asked_for(small: Path) -> None:
    write(small, {"articles/2024-11-30-half.md": article(day="2024-11-30", more="draft: true")})
    draft = small / "site" / "2024" / "11" / "30" / "half" / "index.html"
    assert dateline("build", small, "--no-search").code == 0
    assert not draft.exists()
    assert dateline("build", small, "--no-search", "--drafts").code == 0
    assert readpages.page(draft).xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_as_of_a_day_the_archive_stands_as_it_stood_then(small: Path) -> None:
    assert dateline("build", small, "--no-search", "--as-of", "2024-11-28").code == 0
    site = files_in(small / "site")
    assert "2024/11/28/start/index.html" in site
    assert not any(path.startswith("2024/11/29/") for path in site)
    assert b'"latest": "2024-11-28-start#killed"' in site["facts.json"]


def test_the_day_can_be_set_by_the_environment(small: Path) -> None:
    assert dateline("build", small, "--no-search", env={"DATELINE_AS_OF": "2024-11-28"}).code == 0
    assert not (small / "site" / "2024" / "11" / "29").exists()


def test_a_base_url_on_the_command_line_takes_the_place_of_the_one_in_site_yaml(small: Path) -> None:
    assert dateline("build", small, "--no-search", "--base-url", "https://x.example/a/b").code == 0
    site = files_in(small / "site")
    assert not [path for path, content in site.items() if b"https://example.org" in content]
    assert b"https://x.example/a/b/2024/11/29/edge/#fact-killed" in site["facts.json"]
    assert b'"/a/b/facts/"' in site["404.html"], "a page that is served anywhere leads from the root"


def test_a_missing_pagefind_is_told_with_how_to_get_it(small: Path) -> None:
    before = state(small / "site")
    write(small, {"site.yaml": PLACES["site.yaml"] + "pagefind: tools/none\n"})
    ran = dateline("build", small)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"dateline: There is no Pagefind program at {small / 'tools' / 'none'}.\n"
        "  hint: Install it with `pip install pagefind-bin-extended`, or build with --no-search.\n"
    )
    assert state(small / "site") == before
    assert dateline("build", small, "--no-search").code == 0


BROKEN = {
    "nothing at all": {},
    "no documents": PLACES,
    "an empty document": SMALL | {EDGE: ""},
    "front matter without an end": SMALL | {EDGE: "---\ntitle: Edge\n"},
    "front matter that is a list": SMALL | {EDGE: md("- a\n- b")},
    "front matter that is a word": SMALL | {EDGE: md("word")},
    "an anchor": SMALL | {EDGE: md("title: &a Edge\ndate: *a")},
    "no YAML": SMALL | {EDGE: md("title: [")},
    "brackets in brackets": SMALL | {EDGE: md(f"title: {'[' * 5000}")},
    "a key twice": SMALL | {EDGE: md("title: a\ntitle: b")},
    "a title that is a list": SMALL | {EDGE: md("title: [a]\ndate: 2024-11-29\nsource: paper")},
    "a date that is none": SMALL | {EDGE: md("title: a\ndate: 2024-02-30\nsource: paper")},
    "facts that are a text": SMALL | {EDGE: md("title: a\ndate: 2024-11-29\nsource: paper\nfacts: none")},
    "a fact without anything": SMALL | {EDGE: md("title: a\ndate: 2024-11-29\nsource: paper\nfacts: [{}]")},
    "half a surrogate": SMALL | {EDGE: md('title: "\\ud800"\ndate: 2024-11-29\nsource: paper')},
    "a control character": SMALL | {EDGE: md('title: "\\x1b[31m"\ndate: 2024-11-29\nsource: paper')},
    "a part of itself": SMALL | {"topics/war.md": topic("killed: {label: Killed, parts: [killed]}")},
    "a number of 61 digits": SMALL
    | {EDGE: article(f"measure: war/killed, value: {'9' * 61}, according_to: null")},
    "a number without end": SMALL | {EDGE: article("measure: war/killed, value: .inf")},
    "a file with a bad name": SMALL | {"articles/Bad Name.md": article()},
    "a file in no folder": SMALL | {"edge.md": article()},
    "an unknown folder": SMALL | {"artciles/edge.md": article()},
    "no title for the site": SMALL | {"site.yaml": "base_url: https://example.org/\n"},
    "actors in a loop": SMALL
    | {
        "actors/a.md": actor("A", "speaks_for: b"),
        "actors/b.md": actor("B", "speaks_for: a"),
        EDGE: article("measure: war/killed, value: 3, according_to: a"),
    },
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_whatever_is_wrong_with_the_content_is_a_message_and_no_traceback(name: str, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    folder = write(tmp_path, BROKEN[name])
    ran = dateline("build", folder, "--no-search")
    if name == "no documents":
        assert (ran.code, ran.err) == (0, "")
        return
    assert ran.code == 1
    assert not (folder / "site").exists()
    heads = [line for line in ran.err.splitlines() if line.startswith("content/")]
    assert heads
    assert all(": error[" in line for line in heads)
    assert "\x1b" not in ran.err


def test_bytes_that_are_no_text_are_a_message(tmp_path: Path) -> None:
    folder = write(tmp_path, SMALL)
    (folder / "content" / EDGE).write_bytes(b"\xff\xfe\x00---\n\x00")
    ran = dateline("build", folder, "--no-search")
    assert ran.code == 1
    assert f"content/{EDGE}:1:1: error[" in ran.err


@pytest.mark.parametrize("number", ["9" * 60, f"0.{'1' * 58}", "1e30", "1e-30", f"{'9' * 30}.{'9' * 29}"])
def test_the_longest_numbers_are_printed_with_every_digit(number: str, tmp_path: Path) -> None:
    folder = write(
        tmp_path, SMALL | {EDGE: article(f"measure: war/killed, value: {number}, according_to: null")}
    )
    ran = dateline("build", folder, "--no-search")
    assert (ran.code, ran.err) == (0, "")
    page = readpages.page(folder / "site" / "2024" / "11" / "29" / "edge" / "index.html")
    assert format(Decimal(number), "f") in readpages.text(page).replace(",", "")


SAMPLE = sorted(path for path in (ROOT / "content").rglob("*") if path.is_file())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.sets(st.sampled_from(SAMPLE), min_size=1))
def test_any_part_of_the_sample_gives_sorted_diagnostics_and_no_exception(kept: set[Path]) -> None:
    with TemporaryDirectory() as folder:
        for file in kept:
            place = Path(folder) / file.relative_to(ROOT)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.read_bytes())
        found = examine(Path(folder), Options(), lambda stage: None).diagnostics
    orders = [problem.order for problem in found]
    assert orders == sorted(set(orders))
    if ROOT / "content" / "site.yaml" not in kept:
        assert "missing-site" in {problem.code for problem in found}


@pytest.mark.slow
def test_as_a_process_of_its_own_it_says_the_same(small: Path) -> None:
    write(small, MISTAKEN)
    command = [sys.executable, "-m", "generator", "build", small, "--no-search"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "CI": "1"})
    here = dateline("build", small, "--no-search")
    assert (ran.returncode, ran.stdout, ran.stderr) == (here.code, here.out, here.err)
