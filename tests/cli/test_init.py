"""`dateline init` makes an archive in a new folder, and never in somebody's work."""

from pathlib import Path

import pytest

from tests.archive import files_in
from tests.commandline import dateline
from tests.scaffold.terminal import at_a_terminal


@pytest.mark.slow
def test_a_new_archive_checks_and_builds_clean_at_once(tmp_path: Path) -> None:
    ran = dateline("init", "briefing", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "briefing\n")
    assert ran.err.endswith("Next:\n  cd briefing\n  dateline serve --open\n  dateline build\n")
    ran = dateline("check", "--strict", "--drafts", tmp_path / "briefing")
    assert (ran.code, ran.out) == (0, "")
    ran = dateline("build", "--strict", "--no-search", tmp_path / "briefing")
    assert ran.code == 0
    assert (tmp_path / "briefing/site/index.html").is_file()


def test_options_end_up_in_site_yaml(tmp_path: Path) -> None:
    words = ["--title", 'The "Aleppo": briefing', "--base-url", "https://example.org/x"]
    words += ["--language", "ar", "--timezone", "Asia/Damascus"]
    assert dateline("init", tmp_path / "a", *words).code == 0
    lines = (tmp_path / "a/content/site.yaml").read_text(encoding="utf-8").splitlines()
    for line in (
        "title: 'The \"Aleppo\": briefing'",
        "base_url: https://example.org/x/",
        "language: ar",
        "timezone: Asia/Damascus",
    ):
        assert line in lines
    assert dateline("check", "--strict", tmp_path / "a").code == 0


def test_what_git_and_editors_leave_in_a_folder_does_not_count(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".DS_Store").touch()
    assert dateline("init", tmp_path).code == 0
    assert (tmp_path / "content/site.yaml").is_file()


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt", "d.txt"):
        (tmp_path / name).write_text("mine")
    before = files_in(tmp_path)
    ran = dateline("init", tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"dateline: {tmp_path} is not empty: it holds a.txt, b.txt, c.txt and 1 more\n")
    assert files_in(tmp_path) == before


def test_a_second_init_changes_nothing(tmp_path: Path) -> None:
    assert dateline("init", tmp_path / "a").code == 0
    before = files_in(tmp_path / "a")
    assert dateline("init", tmp_path / "a", "--title", "Another").code == 1
    assert files_in(tmp_path / "a") == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--base-url", "example.org"), "is not a web address"),
        (("--language", "english"), "is not a language tag"),
        (("--timezone", "Asia/Damaskus"), 'did you mean "Asia/Damascus"?'),
        (("--title", "x" * 301), "a title may have 300 characters"),
        (("--title", "bell \x07"), "--title: the invisible sign U+0007 stands here"),
    ],
)
def test_an_answer_that_cannot_be_used_makes_nothing(
    tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    ran = dateline("init", tmp_path / "a", *words)
    assert (ran.code, ran.out) == (2, "")
    assert told in " ".join(ran.err.split())
    assert not (tmp_path / "a").exists()


def test_a_place_that_cannot_be_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        ran = dateline("init", place)
        assert (ran.code, ran.out) == (2, "")
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.slow
def test_at_a_terminal_it_asks_and_proposes(tmp_path: Path) -> None:
    answers = ["Our briefing", "ftp://x", "https://example.net", "fr", ""]
    code, shown = at_a_terminal(["init", "a"], answers, tmp_path)
    assert code == 0, shown
    assert "Name of the site [A new archive]: " in shown
    assert '"ftp://x" is not a web address' in shown
    text = (tmp_path / "a/content/site.yaml").read_text(encoding="utf-8")
    for line in (
        "title: Our briefing",
        "base_url: https://example.net/",
        "language: fr",
        "timezone: UTC",
    ):
        assert f"\n{line}\n" in text
