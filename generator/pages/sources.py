"""All sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.model import urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.head import Head, Link
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.parts.sourcetally import SourceTally, tallies_of
from generator.words.numbers import count


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source with how much it printed."""

    source: Link
    kind: str
    language: str
    reliability: str
    counts_as_source: bool
    documents: int
    tally: SourceTally


@dataclass(frozen=True, slots=True)
class SourcesView:
    """The list of sources."""

    head: Head
    sources: tuple[SourceLine, ...]


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The one list of sources, by name."""
    yield Page(urls.SOURCES, "sources.html", partial(_view, archive, judged))


def _view(archive: Archive, judged: Judged) -> SourcesView:
    tallies = tallies_of(archive, judged)
    lines = tuple(
        SourceLine(
            Link(source.name, urls.source_url(source)),
            source.kind,
            source.language or "",
            source.reliability.value,
            source.counts_as_source,
            len(archive.by_source.get(source.id, ())),
            tallies[source.id],
        )
        for source in sorted(archive.sources.values(), key=lambda source: source.name)
    )
    number = count(len(lines), "source", "sources", archive.site.language)
    head = Head(
        title="Sources",
        path=urls.SOURCES,
        description=f"The {number} that printed the documents of the archive.",
        linked_data=breadcrumbs(archive.site, (), "Sources", urls.SOURCES),
        section="sources",
    )
    return SourcesView(head, lines)
