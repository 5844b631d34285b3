"""A summary says which documents it condenses."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.document import Document
from generator.model.written.summary import WrittenSummary


def check(document: Document, places: Places) -> Iterator[Diagnostic]:
    """A warning at a summary without `covers`."""
    written = places.written(document)
    if isinstance(written, WrittenSummary) and not written.covers:
        message = "it is not said which documents this summary condenses"
        hint = "add a line covers: [id of a document]; or make it an article, if a source printed it"
        path = ("covers",)
        yield places.problem(document.file, path, "summary-covers-nothing", message, hint, Severity.WARNING)
