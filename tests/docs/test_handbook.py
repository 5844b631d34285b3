"""The handbook can be followed step by step, from nothing to a first published day."""

import shlex
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import pytest

from generator.cli import main
from tests.archive import ROOT
from tests.docs.steps import Change, Run, Write, matches, steps_of

HANDBOOK = (ROOT / "docs" / "handbook.md").read_text()
STEPS = tuple(steps_of(HANDBOOK))


@pytest.mark.slow
def test_every_step_of_the_handbook_does_what_it_says(tmp_path: Path) -> None:
    here, last = tmp_path, tmp_path
    for step in STEPS:
        match step:
            case Write(path, text):
                last = here / path if path.endswith(".md") and "/articles/" in path else last
                (here / path).write_text(text)
            case Change(was, now):
                text = last.read_text()
                assert text.count(f"{was}\n") == 1, was
                last.write_text(text.replace(f"{was}\n", f"{now}\n" if now else ""))
            case Run(command, prints) if command.startswith("cd "):
                here /= command.removeprefix("cd ")
                assert prints == ()
                assert here.is_dir()
            case Run(command, prints):
                printed = typed(command, here)
                assert not prints or matches(prints, printed), f"$ {command}\n{printed}"
    day = (here / "site" / "2024" / "05" / "02" / "index.html").read_text()
    assert "At least 140 people had to leave their houses." in day
    assert "People brought to safety" in day


def test_the_handbook_has_steps_of_every_kind() -> None:
    assert {type(step) for step in STEPS} == {Write, Change, Run}
    commands = {
        step.command.split()[1] for step in STEPS if isinstance(step, Run) and "dateline" in step.command
    }
    assert commands == {"init", "check", "build", "new", "import"}


def test_a_step_that_prints_something_else_would_be_found_out() -> None:
    assert matches(("a … c", "…"), "a b c\nd\ne\n")
    assert not matches(("a … c",), "a b d\n")
    assert not matches(("a",), "a\nb\n")


def typed(command: str, folder: Path) -> str:
    """What a command prints when somebody without a terminal types it; both streams, in their order."""
    if not command.startswith("dateline "):
        subprocess.run(command, cwd=folder, shell=True, check=True)  # noqa: S602 -- those of our own handbook
        return ""
    printed = StringIO()
    with (
        chdir(folder),
        patch.object(sys, "argv", shlex.split(command)),
        redirect_stdout(printed),
        redirect_stderr(printed),
        pytest.raises(SystemExit) as end,
    ):
        main()
    assert end.value.code in {0, 1}, printed.getvalue()
    return printed.getvalue()
