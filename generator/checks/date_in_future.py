"""What is published has happened."""

from collections.abc import Iterator
from itertools import takewhile

from generator.assemble.places import Places
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.verdict import Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places) -> Iterator[Diagnostic]:
    """A warning at each date after the day for which the archive is checked.

    A document that is held back until that day or later is to be of a day to come.
    """
    today = archive.today
    if today is None:
        return
    later = takewhile(lambda document: document.day > today, reversed(archive.documents))
    for document in later:
        if document.publish_at is not None and document.publish_at.date() >= today:
            continue
        message = f"{document.day} is still to come: today is {today}"
        hint = f"correct the date, or hold the document back: publish_at: {document.day}T00:00Z"
        yield places.problem(document.file, ("date",), "date-in-future", message, hint, Severity.WARNING)
