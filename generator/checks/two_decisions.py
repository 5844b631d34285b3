"""What is decided about a figure is said in one place."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.model.correction import CorrectionKind
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.document import Document


def check(document: Document, places: Places) -> Iterator[Diagnostic]:
    """A warning where a retraction changes nothing, because the figure has a decision of its own.

    Of a document that is withdrawn, figures that were set aside before need no word; one that replaces
    another does, for it would go on counting.
    """
    typed = {fact.key: fact for fact in places.written(document).facts}
    for told in document.corrections:
        own = typed.get(told.fact or "")
        if told.kind is not CorrectionKind.RETRACTION or own is None or own.on is None:
            continue
        key = f"status: {own.status}" if own.status else "supersedes"
        message = f'the fact "{own.key}" has {key}, which holds instead of this retraction'
        hint = f"delete this line fact: {own.key}, or status, on and reason at the fact"
        if own.status is None:
            hint = (
                f"write status: retracted beside supersedes at the fact, and delete this line fact: {own.key}"
            )
        at = ("corrections", _place(document, places, told.fact), "fact")
        yield places.problem(document.file, at, "two-decisions", message, hint, Severity.WARNING)
    if document.withdrawn is None:
        return
    for fact in document.facts:
        if fact.status is None and fact.supersedes:
            message = (
                f"this counts although the document was withdrawn on {document.withdrawn.on}: it supersedes"
            )
            hint = "add a line status: retracted, with the day in on and the reason"
            path = (*places.fact_path(document, fact), "supersedes")
            yield places.problem(
                document.file, path, "two-decisions", f"{message} another", hint, Severity.WARNING
            )


def _place(document: Document, places: Places, fact: str | None) -> int:
    """Where the retraction of a fact stands among the corrections."""
    typed = places.written(document).corrections
    return next(
        place for place, one in enumerate(typed) if one.fact == fact and one.kind is CorrectionKind.RETRACTION
    )
