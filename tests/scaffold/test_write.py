"""New files are put beside what is there, never in its place."""

from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.scaffold.write import add, renew


def test_files_and_their_folders_are_made(tmp_path: Path) -> None:
    assert add(tmp_path, {"a/b/c.md": "é\n"}) == ()
    assert (tmp_path / "a/b/c.md").read_bytes() == "é\n".encode()


def test_when_one_file_is_there_none_is_written(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("mine")
    assert add(tmp_path, {"a.md": "new", "b.md": "new"}) == ("b.md",)
    assert (tmp_path / "b.md").read_text() == "mine"
    assert not (tmp_path / "a.md").exists()


def test_a_link_that_leads_nowhere_counts_as_there(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "elsewhere.md")
    assert add(tmp_path, {"a.md": "new"}) == ("a.md",)
    assert not (tmp_path / "elsewhere.md").exists()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file, not a folder")
    with pytest.raises(UsageError, match="cannot be written"):
        add(tmp_path, {"a/b.md": "new"})


def test_what_bears_our_mark_is_made_anew_and_nothing_else_is(tmp_path: Path) -> None:
    (tmp_path / "ours.json").write_text("MARK, old")
    (tmp_path / "theirs.json").write_text("something else")
    files = {"ours.json": "MARK, new", "theirs.json": "MARK, new", "fresh.json": "MARK, new"}
    assert renew(tmp_path, files, "MARK") == ("theirs.json",)
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {
        "ours.json": "MARK, new",
        "theirs.json": "something else",
        "fresh.json": "MARK, new",
    }
