"""`dateline check`."""

import sys
import time
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path

import click
from msgspec.structs import replace

from generator.asked import Options
from generator.cli import options
from generator.cli.explain import explain
from generator.cli.forms import FORMS, FROM_CHECKOUT
from generator.cli.printed import print_diagnostics
from generator.cli.rounds import check_in_rounds
from generator.cli.summary import checked, most_often
from generator.cli.terminal import progress, stderr, stdout
from generator.examined import examine
from generator.model.diagnostic import Diagnostic
from generator.model.record import RECORD

TEXT = "text"


@click.command("check")
@options.folder
@click.option(
    "--format",
    "form",
    type=click.Choice([TEXT, *FORMS]),
    default=TEXT,
    show_default=True,
    help="How to write what is wrong: for people, for a program, as annotations of GitHub, or as SARIF.",
)
@click.option("--watch", is_flag=True, help="Check again after every change, until Ctrl-C.")
@click.option("--explain", "code", metavar="CODE", help="Only print what a rule says, and why.")
@options.as_of
@options.drafts
@options.since
@options.strict
def check_command(
    folder: Path,
    form: str,
    watch: bool,
    code: str | None,
    as_of: date | None,
    drafts: bool,
    since: Path | None,
    strict: bool,
) -> int:
    """Say what is wrong with FOLDER/content, and write nothing.

    Each mistake is shown with its file, line and column, and with what to write instead. The word in
    brackets is the code of the rule; --explain tells more of it.

    \b
    Examples:
      dateline check                          the archive in this folder
      dateline check --drafts                 unfinished documents, too
      dateline check --watch                  while you write
      dateline check --explain stale-print    why a rule is there, and how it is kept
      dateline check --format sarif > check.sarif
    """
    if code is not None:
        stdout.print(explain(code))
        return 0
    settings = Options(
        as_of=as_of,
        now=options.present_moment(),
        drafts=drafts,
        record=folder / "site" / RECORD,
        since=options.checked_since(since),
    )
    if watch:
        if form != TEXT:
            raise click.UsageError("--watch writes for people; leave out --format")
        return check_in_rounds(folder, settings)
    began = time.monotonic()
    with progress() as tell:
        examined = examine(folder, settings, tell)
    if form == TEXT:
        print_diagnostics(examined.diagnostics, stdout)
    else:
        named = _from_here(examined.diagnostics, folder) if form in FROM_CHECKOUT else examined.diagnostics
        _write(FORMS[form](named))
    sound = examined.is_sound(strict=strict)
    if often := most_often(examined.diagnostics):
        stderr.print(often, markup=False)
    summary = checked(examined, time.monotonic() - began)
    stderr.print(summary, style="bold" if not sound else "", markup=False)
    return 0 if sound else 1


def _from_here(diagnostics: Sequence[Diagnostic], folder: Path) -> tuple[Diagnostic, ...]:
    """With the files named from the current folder, if the archive stands below it."""
    here, archive = Path.cwd(), folder.resolve()
    if not archive.is_relative_to(here):
        return tuple(diagnostics)
    above = archive.relative_to(here)
    return tuple(replace(problem, file=(above / problem.file).as_posix()) for problem in diagnostics)


def _write(text: str) -> None:
    """A form is UTF-8 whatever the terminal is, because it is read by programs."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.write(text)
    sys.stdout.flush()
