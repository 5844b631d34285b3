"""A text is entered once."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.memo import Memory
from generator.memo.counted import counted
from generator.memo.row import each
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.document import Document
from generator.model.verdict import Verdicts
from generator.read.alike import bands, likeness

ALIKE = 0.7
"""The least share of their words in a row that two texts have in common when they are nearly the same."""


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """A warning at the title of each document whose text is nearly that of an earlier one.

    A summary is not compared with what it covers.
    """
    drawn = each(memory, bands, archive.texts_in_order, plain=True)
    shared = counted(memory, bands, drawn).several
    if not shared:
        return
    first: dict[bytes, Document] = {}
    latest: dict[bytes, Document] = {}
    for document, found in zip(archive.documents, drawn, strict=True):
        if shared.isdisjoint(found):
            continue
        candidates: dict[str, Document] = {}
        for band in shared.intersection(found):
            # In a long row of copies each is compared with two: the time does not grow with the square.
            for known in (first.setdefault(band, document), latest.get(band, document)):
                if known is not document:
                    candidates[known.id] = known
            latest[band] = document
        alike = (
            (memory.remembered(likeness, archive.texts[id], archive.texts[document.id]), id)
            for id, other in sorted(candidates.items())
            if id not in document.covers and document.id not in other.covers
        )
        share, id = max(alike, key=lambda one: one[0], default=(0.0, ""))
        if share >= ALIKE:
            yield _told(places, document, candidates[id], share)


def _told(places: Places, document: Document, other: Document, share: float) -> Diagnostic:
    common = "all" if share == 1 else f"{min(share, 0.99):.0%}"
    message = f"it has {common} of its wording in common with {other.file}"
    hint = "delete one of the two if they are one text; if both print one agency, name the agency in via:"
    return places.problem(document.file, ("title",), "near-duplicate", message, hint, Severity.WARNING)
