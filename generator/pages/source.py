"""A source: what it printed, and how its figures fared."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import groupby

from msgspec import Struct

from generator.model import paging, urls
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.page import Page
from generator.model.prose import Prose
from generator.model.source import Source
from generator.model.verdict import Judged
from generator.pages.parts.card import DocumentCard, card_of
from generator.pages.parts.head import Head, Link
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.parts.paging import (
    Pager,
    Place,
    is_newest,
    pager_of,
    parts_of,
    period_of,
    place_title,
    place_url,
)
from generator.pages.parts.sourcerecord import record_of
from generator.pages.parts.sourcetally import SourceTally
from generator.words.catalogue import say, say_count
from generator.words.grades import RELIABILITY

NO_FIGURES = SourceTally()


class DayOfDocuments(Struct, frozen=True):
    """What the source printed on one day."""

    day: date
    url: str
    documents: tuple[DocumentCard, ...]


class SourceView(Struct, frozen=True):
    """A publication and its record in this archive; on an older page, some of what it printed."""

    head: Head
    name: str
    kind: str
    days: tuple[DayOfDocuments, ...]
    pager: Pager | None
    """Between the pages of its documents; None where one page holds all."""
    language: str = ""
    """This and all that follow stand on the newest page alone."""
    url: str = ""
    reliability: str = ""
    reliability_means: str = ""
    counts_as_source: bool = True
    note: Prose = Prose()
    tally: SourceTally = NO_FIGURES


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """A page for each source, and older ones for those that printed many documents."""
    for source in archive.sources.values():
        documents = [document.id for document in archive.by_source.get(source.id, ())]
        for part, place in parts_of(archive, documents, paging.LIMITS.source):
            view = _view if is_newest(place) else _older
            keys = (source.id, part, len(documents), place) if is_newest(place) else (source.id, part, place)
            url = place_url(urls.source_url(source), place)
            yield Page(url, "source.html", partial(view, archive, judged, *keys))


def _view(
    archive: Archive, judged: Judged, id: str, documents: tuple[str, ...], printed: int, place: Place
) -> SourceView:
    source = archive.sources[id]
    found = [archive.document[document] for document in documents]
    path = urls.source_url(source)
    language = archive.site.language
    crumbs = (Link(say(language, "Sources"), urls.SOURCES),)
    return SourceView(
        head=Head(
            title=source.name,
            path=path,
            description=say_count(
                language,
                "%(source)s: %(num)s document in the archive, and how their figures fared.",
                "%(source)s: %(num)s documents in the archive, and how their figures fared.",
                printed,
                source=source.name,
            ),
            crumbs=crumbs,
            linked_data=breadcrumbs(archive.site, crumbs, source.name, path),
            section="sources",
        ),
        name=source.name,
        kind=source.kind,
        language=source.language or "",
        url=source.url or "",
        reliability=source.reliability.value,
        reliability_means=say(language, RELIABILITY[source.reliability]),
        counts_as_source=source.counts_as_source,
        note=source.note,
        tally=record_of(archive, judged, id),
        days=_days(archive, found),
        pager=_pager(archive, source, found, place),
    )


def _older(archive: Archive, judged: Judged, id: str, documents: tuple[str, ...], place: Place) -> SourceView:
    source = archive.sources[id]
    found = [archive.document[document] for document in documents]
    language = archive.site.language
    title, path = place_title(source.name, place, language), place_url(urls.source_url(source), place)
    crumbs = (Link(say(language, "Sources"), urls.SOURCES), Link(source.name, urls.source_url(source)))
    period = period_of([document.day for document in found], language)
    return SourceView(
        head=Head(
            title=title,
            path=path,
            description=say(
                language,
                "%(source)s, %(period)s: the documents that it printed.",
                source=source.name,
                period=period,
            ),
            crumbs=crumbs,
            linked_data=breadcrumbs(archive.site, crumbs, title, path),
            section="sources",
        ),
        name=source.name,
        kind=source.kind,
        days=_days(archive, found),
        pager=_pager(archive, source, found, place),
    )


def _days(archive: Archive, documents: Sequence[Document]) -> tuple[DayOfDocuments, ...]:
    """The latest day first."""
    days = [
        DayOfDocuments(day, urls.day_url(day), tuple(card_of(archive, document) for document in printed))
        for day, printed in groupby(documents, key=lambda document: document.day)
    ]
    return tuple(reversed(days))


def _pager(archive: Archive, source: Source, documents: Sequence[Document], place: Place) -> Pager | None:
    days = [document.day for document in documents]
    return pager_of(urls.source_url(source), place, days, archive.site.language)
