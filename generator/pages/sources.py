"""All sources."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from generator.model import paging, urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.source import Source
from generator.model.verdict import Judged
from generator.pages.parts.head import Head, Link
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.parts.sourcerecord import record_of
from generator.pages.parts.sourcetally import SourceTally
from generator.pages.parts.turning import Turn, Turner, turn_title, turn_url, turner_of, turns_of
from generator.words.catalogue import say, say_count, to_say

PLACE = to_say("Sources %(first)s to %(last)s of %(all)s")


class SourceLine(Struct, frozen=True):
    """A source with how much it printed."""

    source: Link
    kind: str
    language: str
    reliability: str
    counts_as_source: bool
    documents: int
    tally: SourceTally


class SourcesView(Struct, frozen=True):
    """A page of the list of sources."""

    head: Head
    sources: tuple[SourceLine, ...]
    turner: Turner | None
    """Between its pages; None where one page holds all."""


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The list of sources by name, on as many pages as it needs."""
    sources = sorted(archive.sources.values(), key=lambda source: source.name)
    for part, turn in turns_of([source.id for source in sources], paging.LIMITS.names):
        printed = tuple(len(archive.by_source.get(id, ())) for id in part)
        view = partial(_view, archive, judged, part, printed, turn, len(sources))
        yield Page(turn_url(urls.SOURCES, turn), "sources.html", view)


def _view(
    archive: Archive,
    judged: Judged,
    ids: tuple[str, ...],
    printed: tuple[int, ...],
    turn: Turn,
    total: int,
) -> SourcesView:
    language = archive.site.language
    lines = tuple(
        _line(archive, judged, archive.sources[id], documents)
        for id, documents in zip(ids, printed, strict=True)
    )
    path = turn_url(urls.SOURCES, turn)
    title = turn_title(say(language, "Sources"), turn, language)
    crumbs = () if turn[0] == 1 else (Link(say(language, "Sources"), urls.SOURCES),)
    head = Head(
        title=title,
        path=path,
        description=say_count(
            language,
            "The %(num)s source that printed the documents of the archive.",
            "The %(num)s sources that printed the documents of the archive.",
            total,
        ),
        crumbs=crumbs,
        linked_data=breadcrumbs(archive.site, crumbs, title, path),
        section="sources",
    )
    return SourcesView(head, lines, turner_of(urls.SOURCES, turn, PLACE, len(ids), total, language))


def _line(archive: Archive, judged: Judged, source: Source, documents: int) -> SourceLine:
    return SourceLine(
        Link(source.name, urls.source_url(source)),
        source.kind,
        source.language or "",
        source.reliability.value,
        source.counts_as_source,
        documents,
        record_of(archive, judged, source.id),
    )
