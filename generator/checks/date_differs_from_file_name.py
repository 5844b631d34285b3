"""A file whose name begins with a day holds the document of that day."""

import re
from collections.abc import Iterator

from generator.assemble.places import Places
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.document import Document

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=-|$)")


def check(document: Document, places: Places) -> Iterator[Diagnostic]:
    """A warning at a `date` that is not the one with which the file's name begins."""
    named = _DAY.match(document.id)
    if named is None or named[0] == document.day.isoformat():
        return
    message = f"the date is {document.day}, and the name of the file says {named[0]}"
    hint = f"correct this line, or rename the file to {document.day}{document.id[named.end() :]}.md"
    yield places.problem(
        document.file, ("date",), "date-differs-from-file-name", message, hint, Severity.WARNING
    )
