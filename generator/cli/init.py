"""`dateline init`."""

import shlex
from pathlib import Path

import click

from generator.cli.asking import Typed, at_terminal, needed
from generator.cli.terminal import complain, stderr
from generator.errors import UsageError
from generator.model.written.addresses import base_url_of
from generator.model.written.places import language_of, timezone_of
from generator.model.written.text import title_of
from generator.read.discover import EntryKind
from generator.scaffold.newarchive import LEFT_BY_OTHERS, NewArchive, archive_files
from generator.scaffold.readback import mistake_in
from generator.scaffold.write import add

TITLE, URL = Typed("TEXT", title_of), Typed("URL", base_url_of)
LANGUAGE, ZONE = Typed("TAG", language_of), Typed("NAME", timezone_of)
USUAL = NewArchive("A new archive")
"""What is proposed at a terminal, and taken where there is none."""


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", type=TITLE, metavar="TEXT", help=f"Name of the site.  [default: {USUAL.title}]")
@click.option(
    "--base-url",
    type=URL,
    metavar="URL",
    help=f"Where the site will stand.  [default: {USUAL.base_url}]",
)
@click.option(
    "--language",
    type=LANGUAGE,
    metavar="TAG",
    help=f"Language of the site's own words.  [default: {USUAL.language}]",
)
@click.option(
    "--timezone",
    type=ZONE,
    metavar="NAME",
    help=f"Time zone in which its days begin: Europe/Paris.  [default: {USUAL.timezone}]",
)
def init_command(
    folder: Path, title: str | None, base_url: str | None, language: str | None, timezone: str | None
) -> int:
    """Make a small archive in DIR that builds at once.

    It holds one example of each kind of file, all invented, and a README for editors. DIR must be new or
    empty; what git or an editor left in it does not count.

    \b
    Examples:
      dateline init briefing
      dateline init briefing --title "The Aleppo briefing" --timezone Asia/Damascus
    """
    if strangers := _strangers(folder):
        complain(f"{folder} is not empty: it holds {strangers}", "name a new folder, or an empty one")
        return 1
    new = NewArchive(
        title=_answer(title, "--title", "Name of the site", TITLE, USUAL.title),
        base_url=_answer(base_url, "--base-url", "Address of the site", URL, USUAL.base_url),
        language=_answer(language, "--language", "Language of its own words", LANGUAGE, USUAL.language),
        timezone=_answer(timezone, "--timezone", "Time zone", ZONE, USUAL.timezone),
    )
    files = archive_files(new)
    if mistake := mistake_in("content/site.yaml", EntryKind.SITE, files["content/site.yaml"], new.title):
        raise UsageError(f"--title: {mistake.message}", mistake.hint)
    if taken := add(folder, files):
        complain(f"{folder / taken[0]} is there already, and stays as it is", "name a new folder")
        return 1
    click.echo(str(folder))
    stderr.print(
        f"{len(files)} files are in {folder}. Next:\n"
        f"  cd {shlex.quote(str(folder))}\n"
        "  dateline serve --open\n"
        "  dateline build",
        markup=False,
    )
    return 0


def _answer(given: str | None, option: str, question: str, kind: Typed[str], usual: str) -> str:
    if given is None and not at_terminal():
        return usual
    return needed(given, option, question, kind, usual)


def _strangers(folder: Path) -> str:
    """What stands in the folder and is somebody's work, the first few by name."""
    try:
        names = sorted(path.name for path in folder.iterdir() if path.name not in LEFT_BY_OTHERS)
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise UsageError(f"{folder} cannot be read: {(error.strerror or '').lower()}") from error
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
