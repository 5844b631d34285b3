"""A day in a list of days."""

from datetime import date

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import DocumentKind
from generator.pages.parts.card import DocumentCard, card_of
from generator.pages.parts.takeaway import TakeawayView, takeaways_of


class DayCard(Struct, frozen=True):
    """A day with what it holds, as far as there is room."""

    day: date
    url: str
    documents: tuple[DocumentCard, ...]
    others: int
    """How many documents more it has."""
    takeaways: tuple[TakeawayView, ...]
    articles: int
    summaries: int
    figures: int


def daycard_of(archive: Archive, day: date, most: int) -> DayCard:
    """The card of a day that has documents, with at most so many of them, its summaries first of all."""
    documents = archive.by_day[day]
    summaries = [document for document in documents if document.kind is DocumentKind.SUMMARY]
    chosen = sorted(documents, key=lambda document: document.kind is not DocumentKind.SUMMARY)[:most]
    return DayCard(
        day=day,
        url=urls.day_url(day),
        documents=tuple(
            card_of(archive, document) for document in sorted(chosen, key=lambda document: document.id)
        ),
        others=len(documents) - len(chosen),
        takeaways=tuple(
            view
            for document in summaries[:most]
            if not document.withdrawn
            for view in takeaways_of(archive, document)
        ),
        articles=len(documents) - len(summaries),
        summaries=len(summaries),
        figures=sum(len(document.facts) for document in documents),
    )
