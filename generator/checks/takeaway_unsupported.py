"""A takeaway rests on the facts that it names, and says no number that they do not have."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.facts.support import Support, figures_of, support_of, unmatched
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.document import Document, Takeaway
from generator.model.verdict import Verdicts
from generator.model.written.summary import WrittenSummary
from generator.read.claimed import claimed_numbers


def check(archive: Archive, verdicts: Verdicts, places: Places) -> Iterator[Diagnostic]:
    """A warning at each takeaway that names no fact, or says a number that its facts do not have."""
    for document in archive.documents:
        written = places.written(document)
        typed = written.takeaways if isinstance(written, WrittenSummary) else ()
        for place, takeaway in enumerate(document.takeaways):
            if len(takeaway.facts) < len(typed[place].facts):
                continue  # one of its facts is not there, which is an error of its own
            told = _told(archive, document, takeaway)
            if told:
                path = ("takeaways", place, "text")
                yield places.problem(
                    document.file, path, "takeaway-unsupported", *told, severity=Severity.WARNING
                )


def _told(archive: Archive, document: Document, takeaway: Takeaway) -> tuple[str, str] | None:
    """Message and hint; None when the takeaway is supported."""
    facts = [archive.fact[fact] for fact in takeaway.facts]
    claimed = claimed_numbers(takeaway.text, document.language)
    numbers = [numeral.readings for numeral in claimed]
    match support_of(numbers, facts):
        case Support.SUPPORTED:
            return None
        case Support.BARE:
            return "this takeaway rests on no fact", "name the facts behind it: facts: [document#key]"
        case Support.UNMATCHED:
            spans = [claimed[place].span for place in unmatched(numbers, facts)]
            said = ", ".join(takeaway.text[span.start : span.end] for span in spans)
            if not facts:
                return f"this takeaway says {said} and names no fact", "name the facts that give it"
            given = ", ".join(f"{figure:f}" for fact in facts for figure in figures_of(fact))
            hint = f"they give {given}" if given else "none of them is a number"
            return f"this takeaway says {said}, which none of its facts gives", hint
