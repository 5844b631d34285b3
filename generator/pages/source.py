"""A source: what it printed, and how its figures fared."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from generator.model import urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.prose import Prose
from generator.model.source import Source
from generator.model.verdict import Judged
from generator.pages.parts.card import DocumentCard, card_of
from generator.pages.parts.head import Head, Link
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.parts.sourcetally import SourceTally, tallies_of
from generator.words.grades import RELIABILITY
from generator.words.numbers import count


@dataclass(frozen=True, slots=True)
class DayOfDocuments:
    """What the source printed on one day."""

    day: date
    url: str
    documents: tuple[DocumentCard, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A publication and its record in this archive."""

    head: Head
    name: str
    kind: str
    language: str
    url: str
    reliability: str
    reliability_means: str
    counts_as_source: bool
    note: Prose
    tally: SourceTally
    days: tuple[DayOfDocuments, ...]


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """A page for each source."""
    tallies = cache(
        partial(tallies_of, archive, judged)
    )  # worked out once, for the first page that is wanted
    for source in archive.sources.values():
        yield Page(urls.source_url(source), "source.html", partial(_view, archive, source, tallies))


def _view(archive: Archive, source: Source, tallies: Callable[[], Mapping[str, SourceTally]]) -> SourceView:
    days: dict[date, list[DocumentCard]] = {}
    for document in archive.by_source.get(source.id, ()):
        days.setdefault(document.day, []).append(card_of(archive, document))
    path = urls.source_url(source)
    crumbs = (Link("Sources", urls.SOURCES),)
    printed = count(sum(map(len, days.values())), "document", "documents", archive.site.language)
    return SourceView(
        head=Head(
            title=source.name,
            path=path,
            description=f"{source.name}: {printed} in the archive, and how their figures fared.",
            crumbs=crumbs,
            linked_data=breadcrumbs(archive.site, crumbs, source.name, path),
            section="sources",
        ),
        name=source.name,
        kind=source.kind,
        language=source.language or "",
        url=source.url or "",
        reliability=source.reliability.value,
        reliability_means=RELIABILITY[source.reliability],
        counts_as_source=source.counts_as_source,
        note=source.note,
        tally=tallies()[source.id],
        days=tuple(
            DayOfDocuments(day, urls.day_url(day), tuple(days[day])) for day in sorted(days, reverse=True)
        ),
    )
