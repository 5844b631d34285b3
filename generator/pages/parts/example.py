"""Where this archive has a finding, and what was found there."""

from collections.abc import Iterator, Mapping
from itertools import islice

from msgspec import Struct

from generator.memo.pieces import batches
from generator.model import urls
from generator.model.archive import Archive
from generator.model.decision import DECIDED, decisions_in
from generator.model.fact import Fact
from generator.model.verdict import Finding, FindingName, Judged, Verdict
from generator.pages.parts.census import decided_in
from generator.pages.parts.head import Link
from generator.pages.parts.reason import reason_for_fact, reason_for_measure
from generator.pages.shared import kept, shared
from generator.words.catalogue import say
from generator.words.days import day_text
from generator.words.decisions import outcome_text, with_unit
from generator.words.findings import MEANINGS

MOST = 3
"""How many examples of a finding are shown."""
SENTENCES = 4
"""How many sentences an example leads to; the measure's page has all of them."""


class Example(Struct, frozen=True):
    """One measure that has a finding."""

    measure: Link
    text: str
    """What was found there, in a sentence."""
    sentences: tuple[Link, ...]
    """The figures that it rests on, each one click from its sentence."""
    more: int
    """How many further figures it rests on."""


def examples_of(archive: Archive, judged: Judged, name: FindingName) -> tuple[Example, ...]:
    """The measures that most documents speak of come first; of an editor's decisions, the newest."""
    if name in DECIDED:
        return tuple(islice(_decided(archive, judged, name), MOST))
    measures = _measures_having(archive, judged).get(name, ())
    found = (_found(archive, judged.now[measure], name) for measure in measures)
    return tuple(islice((example for example in found if example), MOST))


@shared
def _measures_having(archive: Archive, judged: Judged) -> Mapping[FindingName, tuple[str, ...]]:
    """Ids of the measures that have each finding, those first that most documents speak of."""
    found = [one for batch in batches(judged.now) for one in _names_in(archive, judged, batch)]
    having: dict[FindingName, list[str]] = {}
    for _, measure, names in sorted(found, key=lambda one: -one[0]):
        for name in names:
            having.setdefault(name, []).append(measure)
    return {name: tuple(measures) for name, measures in having.items()}


@kept
def _names_in(
    archive: Archive, judged: Judged, measures: tuple[str, ...]
) -> tuple[tuple[int, str, tuple[FindingName, ...]], ...]:
    """How many documents speak of each of some measures, its id, and the findings that it has."""
    return tuple(
        (verdict.documents, verdict.measure, _names_of(verdict))
        for verdict in map(judged.now.__getitem__, measures)
    )


def _names_of(verdict: Verdict) -> tuple[FindingName, ...]:
    of_facts = (found for one in (verdict, *verdict.other_units) for found in one.by_fact.values())
    return tuple(sorted({finding.name for found in (verdict.findings, *of_facts) for finding in found}))


def _decided(archive: Archive, judged: Judged, name: FindingName) -> Iterator[Example]:
    for decision in decisions_in(decided_in(archive, judged)):
        if decision.outcome is name:
            outcome = outcome_text(decision, archive.measures[decision.fact.measure], archive.site.language)
            day = day_text(decision.day, archive.site.language)
            text = say(
                archive.site.language,
                "%(source)s printed %(figure)s on %(day)s; %(outcome)s on %(decided)s.",
                **_printed(archive, decision.fact),
                outcome=outcome,
                decided=day,
            )
            text = f"{text} {decision.reason}"
            facts = (decision.fact, decision.by) if decision.by else (decision.fact,)
            yield _example(archive, decision.fact.measure, text, facts)


def _found(archive: Archive, verdict: Verdict, name: FindingName) -> Example | None:
    """What was found about the measure; where that says no more than the finding's name, about one figure."""
    of_measure = next((finding for finding in verdict.findings if finding.name is name), None)
    of_facts = [
        finding
        for one in (verdict, *verdict.other_units)
        for found in one.by_fact.values()
        for finding in found
        if finding.name is name
    ]
    candidates: list[tuple[str, Finding]] = []
    language = archive.site.language
    if of_measure:
        candidates.append((reason_for_measure(archive, verdict, of_measure), of_measure))
    for finding in of_facts[:1]:
        fact = archive.fact[finding.facts[0]]
        candidates.append((reason_for_fact(archive, fact, finding), finding))
        printed = say(language, "%(source)s printed %(figure)s on %(day)s.", **_printed(archive, fact))
        candidates.append((printed, finding))
    meaning = say(language, MEANINGS[name])
    told = next((one for one in candidates if one[0] != meaning), None)
    if told is None:
        return None
    text, finding = told
    return _example(archive, verdict.measure, text, [archive.fact[fact] for fact in finding.facts])


def _example(archive: Archive, measure_id: str, text: str, facts: tuple[Fact, ...] | list[Fact]) -> Example:
    measure = archive.measures[measure_id]
    return Example(
        measure=Link(measure.label, urls.measure_url(measure)),
        text=text,
        sentences=tuple(_sentence(archive, fact) for fact in facts[:SENTENCES]),
        more=max(0, len(facts) - SENTENCES),
    )


def _sentence(archive: Archive, fact: Fact) -> Link:
    figure = with_unit(fact, archive.measures[fact.measure], archive.site.language)
    day = day_text(fact.published, archive.site.language, "short")
    address = urls.fact_url(archive.reference[fact.document], fact)
    text = say(
        archive.site.language,
        "%(figure)s (%(source)s, %(day)s)",
        figure=figure,
        source=archive.sources[fact.source].name,
        day=day,
    )
    return Link(text, address)


def _printed(archive: Archive, fact: Fact) -> dict[str, str]:
    """Who printed which figure when, as the messages call them."""
    figure = with_unit(fact, archive.measures[fact.measure], archive.site.language)
    day = day_text(fact.published, archive.site.language)
    return {"source": archive.sources[fact.source].name, "figure": figure, "day": day}
