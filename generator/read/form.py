"""What one file says in short: as much as is asked of every file in every run."""

import re
from datetime import date, datetime
from hashlib import blake2b

from msgspec import Struct

from generator.model.diagnostic import Diagnostic
from generator.model.written.actor import WrittenActor
from generator.model.written.document import WrittenDocument
from generator.model.written.source import WrittenSource
from generator.model.written.topic import WrittenTopic
from generator.read.discover import DOCUMENTS
from generator.read.entry import Entry
from generator.read.file import ReadFile

_DRAFT = re.compile(r"draft[ \t]*:[ \t]+true[ \t]*(?:#.*)?")
_FENCE = "---"
_SILENCING = (WrittenDocument, WrittenActor, WrittenSource, WrittenTopic)


class Form(Struct, frozen=True):
    """The form of a file, and what of a document decides whether it is published."""

    diagnostics: tuple[Diagnostic, ...] = ()
    """What is wrong with its form."""
    readable: bool = True
    """Whether its front matter could be read, if only in part."""
    silences: bool = False
    """Whether it silences a rule."""
    day: date | None = None
    """That of a document; None for every other file, and for one that cannot be read."""
    draft: bool = False
    """Also where the front matter of a document cannot be read, but has the line `draft: true`."""
    publish_at: datetime | None = None
    expires: datetime | None = None
    keys: tuple[str, ...] = ()
    """Of the facts that its author typed."""
    front: bytes = b""
    """What the front matter of a document counts as: two files with the same one differ in their texts."""


def form_of(file: ReadFile) -> Form:
    """The form of a file."""
    entry, written = file.entry, file.entry.written
    silences = isinstance(written, _SILENCING) and bool(written.silence)
    if not isinstance(written, WrittenDocument):
        draft = written is None and entry.file.kind in DOCUMENTS and _says_draft(entry)
        return Form(entry.diagnostics, written is not None, silences, draft=draft)
    return Form(
        entry.diagnostics,
        readable=True,
        silences=silences,
        day=written.date,
        draft=written.draft,
        publish_at=written.publish_at,
        expires=written.expires,
        keys=tuple(fact.key for fact in written.facts),
        front=_digest(entry.text[: entry.body_start or None]),
    )


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _says_draft(entry: Entry) -> bool:
    """Whether front matter that cannot be read as a whole still has the line `draft: true`."""
    lines = [line.rstrip() for line in entry.lines]
    if not lines or lines[0] != _FENCE:
        return False
    end = lines.index(_FENCE, 1) if _FENCE in lines[1:] else len(lines)
    return any(_DRAFT.fullmatch(line) for line in lines[1:end])
