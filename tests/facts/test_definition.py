"""The judge, which sorts and sweeps, agrees with the rules word for word."""

import pytest
from hypothesis import find, given

from generator.facts.judge import judge
from generator.model.fact import Fact
from generator.model.topic import Measure
from generator.model.verdict import FindingName

from . import definition
from .builders import BEGAN, ENTRY, KILLED, SHELTERED
from .strategies import QUICK, WITNESS, some_facts, undecided

pytestmark = pytest.mark.slow

each_measure = pytest.mark.parametrize("measure", [KILLED, SHELTERED, BEGAN, ENTRY], ids=lambda one: one.key)


def agrees_on_what_is_late(facts: tuple[Fact, ...]) -> bool:
    found = {
        id: (finding.facts[1], finding.name is FindingName.STALE)
        for id, findings in judge([KILLED], facts)[KILLED.id].by_fact.items()
        for finding in findings
        if finding.name in {FindingName.STALE, FindingName.LOWERED}
    }
    return found == definition.behind(definition.weighed(KILLED, facts))


def agrees_on_differences(measure: Measure, facts: tuple[Fact, ...]) -> bool:
    verdict = judge([measure], facts)[measure.id]
    current = [fact for fact in facts if fact.id in verdict.current]
    weighed = definition.weighed(measure, facts)
    late = definition.behind(weighed) if measure.cumulative else ()
    found = {
        name: {id for id, findings in verdict.by_fact.items() for finding in findings if finding.name is name}
        for name in (FindingName.INCOMPATIBLE, FindingName.CONTESTED, FindingName.CORROBORATED)
    }
    return found == {
        FindingName.INCOMPATIBLE: definition.incompatible(measure, weighed, late),
        FindingName.CONTESTED: definition.contested(measure, current),
        FindingName.CORROBORATED: definition.corroborated(measure, current),
    }


@QUICK
@given(some_facts((KILLED,)))
def test_stale_and_lowered_are_what_the_rule_says(facts: tuple[Fact, ...]) -> None:
    assert agrees_on_what_is_late(facts)


def test_a_rule_that_lets_a_document_take_up_its_own_figure_would_be_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        definition, "_takes_up", lambda g, h, f: g.published >= f.published and g.printed >= h.printed
    )
    find(some_facts((KILLED,)), lambda facts: not agrees_on_what_is_late(facts), settings=WITNESS)


@each_measure
def test_incompatible_contested_and_corroborated_are_what_the_rules_say(measure: Measure) -> None:
    @QUICK
    @given(some_facts((measure,)))
    def check(facts: tuple[Fact, ...]) -> None:
        assert agrees_on_differences(measure, facts)

    check()


def test_a_rule_that_takes_a_count_brought_up_to_date_for_a_contradiction_would_be_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(definition, "_brought_up_to_date", lambda *_: False)
    find(
        some_facts((KILLED,)).map(undecided),
        lambda facts: not agrees_on_differences(KILLED, facts),
        settings=WITNESS,
    )


def test_a_rule_that_hears_digests_would_be_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(definition, "heard", list)
    find(
        some_facts((KILLED,)).map(undecided),
        lambda facts: not agrees_on_what_is_late(facts),
        settings=WITNESS,
    )


def test_a_rule_that_weighs_what_an_editor_set_aside_would_be_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(definition, "weighed", lambda _, facts: facts)
    find(some_facts((ENTRY,)), lambda facts: not agrees_on_differences(ENTRY, facts), settings=WITNESS)


def test_a_rule_that_forgets_time_would_be_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(definition, "_time_explains", lambda *_: False)
    find(
        some_facts((SHELTERED,)), lambda facts: not agrees_on_differences(SHELTERED, facts), settings=WITNESS
    )
