"""Put a new file into an archive, or say why not."""

import shlex
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from generator.cli.asking import at_terminal, needed
from generator.cli.newoptions import ID
from generator.cli.terminal import complain, stderr
from generator.errors import UsageError
from generator.read.discover import DOCUMENTS, EntryKind, discover
from generator.scaffold.choose import meant
from generator.scaffold.known import Known, Named, known_of
from generator.scaffold.naming import id_for
from generator.scaffold.place import path_of
from generator.scaffold.readback import mistake_in
from generator.scaffold.write import add

NEXT = {
    EntryKind.ARTICLE: "write the text in it and run: {check} --drafts",
    EntryKind.SUMMARY: "write the text in it and run: {check} --drafts",
    EntryKind.ACTOR: "add its other names in aliases, and run: {check}",
    EntryKind.SOURCE: "name it in articles as source: {id}",
    EntryKind.TOPIC: "add its measures, and run: {check}",
}
LATER = "; delete the line draft: true when it is ready"


def known_in(folder: Path) -> Known:
    """The names of the archive in a folder."""
    return known_of(discover(folder).files)


def make(
    folder: Path,
    known: Known,
    kind: EntryKind,
    title: str,
    id_: str | None,
    text_of: Callable[[str], str],
    day: date | None = None,
    namesakes: Sequence[Named] = (),
) -> int:
    """Write the file and say what comes next; 1 if its place or its name is taken."""
    if twin := meant(title, namesakes):
        there = known.holder(kind, twin.id) or path_of(kind, twin.id)
        complain(f'"{title}" is a name of {folder / there} already', "open that file, or choose another name")
        return 1
    id_ = id_ or id_for(title, day) or _asked_id(title)
    path, text = path_of(kind, id_), text_of(id_)
    if mistake := mistake_in(path, kind, text, title):
        raise UsageError(f"this file would not be read back: {mistake.message}", mistake.hint)
    holder = known.holder(kind, id_)
    taken = (holder,) if holder else add(folder, {path: text})
    if taken:
        complain(
            f"{folder / taken[0]} is there already, and stays as it is",
            f"open that file, or give the new one another name: --id {_second(id_)}",
        )
        return 1
    check = "dateline check" if folder == Path() else f"dateline check {shlex.quote(str(folder))}"
    click.echo(str(folder / path))
    stderr.print(
        f"Next: {NEXT[kind].format(check=check, id=id_)}{LATER if kind in DOCUMENTS else ''}", markup=False
    )
    return 0


def _asked_id(title: str) -> str:
    """An id for a title that has no letter or digit in it, or that is a word which no file may have."""
    if not at_terminal():
        raise UsageError(f'no id can be made from "{title}"', "add --id with a to z, 0 to 9 and hyphens")
    return needed(None, "--id", "Name of the file, in a to z, 0 to 9 and hyphens", ID)


def _second(id_: str) -> str:
    return f"{id_[:78]}-2"


def today(known: Known) -> str:
    """What day it is where the days of the site begin; only ever proposed to a person."""
    return datetime.now(ZoneInfo(known.timezone)).date().isoformat()
