"""What a build publishes, as its record has it."""

from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.fact import Fact
from generator.model.record import Record, RecordedDocument, RecordedFact
from generator.model.urls import document_url
from generator.words.figures import figure_text

LANGUAGE = "en"
"""Always the same, so that a site may change its language without every figure seeming to change."""


def record_of(archive: Archive) -> Record:
    """The record of a build of this archive: of what is published, not of what is only shown to editors."""
    published = (document for document in archive.documents if is_published(archive, document))
    return Record({one.id: recorded(one) for one in sorted(published, key=lambda one: one.id)})


def recorded(document: Document) -> RecordedDocument:
    """What the record keeps of a document."""
    facts = {fact.key: _fact(fact) for fact in sorted(document.facts, key=lambda fact: fact.key)}
    return RecordedDocument(document_url(document), facts, len(document.corrections))


def _fact(fact: Fact) -> RecordedFact:
    unsure = ", uncertain" if fact.uncertain else ""
    printed = figure_text(fact, LANGUAGE) + unsure
    return RecordedFact(fact.measure, printed, fact.status.value if fact.status else None)


def is_published(archive: Archive, document: Document) -> bool:
    """Whether readers see a document, and not only editors."""
    return not document.draft and document.id not in archive.embargoed
