"""Wrong usage, configuration or machine: exit code 2, one sentence on stderr, and nothing is touched."""

import sys
from contextlib import redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

import click
import pytest

from generator.cli.commands import COMMANDS, main
from generator.cli.lazy import load
from tests.archive import PLACES, article, files_in, write
from tests.commandline import dateline

SMALL = PLACES | {"articles/2024-11-29-edge.md": article()}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write(tmp_path / "small", SMALL)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    for command in ("build", "check"):
        ran = dateline(command, tmp_path / "none")
        assert (ran.code, ran.out) == (2, "")
        assert f"Directory '{tmp_path / 'none'}' does not exist." in ran.err


def test_a_folder_without_content(tmp_path: Path) -> None:
    for command in ("build", "check"):
        ran = dateline(command, tmp_path)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("dateline: there is no content/ folder here\n  hint: ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_the_folder_is_the_one_that_one_stands_in_when_none_is_named(small: Path) -> None:
    assert dateline("build", "--no-search", cwd=small).code == 0
    assert (small / "site" / "index.html").is_file()


def test_a_theme_that_is_not_there(small: Path) -> None:
    write(small, {"site.yaml": PLACES["site.yaml"] + "theme: paper\n"})
    ran = dateline("build", small, "--no-search")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        'dateline: there is no theme "paper"\n'
        f"  hint: make the folder {small / 'themes' / 'paper'}, "
        "or write theme: default in content/site.yaml\n"
    )
    assert not (small / "site").exists()


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--base-url", "example.org", '--base-url: "example.org" is not a web address'),
        ("--base-url", "javascript:alert(1)", '--base-url: "javascript:alert(1)" is not a web address'),
        ("--base-url", "https://example.org/?a", '--base-url: "https://example.org/?a" is not a web address'),
        ("--as-of", "yesterday", '"yesterday" is not a date; write year, month and day: 2024-11-29'),
        ("--as-of", "2024-11-31", "the calendar has no day 2024-11-31; check the month and the day"),
        ("--port", "80", "No such option"),
    ],
)
def test_an_option_that_cannot_be_used(small: Path, option: str, value: str, message: str) -> None:
    ran = dateline("build", small, "--no-search", option, value)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert not (small / "site").exists()


@pytest.mark.parametrize("output", ["content", "content/site", ".", "themes", "themes/x"])
def test_an_output_folder_that_is_read_from(small: Path, output: str) -> None:
    (small / "themes").mkdir()
    before = files_in(small)
    ran = dateline("build", small, "--no-search", "--output", small / output)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("dateline: The output folder ")
    assert files_in(small) == before


@pytest.mark.slow
def test_an_output_folder_that_holds_files_of_somebody_else(small: Path, tmp_path: Path) -> None:
    (tmp_path / "holiday").mkdir()
    (tmp_path / "holiday" / "photo.jpg").write_text("mine")
    ran = dateline("build", small, "--no-search", "--output", tmp_path / "holiday")
    assert (ran.code, ran.out) == (2, "")
    assert "is not empty and was not made by a build: photo.jpg." in ran.err
    assert files_in(tmp_path / "holiday") == {"photo.jpg": b"mine"}


@pytest.mark.parametrize("name", COMMANDS)
def test_help_names_every_option_with_a_sentence_and_gives_examples(name: str) -> None:
    command = load(COMMANDS[name])
    ran = dateline(str(command.name), "--help")
    assert (ran.code, ran.err) == (0, "")
    for option in command.params:
        assert isinstance(option, click.Argument) or (option.opts[-1] in ran.out and option.help)
    assert "Examples:" in ran.out
    assert f"  dateline {command.name}" in ran.out


def test_help_of_the_program_names_every_command_and_the_exit_codes() -> None:
    ran = dateline("--help")
    assert (ran.code, ran.err) == (0, "")
    assert all(f"\n  {name} " in ran.out for name in COMMANDS)
    assert "0 all is well, 1 the content has errors, 2 wrong usage, configuration or machine" in " ".join(
        ran.out.split()
    )


def test_a_command_that_is_not_there() -> None:
    ran = dateline("biuld")
    assert (ran.code, ran.out) == (2, "")
    assert "No such command 'biuld'" in ran.err


def test_the_version() -> None:
    ran = dateline("--version")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("dateline, version ")


@pytest.mark.slow
@pytest.mark.parametrize("stage", ["generator.longway.discover_settled", "generator.finishing.publish"])
def test_ctrl_c_ends_it_at_once_with_130(small: Path, stage: str) -> None:
    with patch(stage, side_effect=KeyboardInterrupt):
        ran = dateline("build", small, "--no-search")
    assert (ran.code, ran.out) == (130, "")
    assert "Traceback" not in ran.err


def test_a_terminal_that_cannot_write_a_script_still_gets_the_message(small: Path) -> None:
    write(small, {"articles/2024-11-29-edge.md": article(more="actors: [北京]")})
    terminal = TextIOWrapper(BytesIO(), encoding="ascii")
    with patch.object(sys, "argv", ["dateline", "check", str(small)]), redirect_stdout(terminal):
        with pytest.raises(SystemExit) as end:
            main()
        terminal.flush()
    assert end.value.code == 1
    told = terminal.buffer.getvalue().decode("ascii")
    assert 'no actor has the id or alias "\\u5317\\u4eac"' in told
