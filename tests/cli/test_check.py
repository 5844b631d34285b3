"""`dateline check` tells and writes nothing; --strict decides whether warnings count."""

from pathlib import Path
from unittest.mock import patch

import pytest

from generator.model.diagnostic import Diagnostic, Mark, Severity
from tests.archive import PLACES, article, files_in, write
from tests.commandline import dateline

EDGE = "articles/2024-11-29-edge.md"
WARNING = Diagnostic(
    "far-away", f"content/{EDGE}", Mark(2, 8, 4), "this is odd", "look again", Severity.WARNING, "title: News"
)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write(tmp_path, PLACES | {EDGE: article()})


@pytest.fixture
def odd(small: Path):
    """The small archive while one check warns of something."""
    with patch("generator.build.check", return_value=(WARNING,)):
        yield small


def test_nothing_wrong_is_said_in_one_line(small: Path) -> None:
    before = files_in(small)
    ran = dateline("check", small)
    assert (ran.code, ran.out, ran.err) == (0, "", "no mistakes in 1 document, 1 day, 0 facts\n")
    assert files_in(small) == before


def test_mistakes_are_the_result_and_stand_on_stdout(small: Path) -> None:
    write(small, {EDGE: article(more="source_url: x")})
    before = files_in(small)
    ran = dateline("check", small)
    assert ran.code == 1
    assert ran.out.startswith(f"content/{EDGE}:5:1: error[unknown-key]: ")
    assert ran.err == "1 error in 1 document, 1 day, 0 facts\n"
    assert files_in(small) == before


def test_a_warning_is_told_and_does_not_stop_a_build(odd: Path) -> None:
    told = (
        f"content/{EDGE}:2:8: warning[far-away]: this is odd\n"
        "    2 | title: News\n"
        "      |        ^^^^ look again\n"
    )
    ran = dateline("check", odd)
    assert (ran.code, ran.out) == (0, told)
    ran = dateline("build", odd, "--no-search")
    assert (ran.code, ran.err) == (0, told)
    assert ran.out.endswith("; 1 warning\n")
    assert (odd / "site" / "index.html").is_file()


def test_with_strict_a_warning_counts_as_an_error(odd: Path) -> None:
    assert dateline("check", odd, "--strict").code == 1
    ran = dateline("build", odd, "--no-search", "--strict")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith(f"1 warning; nothing was written to {odd / 'site'}\n")
    assert not (odd / "site").exists()


def test_documents_of_a_later_day_and_drafts_are_looked_at_only_when_asked_for(small: Path) -> None:
    write(small, {"articles/2024-11-30-half.md": article(day="2024-11-30", more="draft: true\nactors: [x]")})
    assert dateline("check", small).code == 0
    assert dateline("check", small, "--drafts").code == 1
    assert dateline("check", small, "--drafts", "--as-of", "2024-11-29").code == 0
