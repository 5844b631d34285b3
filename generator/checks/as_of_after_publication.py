"""A document cannot know a figure of a day that is still to come."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.document import Document


def check(document: Document, places: Places) -> Iterator[Diagnostic]:
    """A warning at each as-of day that is later than the day of its document."""
    for fact in document.facts:
        if fact.as_of.day <= document.day:
            continue
        message = f"{fact.as_of.day} is later than {document.day}, the day of this document"
        hint = "write the day for which the figure was true, or correct the date of the document"
        path = (*places.fact_path(document, fact), "as_of")
        yield places.problem(document.file, path, "as-of-after-publication", message, hint, Severity.WARNING)
