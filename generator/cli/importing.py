"""`dateline import`."""

from collections.abc import Callable, Iterator
from pathlib import Path
from sys import stdin
from typing import TypeVar

import click

from generator.cli.options import present_moment
from generator.cli.terminal import stderr, stdout
from generator.intake.importing import Imported, imported, write
from generator.intake.into import Into, look_into
from generator.intake.refused import Refused
from generator.intake.values import Value
from generator.intake.wishes import Wishes
from generator.model.document import DocumentKind
from generator.model.written.addresses import url_of
from generator.model.written.days import day_of
from generator.model.written.mistake import Mistake
from generator.model.written.places import language_of
from generator.model.written.text import title_of
from generator.read.limits import FILE

T = TypeVar("T")
STDIN = "-"
WIDEST = 88
"""Characters of a dropped line that are shown."""


@click.command("import")
@click.argument("files", metavar="FILE...|-", nargs=-1, required=True)
@click.option(
    "--into",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder that holds content/.  [default: this one]",
)
@click.option("--kind", type=click.Choice([kind.value for kind in DocumentKind]), help="What it becomes.")
@click.option("--title", metavar="TEXT", help="The title, in place of the headline.")
@click.option("--date", "day", metavar="DATE", help="The day it belongs to.")
@click.option("--source", metavar="NAME", help="Who printed it: an id or name of sources/.")
@click.option("--url", metavar="URL", help="Where it was printed.")
@click.option("--language", metavar="TAG", help="Its language: en, ar, pt-BR.")
@click.option(
    "--near",
    metavar="DATE",
    help="Look for days without a year near this one.  [default: the newest document, else today]",
)
@click.option("--dry-run", is_flag=True, help="Show the draft, and write nothing.")
def import_command(
    files: tuple[str, ...],
    folder: Path,
    kind: str | None,
    title: str | None,
    day: str | None,
    source: str | None,
    url: str | None,
    language: str | None,
    near: str | None,
    dry_run: bool,
) -> int:
    """Make drafts from raw texts or web pages.

    Each FILE becomes a document with draft: true in content/articles/ or content/summaries/. What is found is
    filled in and what was guessed is marked; figures are proposed as comments with their quotation, and count
    only once you take them over. Nothing is lost: the bytes are kept in content/raw/, and every line that was
    left out is listed with its reason. Nothing is overwritten, published or fetched.

    \b
    Examples:
      dateline import story.txt                    a text that was copied from somewhere
      dateline import page.html --source bfmtv     a saved web page (needs dateline[import])
      dateline import *.txt --date 2024-11-29      several at once, all of one day
      pbpaste | dateline import - --dry-run        look first at what would be written
    """
    into = look_into(folder)
    for sentence in into.missing:
        stderr.print(f"note: {sentence}", style="dim", markup=False)
    wishes = Wishes(
        near=_checked(day_of, near, "--near") or into.latest or present_moment().date(),
        kind=DocumentKind(kind) if kind else None,
        title=_checked(title_of, title, "--title") or "",
        day=_checked(day_of, day, "--date"),
        source=source or "",
        url=_checked(url_of, url, "--url") or "",
        language=_checked(language_of, language, "--language") or "",
    )
    worst = 0
    for name in files:
        into, code = _one(name, folder, wishes, into, dry_run=dry_run)
        worst = max(worst, code)
    return worst


def _one(name: str, folder: Path, wishes: Wishes, into: Into, *, dry_run: bool) -> tuple[Into, int]:
    """Import one file and tell about it; what the archive knows afterwards, and the exit code."""
    content = _content(name)
    made = content if isinstance(content, Refused) else imported(name, content, wishes, into)
    if isinstance(made, Imported) and not dry_run:
        made = write(made, folder) or made
    if isinstance(made, Refused):
        stderr.print(f"{_shown(name)}: {_shown(made.message)}", style="bold red", markup=False)
        if made.hint:
            stderr.print(f"  hint: {_shown(made.hint)}", style="cyan", markup=False)
        return into, 2 if made.machine else 1
    if dry_run:
        stdout.print(made.draft.text, end="", markup=False, emoji=False)
    else:
        stdout.print((folder / made.draft.path).as_posix(), markup=False, emoji=False)
    for line in _report(made, dry_run=dry_run):
        stderr.print(line, markup=False, emoji=False)
    return into.having(made.draft.id, made.draft.path, made.found.raw.sha256), 0


def _report(made: Imported, *, dry_run: bool) -> Iterator[str]:
    """What was made, what was inferred, what was left out, and what to do next."""
    found, draft = made.found, made.draft
    yield f"{_shown(found.name)} {'would become' if dry_run else 'became'} {draft.path}"
    if found.kind_how:
        yield f"  kind      {found.kind}: a guess, since {_shown(found.kind_how)}"
    for key in ("title", "date", "source", "url", "language"):
        value: Value = getattr(found, "day" if key == "date" else key)
        if value.text or key != "url":
            yield f"  {key:<9} {_shown(value.text or '?')}: {_shown(value.how)}"
    yield f"  actors    {', '.join(found.actors) or 'none by name'}"
    fitting = sum(bool(proposal.measure) for proposal in found.proposals)
    yield f"  facts     {draft.proposed} proposed, {fitting} of them with a measure"
    if draft.left_over:
        yield f"            {draft.left_over} more: no room in the front matter, or too long to quote"
    yield f"  raw       {found.raw.path}, SHA-256 {found.raw.sha256}"
    yield from _left_out(made)
    if not dry_run:
        yield "  next      1. read the draft  2. uncomment the facts that you trust"
        yield "            3. dateline check --drafts  4. delete draft: true"


def _left_out(made: Imported) -> Iterator[str]:
    dropped = made.found.dropped
    lines = f"{len(dropped)} line{'' if len(dropped) == 1 else 's'}"
    yield f"  left out  {lines}{', all kept in the raw file:' if dropped else ''}"
    for drop in dropped:
        text = _shown(drop.line.text)
        short = text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"
        yield f"    {drop.line.number:>5} | {short}"
        yield f"          = {_shown(drop.reason)}"


def _content(name: str) -> bytes | Refused:
    """The bytes of a file, or of standard input for `-`; one byte more than may be read shows the rest."""
    try:
        if name == STDIN:
            return stdin.buffer.read(FILE + 1)
        with Path(name).open("rb") as stream:
            return stream.read(FILE + 1)
    except OSError as error:
        return Refused(f"cannot be read: {(error.strerror or 'the machine refuses').lower()}")


def _checked(read: Callable[[object], T], typed: str | None, option: str) -> T | None:
    """The value of an option, read as strictly as in front matter."""
    if typed is None:
        return None
    try:
        return read(typed)
    except Mistake as mistake:
        hint = f"; {mistake.hint}" if mistake.hint else ""
        raise click.BadParameter(f"{mistake.message}{hint}", param_hint=option) from mistake


def _shown(text: str) -> str:
    """Without signs that would move the cursor or change the terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
