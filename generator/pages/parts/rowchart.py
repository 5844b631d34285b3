"""What the row of a measure shows of all its figures at a glance."""

from collections import Counter
from datetime import date

from msgspec import Struct

from generator.model.archive import Archive
from generator.model.fact import Status
from generator.model.topic import Measure
from generator.model.verdict import FindingName, Verdict
from generator.pages.parts.sparkdays import chart_of_days
from generator.pages.parts.sparkline import Sparkline
from generator.pages.parts.sparknumbers import chart_of_numbers
from generator.pages.parts.sparkwords import days_in_words, numbers_in_words


class Tally(Struct, frozen=True):
    """A choice with how many figures that stand give it."""

    choice: str
    figures: int


def tallies_of(archive: Archive, measure: Measure, verdict: Verdict) -> tuple[Tally, ...]:
    """The choices that were given, in the order of the measure."""
    given = Counter(str(archive.fact[fact].printed) for fact in verdict.current)
    return tuple(Tally(choice, given[choice]) for choice in measure.choices if given[choice])


def sparkline_of(archive: Archive, verdict: Verdict) -> Sparkline | None:
    """Numbers over as-of days, or days on an axis; None for choices and for a single sighting."""
    facts = [archive.fact[fact] for fact in verdict.facts]
    if len(facts) < 2 or isinstance(facts[0].printed, str):
        return None
    language = archive.site.language
    withdrawn = {fact.id for fact in facts if fact.status is Status.RETRACTED}
    stale = set(verdict.having(FindingName.STALE)) - withdrawn
    aside, current = stale | withdrawn, set(verdict.current)
    stood = [fact for fact in facts if fact.id not in aside]
    if isinstance(facts[0].printed, date):
        words = days_in_words(stood, len(stale), len(withdrawn), language)
        return chart_of_days(facts, current, aside, words)
    words = numbers_in_words(stood, len(stale), len(withdrawn), language)
    return chart_of_numbers(facts, current, aside, words)
