"""The judge: from all facts to a verdict on every measure."""

from collections.abc import Iterable

from generator.facts.aside import asides_of
from generator.facts.balance import balances, given_numbers
from generator.facts.docket import addable, dockets_of
from generator.facts.sentence import sentence
from generator.model.fact import Fact
from generator.model.topic import Measure
from generator.model.verdict import Verdict


def judge(measures: Iterable[Measure], facts: Iterable[Fact]) -> dict[str, Verdict]:
    """A verdict on every measure, by id, in the order of the measures; also on those without facts.

    Facts of unknown measures are passed over. The order of the facts makes no difference. Every decision
    of an editor holds, whatever its day; for the state of a day hand in `known_on(facts, day)`. Fact ids
    must be unique.
    """
    dockets = dockets_of(measures, facts)
    known = {id: docket.measure for id, docket in dockets.items()}
    asides = {id: asides_of(docket.decisions) for id, docket in dockets.items()}
    given = given_numbers(
        fact
        for id, docket in dockets.items()
        for fact in addable(docket.measure, docket.sightings, asides[id])
    )
    return {
        id: sentence(
            docket,
            docket.sightings,
            asides[id],
            balances(known[id], known, given, dict.fromkeys(one.fact.document for one in docket.sightings)),
        )[0]
        for id, docket in dockets.items()
    }
