"""A document: its text with quoted figures marked, its facts, actors, and where it was printed."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from zoneinfo import ZoneInfo

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.correction import CorrectionKind
from generator.model.document import Document
from generator.model.notice import Notice, own_notices
from generator.model.page import Page
from generator.model.prose import Prose, Weft
from generator.model.verdict import Judged
from generator.pages.parts.actorcount import ActorCount, actors_in
from generator.pages.parts.card import DocumentCard, card_of
from generator.pages.parts.citation import Citation, citation_of
from generator.pages.parts.correction import Correction, correction_of
from generator.pages.parts.figure import Figure, figure_of
from generator.pages.parts.head import Head, Link, SearchEntry, Tags
from generator.pages.parts.linkeddata import breadcrumbs, news_article, together
from generator.pages.parts.row import MeasureRow, row_now
from generator.pages.parts.tags import document_tags, picture_of
from generator.pages.parts.takeaway import TakeawayView, takeaways_of
from generator.pages.parts.wefts import wefts_of
from generator.words.catalogue import say
from generator.words.days import day_text


class FactLine(Struct, frozen=True):
    """One fact of the document with the measure that it answers."""

    anchor: str
    """The id of its sentence on the page."""
    figure: Figure
    row: MeasureRow
    """What the archive knows of its measure."""


class DocumentView(Struct, frozen=True):
    """A text and everything that was read in it."""

    head: Head
    kind: str
    title: str
    day: date
    day_link: Link
    source: Link
    url: str
    """Where it was printed; empty when that is not known."""
    language: str
    original_language: str
    made_by: str
    draft: bool
    embargo: str
    """The moment before which it is not published; empty when that has come, or there is none."""
    withdrawal: Correction | None
    """Why the whole document no longer stands; None while it does."""
    corrections: tuple[Correction, ...]
    """What a reader must know before reading on: corrections, and figures set aside; the newest first."""
    notes: tuple[Correction, ...]
    """What can wait for the end of the text: clarifications and updates, the newest first."""
    prose: Prose
    wefts: tuple[Weft, ...]
    takeaways: tuple[TakeawayView, ...]
    facts: tuple[FactLine, ...]
    actors: tuple[ActorCount, ...]
    covers: tuple[DocumentCard, ...]
    covered_by: tuple[DocumentCard, ...]
    citation: Citation
    previous: Link | None
    next: Link | None


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """A page for each document."""
    return (page_of(archive, judged, document) for document in archive.documents)


def page_of(archive: Archive, judged: Judged, document: Document) -> Page:
    """The page of one of the documents."""
    path, view = urls.document_url(document), partial(_view, archive, judged, document.id)
    return Page(path, "document.html", view, listed=not document.draft, searched=True)


def _view(archive: Archive, judged: Judged, id: str) -> DocumentView:
    document = archive.document[id]
    before, after = archive.neighbours[id]
    source = archive.sources[document.source]
    told = [(one, correction_of(archive, judged, one)) for one in own_notices(document)]
    withdrawals = [shown for notice, shown in told if notice.withdraws]
    return DocumentView(
        head=_head(archive, document),
        kind=document.kind.value,
        title=document.title,
        day=document.day,
        day_link=Link(day_text(document.day, archive.site.language), urls.day_url(document.day)),
        source=Link(source.name, urls.source_url(source)),
        url=document.url or "",
        language=document.language,
        original_language=document.original_language or "",
        made_by=document.made_by.value if document.made_by else "",
        draft=document.draft,
        embargo=embargo_of(archive, document) if document.draft else "",
        withdrawal=withdrawals[-1] if withdrawals else None,
        corrections=tuple(shown for notice, shown in told if not _is_note(notice) and not notice.withdraws),
        notes=tuple(shown for notice, shown in told if _is_note(notice)),
        prose=archive.texts[id],
        wefts=wefts_of(archive, document),
        takeaways=takeaways_of(archive, document),
        facts=tuple(
            FactLine(
                urls.fact_anchor(fact),
                figure_of(archive, fact, judged.now[fact.measure]),
                row_now(archive, judged, fact.measure),
            )
            for fact in document.facts
        ),
        actors=actors_in(archive, [document]),
        covers=tuple(card_of(archive, archive.document[other]) for other in document.covers),
        covered_by=tuple(card_of(archive, other) for other in archive.covering.get(document.id, ())),
        citation=citation_of(
            archive.site,
            document.title,
            urls.document_url(document),
            document.day,
            source.name,
            document.withdrawn.on if document.withdrawn else None,
        ),
        previous=_link(archive.document[before]) if before else None,
        next=_link(archive.document[after]) if after else None,
    )


def _link(document: Document) -> Link:
    return Link(document.title, urls.document_url(document), document.language)


def _is_note(notice: Notice) -> bool:
    kind = notice.correction.kind if notice.correction else None
    return kind in {CorrectionKind.CLARIFICATION, CorrectionKind.UPDATE}


def embargo_of(archive: Archive, document: Document) -> str:
    """`30 November 2024, 18:00 (Europe/Paris)`, by the clocks of the site."""
    moment = document.publish_at
    if moment is None or document.id not in archive.embargoed:
        return ""
    site = archive.site
    local = moment.astimezone(ZoneInfo(site.timezone))
    return say(
        site.language,
        "%(day)s, %(time)s (%(zone)s)",
        day=day_text(local.date(), site.language),
        time=f"{local:%H:%M}",
        zone=site.timezone,
    )


def _head(archive: Archive, document: Document) -> Head:
    language = archive.site.language
    day = document.day
    description, path = document.teaser, urls.document_url(document)
    on_card = (document.title, day_text(day, language))
    crumbs = (
        Link(str(day.year), urls.year_url(day.year)),
        Link(day_text(day, language, "month_name"), urls.month_url(day.year, day.month)),
        Link(str(day.day), urls.day_url(day)),
    )
    return Head(
        title=document.title,
        path=path,
        description=description,
        crumbs=crumbs,
        search=SearchEntry(
            kind=document.kind.value,
            day=day,
            sources=(archive.sources[document.source].name,),
            actors=tuple(sorted(archive.actors[actor].name for actor in document.actors)),
            topics=tuple(archive.topics[topic].title for topic in archive.topics_of(document)),
            years=(str(day.year),),
            language=document.language,
            withdrawn=document.withdrawn is not None,
        ),
        linked_data=together(
            breadcrumbs(archive.site, crumbs, document.title, path),
            news_article(archive, document, description, picture_of(archive.site, path, *on_card)),
        ),
        tags=document_tags(archive, document, description, on_card) if not document.draft else Tags(),
        listed=not document.draft,
        section="days",
    )
