"""`dateline check`."""

from datetime import date
from pathlib import Path

import click

from generator.build import Options, examine
from generator.cli import options
from generator.cli.printed import print_diagnostics
from generator.cli.summary import errors_and_warnings, holdings
from generator.cli.terminal import progress, stderr, stdout


@click.command("check")
@options.folder
@options.as_of
@options.drafts
@options.strict
def check_command(folder: Path, as_of: date | None, drafts: bool, strict: bool) -> int:
    """Say what is wrong with FOLDER/content, and write nothing.

    Each mistake is shown with its file, line and column, and with what to write instead.

    \b
    Examples:
      dateline check            the archive in this folder
      dateline check --drafts   unfinished documents, too
    """
    with progress() as tell:
        examined = examine(folder, Options(as_of=as_of, drafts=drafts), tell)
    print_diagnostics(examined.diagnostics, stdout)
    sound = examined.is_sound(strict=strict)
    tally = errors_and_warnings(examined.diagnostics)
    stderr.print(f"{tally} in {holdings(examined.archive)}", style="bold" if not sound else "")
    return 0 if sound else 1
