"""The feeds about a page."""

from collections.abc import Iterable

from generator.model.document import Document


def feeds_of(home: str, documents: Iterable[Document]) -> str:
    """The page below which feeds about these documents stand; empty while there is nothing to tell."""
    return home if any(not document.draft for document in documents) else ""
