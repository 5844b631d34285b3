"""The answers that stand against each other, side by side."""

from msgspec import Struct

from generator.model.archive import Archive
from generator.model.verdict import FindingName, Verdict
from generator.pages.parts.figure import Figure, figure_of
from generator.words.figures import value_text

CONFLICTS = (FindingName.CONTESTED, FindingName.INCOMPATIBLE)


class Answer(Struct, frozen=True):
    """One answer with every current sighting of it."""

    text: str
    figures: tuple[Figure, ...]


def answers_of(archive: Archive, verdict: Verdict) -> tuple[Answer, ...]:
    """The current answers in their order; none where all of them can be true together."""
    if not any(name in verdict.names for name in CONFLICTS):
        return ()
    against = {fact for name in CONFLICTS for fact in verdict.having(name)}
    found: dict[str, list[Figure]] = {}
    facts = [archive.fact[fact] for fact in verdict.facts if fact in against and fact in verdict.current]
    for fact in sorted(facts, key=lambda fact: (isinstance(fact.printed, str), fact.printed)):
        text = value_text(fact.printed, archive.site.language)
        found.setdefault(text, []).append(figure_of(archive, fact, verdict))
    return tuple(Answer(text, tuple(figures)) for text, figures in found.items())
