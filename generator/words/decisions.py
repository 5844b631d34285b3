"""What an editor decided about a figure, in words."""

from generator.model.decision import Decision
from generator.model.fact import Fact
from generator.model.topic import Measure
from generator.model.verdict import FindingName
from generator.words.catalogue import say, say_of
from generator.words.figures import figure_text


def outcome_text(decision: Decision, measure: Measure, language: str) -> str:
    """What became of it: `withdrawn`, `set right by its source`, `replaced by at least 242 people`."""
    if decision.by is not None:
        return say(language, "replaced by %(figure)s", figure=with_unit(decision.by, measure, language))
    if decision.outcome is FindingName.RETRACTED:
        return say_of(language, "of a figure", "withdrawn")
    return say(language, "set right by its source")


def with_unit(fact: Fact, measure: Measure, language: str) -> str:
    """A figure with what it counts: `at least 121 people`."""
    unit = fact.unit or measure.unit or ""
    return f"{figure_text(fact, language)} {unit}".strip()
