"""HOSTILE.md names tests that there are, and every row that a test says it is about."""

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TABLE = (HERE / "HOSTILE.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`((?:watch/)?test_\w+\.py)(?:::(test_\w+?)(…)?(?:\[\w+\])?)?`(?: \((\d+)\))?", TABLE)


def source(path: str) -> str:
    return (HERE.parent / path if "/" in path else HERE / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(("path", "name", "begins", "number"), NAMED)
def test_what_the_table_names_is_there(path: str, name: str, begins: str, number: str) -> None:
    found = re.findall(rf"^def ({name}\w*)\(", source(path), re.MULTILINE)
    assert found
    assert begins or not name or name in found
    assert not number or int(number) == len(found)


@pytest.mark.parametrize("path", sorted(file.name for file in HERE.glob("test_*.py")))
def test_every_row_that_a_test_is_about_stands_in_the_table_with_it(path: str) -> None:
    for row in re.findall(r"^def test_([ws][0-9]{2})_", source(path), re.MULTILINE):
        assert re.search(rf"^\| {row.upper()} \|.*`{path}", TABLE, re.MULTILINE), row
