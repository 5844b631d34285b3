"""A summary that says what it covers gives no figure of its own."""

from collections.abc import Iterator
from itertools import compress

from generator.assemble.places import Places
from generator.facts.interval import compatible
from generator.memo import Memory
from generator.memo.row import each
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.document import Document
from generator.model.fact import Fact
from generator.model.verdict import Verdicts
from generator.model.written.summary import WrittenSummary


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """A warning at each figure of a summary that none of the documents it covers gives for that measure."""
    for document in compress(archive.documents, each(memory, _covers, archive.documents, plain=True)):
        covered = [archive.document[id] for id in document.covers]
        written = places.written(document)
        if not covered or not isinstance(written, WrittenSummary) or len(covered) < len(written.covers):
            continue  # one of them is not there, which is an error of its own
        for fact in document.facts:
            given = [other for article in covered for other in article.facts if other.measure == fact.measure]
            if any(_same(fact, other) for other in given):
                continue
            figures = ", ".join(dict.fromkeys(_printed(other) for other in given))
            message = f"none of the documents that this summary covers gives {_printed(fact)}"
            hint = (
                f"they give {figures}; correct the figure, or add the document that has it to covers"
                if figures
                else "add the document that has it to covers"
            )
            yield places.problem(
                document.file,
                places.value_path(document, fact),
                "summary-figure-unsupported",
                message,
                hint,
                Severity.WARNING,
            )


def _covers(document: Document) -> bool:
    return bool(document.covers and document.facts)


def _same(fact: Fact, other: Fact) -> bool:
    """Whether both can be true and print the same."""
    return (fact.value, fact.low, fact.high) == (other.value, other.low, other.high) and compatible(
        fact, other
    )


def _printed(fact: Fact) -> str:
    return f"{fact.low}–{fact.high}" if fact.value is None else f"{fact.value}"
