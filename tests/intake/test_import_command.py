"""`dateline import` makes drafts, tells what it did, overwrites nothing and publishes nothing."""

from hashlib import sha256
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

import pytest

from generator.asked import Options
from tests.archive import PLACES, actor, article, built, files_in, write
from tests.commandline import Ran, dateline
from tests.intake.material import TEXT

STORY = "\n".join(("Olm floods Brenn at night", *TEXT, "- Advertisement -", "Source: The Paper"))
DRAFT = "content/articles/2024-11-25-olm-floods-brenn-at-night.md"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    files = PLACES | {
        "articles/2024-11-29-edge.md": article(),
        "actors/river-monitor.md": actor("River Monitor", kind="monitor"),
    }
    folder = write(tmp_path / "archive", files)
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    return folder


def run(archive: Path, *words: str) -> Ran:
    return dateline("import", *words, cwd=archive)


@pytest.mark.slow
def test_a_text_becomes_a_draft_whose_path_is_the_result(archive: Path) -> None:
    ran = run(archive, "story.txt")
    assert (ran.code, ran.out) == (0, f"{DRAFT}\n")
    text = (archive / DRAFT).read_text(encoding="utf-8")
    assert "\ndraft: true\n" in text
    assert "\nsource: paper " in text
    assert "\nactors: [river-monitor]\n" in text
    assert "#     according_to: River Monitor\n" in text


@pytest.mark.slow
def test_the_raw_bytes_are_kept_and_named_by_their_sum(archive: Path) -> None:
    run(archive, "story.txt")
    digits = sha256(STORY.encode()).hexdigest()
    raw = archive / f"content/raw/{digits[:16]}.txt"
    assert raw.read_bytes() == STORY.encode()
    text = (archive / DRAFT).read_text(encoding="utf-8")
    assert f"kept as it came in content/raw/{digits[:16]}.txt\n# SHA-256: {digits}\n" in text


@pytest.mark.slow
def test_the_report_says_what_was_found_what_was_left_out_and_what_comes_next(archive: Path) -> None:
    err = run(archive, "story.txt").err
    assert f"story.txt became {DRAFT}" in err
    assert 'date      2024-11-25: inferred from "Monday, 25 November"' in err
    assert "    5 | - Advertisement -\n          = an advertisement stood here\n" in err
    assert "left out  2 lines, all kept in the raw file:" in err
    assert "4. delete draft: true" in err


def test_a_dry_run_prints_the_draft_and_writes_nothing(archive: Path) -> None:
    before = files_in(archive)
    ran = run(archive, "story.txt", "--dry-run")
    assert ran.code == 0
    assert files_in(archive) == before
    run(archive, "story.txt")
    assert ran.out == (archive / DRAFT).read_text(encoding="utf-8")
    assert f"would become {DRAFT}" in ran.err
    assert "- Advertisement -" in ran.err


def test_the_same_text_is_not_imported_twice(archive: Path) -> None:
    run(archive, "story.txt")
    before = files_in(archive)
    ran = run(archive, "story.txt")
    assert (ran.code, ran.out) == (1, "")
    assert f"story.txt: was imported before, as {DRAFT}" in ran.err
    assert files_in(archive) == before


def test_a_document_that_is_there_is_never_overwritten(archive: Path) -> None:
    write(archive, {DRAFT.removeprefix("content/"): article(title="Mine")})
    before = files_in(archive)
    ran = run(archive, "story.txt")
    assert ran.code == 1
    assert f"would become {DRAFT}, but {DRAFT} is there already" in ran.err
    assert "another --title" in ran.err
    assert files_in(archive) == before
    assert run(archive, "story.txt", "--title", "Another night").code == 0


def test_a_problem_in_one_file_does_not_stop_the_others(archive: Path) -> None:
    (archive / "empty.txt").write_bytes(b"")
    (archive / "picture.txt").write_bytes(b"\x89PNG\x00\x01\xff" * 30)
    ran = run(archive, "nowhere.txt", "empty.txt", "picture.txt", "story.txt", "story.txt")
    assert (ran.code, ran.out) == (1, f"{DRAFT}\n")
    assert "nowhere.txt: cannot be read: no such file" in ran.err
    assert "empty.txt: is empty" in ran.err
    assert "picture.txt: is a binary file" in ran.err
    assert f"story.txt: was imported before, as {DRAFT}" in ran.err


def test_standard_input_is_a_file_like_any_other(archive: Path) -> None:
    with patch("generator.cli.importing.stdin", TextIOWrapper(BytesIO(STORY.encode()))):
        ran = run(archive, "-")
    assert (ran.code, ran.out) == (0, f"{DRAFT}\n")


def test_what_the_editor_says_wins(archive: Path) -> None:
    words = (
        "--title",
        "Night: of the Olm",
        "--date",
        "2024-11-26",
        "--kind",
        "summary",
        "--language",
        "en-GB",
    )
    ran = run(archive, "story.txt", *words, "--source", "The Paper", "--url", "https://paper.example/a")
    assert ran.out == "content/summaries/2024-11-26-night-of-the-olm.md\n"
    text = (archive / ran.out.strip()).read_text(encoding="utf-8")
    for line in (
        'title: "Night: of the Olm"',
        "date: 2024-11-26",
        "source: paper",
        "url: https://paper.example/a",
        "language: en-GB",
    ):
        assert f"\n{line}" in text


@pytest.mark.parametrize("option", [("--date", "tomorrow"), ("--url", "ftp://x"), ("--language", "English")])
def test_an_option_that_means_nothing_is_wrong_usage(archive: Path, option: tuple[str, str]) -> None:
    ran = run(archive, "story.txt", *option)
    assert ran.code == 2
    assert option[0] in ran.err


def test_a_draft_without_a_source_says_so_and_check_asks_for_it(archive: Path) -> None:
    (archive / "story.txt").write_text("\n".join(TEXT), encoding="utf-8")
    ran = run(archive, "story.txt")
    text = (archive / ran.out.strip()).read_text(encoding="utf-8")
    assert "\nsource:  " in text
    assert "not found: write an id of sources/ (paper)" in text
    place = text[: text.index("\nsource: ")].count("\n") + 2
    assert f"{ran.out.strip()}:{place}:1: " in dateline("check", archive).out


@pytest.mark.slow
def test_a_draft_is_not_published(archive: Path) -> None:
    run(archive, "story.txt")
    plain = built(archive, archive / "site", Options(search=False))
    assert [document.id for document in plain.documents] == ["2024-11-29-edge"]
    everything = b"".join(files_in(archive / "site").values())
    assert b"Olm" not in everything
    assert b"SHA-256" not in everything
    shown = built(archive, archive / "shown", Options(search=False, drafts=True))
    assert len(shown.documents) == 2


@pytest.mark.slow
def test_nothing_of_the_raw_folder_is_read_or_published(archive: Path) -> None:
    run(archive, "story.txt")
    page = archive / "content/raw/0000000000000000.html"
    page.write_text("<html><body>Nobody shall read this.</body></html>", encoding="utf-8")
    built(archive, archive / "site", Options(search=False, drafts=True))
    assert not any("raw" in path for path in files_in(archive / "site"))
    assert b"Nobody shall read this" not in b"".join(files_in(archive / "site").values())
    assert "raw" not in dateline("check", archive, "--drafts").out


def test_an_archive_with_mistakes_is_imported_into_and_named(archive: Path) -> None:
    write(archive, {"actors/broken.md": "---\nname: [\n---\n", "sources/odd.md": "no front matter"})
    ran = run(archive, "story.txt")
    assert (ran.code, ran.out) == (0, f"{DRAFT}\n")
    assert "content/actors/broken.md and 1 more could not be read in full" in ran.err


def test_without_an_archive_one_is_begun(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    ran = dateline("import", "story.txt", "--near", "2024-12-01", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, f"{DRAFT}\n")
    assert "there is no content/ here yet" in ran.err
    assert (tmp_path / DRAFT).is_file()


def test_the_draft_does_not_say_where_on_the_machine_the_file_was(archive: Path) -> None:
    ran = dateline("import", archive / "story.txt", "--into", archive)
    assert ran.code == 0
    assert str(archive) not in (archive / DRAFT).read_text(encoding="utf-8")


def test_a_raw_file_that_somebody_changed_is_left_alone(archive: Path) -> None:
    raw = archive / f"content/raw/{sha256(STORY.encode()).hexdigest()[:16]}.txt"
    raw.parent.mkdir()
    raw.write_bytes(b"changed")
    ran = run(archive, "story.txt")
    assert ran.code == 1
    assert "was changed" in ran.err
    assert not (archive / DRAFT).exists()
    assert raw.read_bytes() == b"changed"
