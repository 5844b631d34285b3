"""A summary condenses other documents."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from generator.model.written.summary import WrittenSummary


def check(document: Document, places: Places) -> Iterator[Diagnostic]:
    """An error wherever a summary names itself among what it covers."""
    written = places.written(document)
    typed = written.covers if isinstance(written, WrittenSummary) else ()
    for place, covered in enumerate(typed):
        if covered == document.id:
            message = "this summary covers itself"
            hint = "write the id of the document that it condenses, or delete it here"
            yield places.problem(document.file, ("covers", place), "covers-itself", message, hint)
