"""How every measure came to its verdict: its state on each day on which something changed."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generator.facts.aside import Asides, asides_of, takes_effect
from generator.facts.balance import Balance, balance_in, given_numbers, order_of_balance
from generator.facts.docket import Docket, addable, dockets_of
from generator.facts.sentence import ByUnit, sentence
from generator.facts.sighting import Sighting, merged
from generator.model.fact import Fact
from generator.model.topic import Measure
from generator.model.verdict import Judged, State, Verdict, Verdicts

Dockets = Mapping[str, Docket]


def judge_through_time(
    measures: Iterable[Measure], facts: Iterable[Fact], present: Verdicts | None = None
) -> Judged:
    """The verdict on every measure, and its state on each day that it has had.

    Where it is known what `judge` says of these facts, hand that in as the `present`.

    A measure has a state on each day on which a fact of it, or of its parts or theirs, was printed, or a
    decision about one took effect. The state of a day is what `judge(measures, known_on(facts, day))`
    says, and the last one is the verdict. Facts are as for `judge`.

    Only what is new on a day is worked out: who said something is heard, and what that one had said before
    is held against it. What is left of a day times all facts is to write down its verdict.
    """
    dockets = dockets_of(measures, facts)
    known = {id: docket.measure for id, docket in dockets.items()}
    history = {
        id: tuple(_states(docket, _family(docket.measure, dockets), known, (present or {}).get(id)))
        for id, docket in dockets.items()
    }
    now = {id: states[-1].verdict if states else Verdict(id) for id, states in history.items()}
    return Judged(now, history)


def days_of(measures: Iterable[Measure], facts: Iterable[Fact]) -> dict[str, tuple[date, ...]]:
    """By measure: the days on which it has a state, oldest first. That is quick: nothing is judged."""
    dockets = dockets_of(measures, facts)
    return {
        id: tuple(sorted(_documents_touched(_family(docket.measure, dockets))))
        for id, docket in dockets.items()
    }


def _family(measure: Measure, dockets: Dockets) -> tuple[Docket, ...]:
    """The measure, its parts, and theirs: all that its verdict depends on."""
    found = {measure.id: dockets[measure.id]}
    waiting = [measure]
    while waiting:
        for part in waiting.pop().parts:
            if part in dockets and part not in found:
                found[part] = dockets[part]
                waiting.append(dockets[part].measure)
    return tuple(found.values())


def _states(
    docket: Docket, family: tuple[Docket, ...], known: Mapping[str, Measure], present: Verdict | None
) -> Iterator[State]:
    touched = _documents_touched(family)
    last = max(touched, default=None)
    printed = _by_document(family) if len(family) > 1 else {}
    reckoned: dict[str, Balance] = {}
    worked: ByUnit | None = None
    news: dict[date, list[Sighting]] = {}
    for one in docket.sightings:
        news.setdefault(one.published, []).append(one)
    sightings: tuple[Sighting, ...] = ()
    for day in sorted(touched):
        if present is not None and day == last:
            # Everything that was ever printed or decided is known by then.
            yield State(day, present)
            return
        for document in touched[day] & printed.keys():
            given = given_numbers(_addable(printed[document], day))
            balance = balance_in(document, docket.measure, known, given)
            reckoned.pop(document, None)
            if balance is not None:
                reckoned[document] = balance
        if day in news:
            sightings = merged(sightings, news[day], docket.place)
        balances = tuple(sorted(reckoned.values(), key=order_of_balance))
        verdict, worked = sentence(docket, sightings, _asides(docket, day), balances, worked)
        yield State(day, verdict)


def _asides(docket: Docket, day: date) -> Asides:
    return asides_of(one for one in docket.decisions if takes_effect(one) <= day)


def _documents_touched(family: Iterable[Docket]) -> dict[date, set[str]]:
    """By day: the documents of which a fact was printed or, by a decision, set aside."""
    touched: dict[date, set[str]] = {}
    for docket in family:
        document = {one.id: one.fact.document for one in docket.sightings} if docket.decisions else {}
        for one in docket.sightings:
            touched.setdefault(one.published, set()).add(one.fact.document)
        for one in docket.decisions:
            targets = (document[target] for target in one.fact.supersedes if target in document)
            touched.setdefault(takes_effect(one), set()).update((one.fact.document, *targets))
    return touched


def _by_document(family: tuple[Docket, ...]) -> dict[str, list[tuple[Docket, list[Sighting]]]]:
    """For each document that gives the first measure of a family: its sightings, measure by measure."""
    found: dict[str, list[tuple[Docket, list[Sighting]]]] = {
        one.fact.document: [] for one in family[0].sightings
    }
    for docket in family:
        for one in docket.sightings:
            groups = found.get(one.fact.document)
            if groups is None:
                continue
            if not groups or groups[-1][0] is not docket:
                groups.append((docket, []))
            groups[-1][1].append(one)
    return found


def _addable(printed: Iterable[tuple[Docket, list[Sighting]]], day: date) -> Iterator[Fact]:
    for docket, sightings in printed:
        known = [one for one in sightings if one.published <= day]
        yield from addable(docket.measure, known, _asides(docket, day))
