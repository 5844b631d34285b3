"""A takeaway rests on the facts that it names, and says no number that they do not have."""

from collections.abc import Iterator
from itertools import compress

from generator.assemble.found import fact_in
from generator.assemble.places import Places
from generator.facts.support import Support, figures_of, support_of, unmatched
from generator.memo import Memory
from generator.memo.row import each
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.document import Document
from generator.model.fact import Fact
from generator.model.verdict import Verdicts
from generator.model.written.summary import WrittenSummary
from generator.read.claimed import claimed_numbers


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """A warning at each takeaway that names no fact, or says a number that its facts do not have."""
    for document in compress(archive.documents, each(memory, _takes_away, archive.documents, plain=True)):
        written = places.written(document)
        typed = written.takeaways if isinstance(written, WrittenSummary) else ()
        for place, takeaway in enumerate(document.takeaways):
            if len(takeaway.facts) < len(typed[place].facts):
                continue  # one of its facts is not there, which is an error of its own
            facts = tuple(fact_in(archive, fact)[1] for fact in takeaway.facts)
            told = memory.remembered(_told, takeaway.text, document.language, facts)
            if told:
                path = ("takeaways", place, "text")
                yield places.problem(
                    document.file, path, "takeaway-unsupported", *told, severity=Severity.WARNING
                )


def _takes_away(document: Document) -> bool:
    return bool(document.takeaways)


def _told(text: str, language: str, facts: tuple[Fact, ...]) -> tuple[str, str] | None:
    """Message and hint; None when the takeaway of this text is supported."""
    claimed = claimed_numbers(text, language)
    numbers = [numeral.readings for numeral in claimed]
    match support_of(numbers, facts):
        case Support.SUPPORTED:
            return None
        case Support.BARE:
            return "this takeaway rests on no fact", "name the facts behind it: facts: [document#key]"
        case Support.UNMATCHED:
            spans = [claimed[place].span for place in unmatched(numbers, facts)]
            said = ", ".join(text[span.start : span.end] for span in spans)
            if not facts:
                return f"this takeaway says {said} and names no fact", "name the facts that give it"
            given = ", ".join(f"{figure:f}" for fact in facts for figure in figures_of(fact))
            hint = f"they give {given}" if given else "none of them is a number"
            return f"this takeaway says {said}, which none of its facts gives", hint
