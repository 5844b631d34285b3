"""`dateline check` tells and writes nothing; --strict decides whether warnings count."""

import json
import re
import sys
from contextlib import redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

import pytest

from generator.cli.commands import main
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
    with patch("generator.examined.check", return_value=(WARNING,)):
        yield small


def test_nothing_wrong_is_said_in_one_line(small: Path) -> None:
    before = files_in(small)
    ran = dateline("check", small)
    assert (ran.code, ran.out) == (0, "")
    assert re.fullmatch(r"no mistakes in 1 document, 1 day, 0 facts \(\d+\.\d s\)\n", ran.err)
    assert files_in(small) == before


def test_mistakes_are_the_result_and_stand_on_stdout(small: Path) -> None:
    write(small, {EDGE: article(more="source_url: x")})
    before = files_in(small)
    ran = dateline("check", small)
    assert ran.code == 1
    assert ran.out.startswith(f"content/{EDGE}:5:1: error[unknown-key]: ")
    assert ran.err.startswith("1 error in 1 document, 1 day, 0 facts (")
    assert files_in(small) == before


@pytest.mark.slow
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


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_a_form_stands_alone_on_stdout_and_the_exit_code_is_the_same(small: Path, form: str) -> None:
    assert dateline("check", small, "--format", form).code == 0
    write(small, {EDGE: article(more="source_url: x")})
    ran = dateline("check", small, "--format", form)
    assert ran.code == 1
    assert ran.err.startswith("1 error in 1 document, 1 day, 0 facts (")
    if form == "github":
        assert ran.out.count("\n") == 1
        assert ran.out.startswith("::error file=")
    else:
        assert "unknown-key" in json.dumps(json.loads(ran.out))


def test_a_form_names_files_from_where_one_stands_if_they_are_read_in_a_checkout(small: Path) -> None:
    write(small, {EDGE: article(more="source_url: x")})
    for where, form, path in (
        (small.parent, "github", f"file={small.name}/content/{EDGE},"),
        (small.parent, "sarif", f'"uri": "{small.name}/content/{EDGE}"'),
        (small.parent, "json", f'"file": "content/{EDGE}"'),
        (small, "github", f"file=content/{EDGE},"),
        (small / "content", "github", f"file=content/{EDGE},"),
    ):
        assert path in dateline("check", small, "--format", form, cwd=where).out


def test_a_form_is_utf_8_on_every_terminal(small: Path) -> None:
    write(small, {EDGE: article(more="actors: [北京, é]")})
    terminal = TextIOWrapper(BytesIO(), encoding="ascii")
    words = ["dateline", "check", str(small), "--format", "json"]
    with patch.object(sys, "argv", words), redirect_stdout(terminal), pytest.raises(SystemExit):
        main()
    told = json.loads(terminal.buffer.getvalue().decode("utf-8"))
    assert [problem["excerpt"] for problem in told["diagnostics"]] == ["actors: [北京, é]"] * 2


def test_of_many_mistakes_the_rules_broken_most_often_are_counted(small: Path) -> None:
    write(small, {EDGE: article(more="\n".join(f"odd{number}: x" for number in range(20)))})
    assert "most often" not in dateline("check", small).err
    write(small, {EDGE: article(more="\n".join(f"odd{number}: x" for number in range(20)), day="soon")})
    often, summary = dateline("check", small).err.splitlines()
    assert often == "most often: unknown-key 20, not-a-date 1"
    assert summary.startswith("21 errors in ")


def test_explain_prints_a_rule_and_reads_no_archive(tmp_path: Path) -> None:
    ran = dateline("check", "--explain", "stale-print", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("stale-print: warning\n")


def test_explain_of_a_code_that_is_not_there(tmp_path: Path) -> None:
    ran = dateline("check", "--explain", "stale-prin", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert 'did you mean "stale-print"?' in ran.err


def test_watching_writes_for_people(small: Path) -> None:
    ran = dateline("check", small, "--watch", "--format", "json")
    assert (ran.code, ran.out) == (2, "")
    assert "--watch writes for people; leave out --format" in ran.err
