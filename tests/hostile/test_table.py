"""HOSTILE.md has every row, names tests that there are, and each test that says which row it is about."""

import re
from pathlib import Path

import pytest

from generator.cli import hosts
from generator.model.written.days import FIRST_YEAR, LAST_YEAR
from generator.model.written.ids import PATTERN
from generator.model.written.numbers import CHARACTERS, LARGEST_EXPONENT
from generator.model.written.text import TITLE_CHARACTERS
from generator.read import limits
from tests.archive import ROOT

HERE = Path(__file__).parent
TABLE = (HERE / "HOSTILE.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`((?:[\w/]+/)?test_\w+\.py)(?:::(test_\w+?)(_…)?)?`(?: \((\d+)\))?", TABLE)
ROWS = {
    "E": "01 02 03 05 06 07 09 10 11 13 14 15 17 18 19",
    "Y": "01 02 03 05 06 07 09 10 11 13 14 15 17 18 19 21 22 23",
    "D": "02 03 04 06 07 08 10 11",
    "I": "01 03 04 05 07 08 09 11 12 13 15 16 17 19",
    "G": "01 02 04 05 06 08",
    "V": "01 02 04 05 06 08 09 10 12",
    "H": "01 02 04 05 06 08 09 10 12 13 14 16 17 18 20 21 22 25",
    "N": "02 03 04 06 07 08 10",
    "B": "20",
}
"""By its letter, the numbers of each row that is promised."""


def file_of(path: str) -> Path:
    """A test by the name that the table has for it: ours, or one from the root of the tests."""
    return HERE / path if (HERE / path).exists() else ROOT / "tests" / path


def test_every_row_that_is_promised_is_in_the_table_with_a_test() -> None:
    found = re.findall(r"^\| ([A-Z])(\d\d) \|.*`[\w/]*test_\w+\.py", TABLE, re.MULTILINE)
    promised = [(letter, number) for letter, numbers in ROWS.items() for number in numbers.split()]
    assert sorted(found) == sorted(promised)


@pytest.mark.slow
@pytest.mark.parametrize(("path", "name", "begins", "number"), NAMED)
def test_what_the_table_names_is_there(path: str, name: str, begins: str, number: str) -> None:
    found = re.findall(rf"^def ({name}\w*)\(", file_of(path).read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    assert begins or not name or name in found
    assert not number or int(number) == len(found)


@pytest.mark.parametrize("path", sorted(file.name for file in HERE.glob("test_*.py")))
def test_every_row_that_a_test_is_about_stands_in_the_table_with_it(path: str) -> None:
    source = (HERE / path).read_text(encoding="utf-8")
    for row in re.findall(r"^def test_((?:[a-z]\d\d_)+)", source, re.MULTILINE):
        for one in row.strip("_").split("_"):
            assert re.search(rf"^\| {one.upper()} \|.*`{path}", TABLE, re.MULTILINE), one


def test_the_limits_are_in_the_documentation() -> None:
    said = (ROOT / "docs/content.md").read_text(encoding="utf-8").partition("\n## Limits\n")[2]
    rows = dict(re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", said, re.MULTILINE))
    assert list(rows.values())[1:] == [
        limits.size(limits.FILE),
        limits.size(limits.FRONT_MATTER),
        limits.size(limits.VALUE),
        f"{limits.NODES:,}",
        str(limits.DEPTH),
        f"{limits.MAX_NESTING}; what is deeper is shown as typed",
        limits.size(limits.ASSET),
        f"{TITLE_CHARACTERS} characters",
        f"{int(PATTERN.rpartition(',')[2].rstrip('}')) + 1} characters",
        f"{CHARACTERS} characters, and an exponent of ten from -{LARGEST_EXPONENT} to {LARGEST_EXPONENT}",
        f"{FIRST_YEAR} to {LAST_YEAR}",
    ]
    assert (
        f"larger than {limits.size(hosts.PAGE)} or the site has more than {hosts.FILES:,} files"
        in " ".join(said.split())
    )
