"""A day in its month: how much it holds, what to take away, and the titles, as far as there is room."""

from datetime import date
from itertools import islice

from msgspec import Struct

from generator.model import paging, urls
from generator.model.archive import Archive
from generator.model.document import DocumentKind
from generator.pages.parts.card import DocumentCard, card_of
from generator.pages.parts.takeaway import TakeawayView, takeaways_of

TAKEAWAYS = 3
TITLES, FEWEST = 200, 5
"""How many titles a month shows in all, and how many of a day even if there are many days."""


class MonthDay(Struct, frozen=True):
    """A day with the first of its titles."""

    day: date
    url: str
    documents: tuple[DocumentCard, ...]
    others: int
    """How many documents more it has."""
    takeaways: tuple[TakeawayView, ...]
    articles: int
    summaries: int
    figures: int


def monthday_of(archive: Archive, day: date, days: int) -> MonthDay:
    """One of so many days that have documents; where they are too many, its summaries come first."""
    documents = archive.by_day[day]
    summaries = [document for document in documents if document.kind is DocumentKind.SUMMARY]
    chosen = sorted(documents, key=lambda document: document.kind is not DocumentKind.SUMMARY)
    titles = chosen[: min(max(TITLES // days, FEWEST), paging.LIMITS.titles)]
    stand = (document for document in summaries if not document.withdrawn)
    takeaways = (view for document in stand for view in takeaways_of(archive, document))
    return MonthDay(
        day=day,
        url=urls.day_url(day),
        documents=tuple(
            card_of(archive, document) for document in sorted(titles, key=lambda document: document.id)
        ),
        others=len(documents) - len(titles),
        takeaways=tuple(islice(takeaways, TAKEAWAYS)),
        articles=len(documents) - len(summaries),
        summaries=len(summaries),
        figures=sum(len(document.facts) for document in documents),
    )
