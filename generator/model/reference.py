"""What is wanted of documents elsewhere: the way to each of them, and how many a day holds.

A page that looks at no more than this stays as it is while a document says something else.
"""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from generator.model.document import Document, DocumentKind


class Reference(Struct, frozen=True):
    """The way to a document: its title, and what its address is made of."""

    title: str
    day: date
    slug: str
    language: str


class Holdings(Struct, frozen=True):
    """What a day holds."""

    articles: int
    summaries: int
    figures: int

    @property
    def documents(self) -> int:
        """How many there are of either kind."""
        return self.articles + self.summaries


FOREMOST = 2
"""How many documents of a day are named where it is only pointed to."""


def foremost_of(documents: Sequence[Document]) -> tuple[str, ...]:
    """Ids of the documents that tell best what a day was about: those that stand, summaries first."""
    standing = [document for document in documents if not document.withdrawn]
    ranked = sorted(standing, key=lambda document: document.kind is not DocumentKind.SUMMARY)
    return tuple(document.id for document in ranked[:FOREMOST])


def reference_to(document: Document) -> Reference:
    """The way to a document."""
    return Reference(document.title, document.day, document.slug, document.language)


def holdings_of(documents: Sequence[Document]) -> Holdings:
    """What a day with these documents holds."""
    summaries = [document.kind is DocumentKind.SUMMARY for document in documents]
    figures = sum(len(document.facts) for document in documents)
    return Holdings(len(summaries) - sum(summaries), sum(summaries), figures)
