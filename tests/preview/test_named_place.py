"""A click on the place of a diagnostic opens that place, and nothing outside of the archive."""

from pathlib import Path

import pytest

from generator.preview.editors import named_place
from generator.preview.values import Place


def test_the_place_of_a_diagnostic_is_taken_as_it_is_told(tmp_path: Path) -> None:
    assert named_place(tmp_path, "content/a.md", "4", "11") == Place("content/a.md", 4, 11)


@pytest.mark.parametrize(
    "file", ["../a.md", "/etc/passwd", "content/../../a.md", "content/a\0.md", "link/passwd"]
)
def test_a_file_outside_of_the_folder_is_no_place(tmp_path: Path, file: str) -> None:
    (tmp_path / "link").symlink_to("/etc")
    assert named_place(tmp_path, file, "1", "1") is None


@pytest.mark.parametrize(
    ("line", "column"), [("0", "1"), ("1", ""), ("-1", "1"), ("1", "x"), ("1" * 10, "1")]
)
def test_a_line_or_column_that_is_no_number_is_no_place(tmp_path: Path, line: str, column: str) -> None:
    assert named_place(tmp_path, "content/a.md", line, column) is None
