"""What the archive into which is imported already knows."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from generator.assemble.known import known_of
from generator.errors import UsageError
from generator.model.actor import Actor
from generator.model.source import Source
from generator.model.topic import Topic
from generator.model.written.site import WrittenSite
from generator.read.discover import DOCUMENTS, EntryKind, InputFile, discover
from generator.read.entry import read_entry
from generator.read.file import read_file

_SHA = re.compile(rb"^# SHA-256: ([0-9a-f]{64})$", re.MULTILINE)


class Into(Struct, frozen=True):
    """Actors, sources and topics as far as they could be read, and which documents there are."""

    language: str = "en"
    """Of the site."""
    actors: tuple[Actor, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    topics: tuple[Topic, ...] = ()
    documents: Mapping[str, str] = field(default_factory=dict)
    """The path of each document by its id."""
    imported: Mapping[str, str] = field(default_factory=dict)
    """The path of the document that was made from a raw text, by the SHA-256 of that."""
    latest: date | None = None
    """The day of the newest document."""
    missing: tuple[str, ...] = ()
    """What could not be used, in sentences for the editor."""

    def having(self, id: str, path: str, sha256: str) -> "Into":
        """The same archive with one more draft in it."""
        documents, imported = {**self.documents, id: path}, {**self.imported, sha256: path}
        return replace(self, documents=documents, imported=imported)


def look_into(folder: Path) -> Into:
    """Read what can be read of an archive; whatever is wrong with the rest, importing works."""
    try:
        files = discover(folder).files
    except UsageError:
        return Into(
            missing=("there is no content/ here yet: one is made, without actors, sources or topics",)
        )
    language = _language(files)
    beside = tuple(
        read_file(file, language) for file in files if file.kind not in {*DOCUMENTS, EntryKind.SITE}
    )
    known = known_of(beside)
    documents = [file for file in files if file.kind in DOCUMENTS]
    broken = [file.entry.file.path for file in beside if file.entry.diagnostics]
    return Into(
        language=language,
        actors=tuple(known.actors.values()),
        sources=known.sources,
        topics=tuple(known.topics.values()),
        documents={file.id: file.path for file in documents},
        imported={found[1].decode(): file.path for file in documents if (found := _SHA.search(file.content))},
        latest=max((day for file in documents if (day := _day(file))), default=None),
        missing=tuple(_missing(known.actors, known.sources, known.topics, broken)),
    )


def _missing(
    actors: Mapping[str, Actor], sources: Mapping[str, Source], topics: Mapping[str, Topic], broken: list[str]
) -> list[str]:
    told = []
    if not actors:
        told.append("no actors are known yet: nobody was found by name")
    if not sources:
        told.append("no sources are known yet")
    if not topics:
        told.append("no topics are known yet: no figure has a measure")
    if broken:
        several = f" and {len(broken) - 1} more" if len(broken) > 1 else ""
        told.append(f"{broken[0]}{several} could not be read in full: dateline check says why")
    return told


def _language(files: tuple[InputFile, ...]) -> str:
    written = (read_entry(file).written for file in files if file.kind is EntryKind.SITE)
    return next((site.language for site in written if isinstance(site, WrittenSite)), "en")


def _day(file: InputFile) -> date | None:
    """The day that a document states, without reading it as a whole."""
    found = re.search(rb"^date:\s*(\d{4}-\d{2}-\d{2})", file.content, re.MULTILINE)
    try:
        return date.fromisoformat(found[1].decode()) if found else None
    except ValueError:
        return None
