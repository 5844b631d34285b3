"""What a verdict holds."""

from decimal import Decimal

from generator.facts.judge import judge
from generator.model.verdict import FindingName, Verdict

from .builders import BEGAN, ENTRY, KILLED, SHELTERED, about_facts, day, documents, said, verdict_on


def test_every_measure_has_a_verdict_in_the_order_of_the_measures() -> None:
    verdicts = judge((KILLED, BEGAN, ENTRY), [said("resisted", "a", measure=ENTRY)])
    assert list(verdicts) == [KILLED.id, BEGAN.id, ENTRY.id]
    assert verdicts[KILLED.id] == Verdict(KILLED.id)


def test_facts_of_unknown_measures_are_passed_over() -> None:
    assert judge((KILLED,), [said(day(27), "a", measure=BEGAN)]) == {KILLED.id: Verdict(KILLED.id)}


def test_facts_stand_by_as_of_then_published_then_figure_then_id() -> None:
    facts = (
        said(1, "e", as_of=30),
        said(10, "d", published=30),
        said(9, "c", published=30),
        said(9, "b", published=30),
        said(50, "a"),
    )
    assert documents(verdict_on(KILLED, *facts).facts) == ("a", "b", "c", "d", "e")


def test_documents_and_named_origins_are_counted_once() -> None:
    verdict = verdict_on(
        KILLED,
        said(1, "a", origin="un"),
        said(2, "a", origin="sohr", key="again"),
        said(3, "b", origin="sohr"),
        said(4, "c", origin=None),
    )
    assert (verdict.documents, verdict.origins) == (3, ("sohr", "un"))


def test_findings_come_in_a_reader_s_order_each_name_once() -> None:
    verdict = verdict_on(
        KILLED,
        said(20, "a", as_of=28),
        said(30, "b", credibility=1),
        said(25, "c"),
        said(40, "d", origin=None),
        said(50, "e", origin=None),
    )
    assert verdict.names == (
        FindingName.CONTESTED,
        FindingName.SINGLE_ORIGIN,
        FindingName.REVISION,
        FindingName.STALE,
        FindingName.UNATTRIBUTED,
        FindingName.GRADE_TOO_HIGH,
    )


def test_each_fact_has_an_entry_even_without_findings() -> None:
    verdict = verdict_on(KILLED, said(20, "a"))
    assert verdict.by_fact == {"a#killed": ()}


def test_a_fact_that_does_not_fit_its_measure_is_listed_but_not_weighed() -> None:
    number, text = said(20, "a"), said("many", "b", origin="un")
    verdict = verdict_on(KILLED, text, number)
    assert documents(verdict.facts) == ("a", "b")
    assert (verdict.current, verdict.low, verdict.high) == ((number.id,), Decimal(20), Decimal(20))
    assert about_facts(verdict, "contested") == {}


def test_a_figure_may_both_change_what_its_origin_said_and_contradict_another_of_the_day() -> None:
    verdict = verdict_on(
        SHELTERED,
        said(50, "a", as_of=28, measure=SHELTERED),
        said(60, "b", measure=SHELTERED),
        said(70, "c", measure=SHELTERED),
    )
    assert {FindingName.REVISION, FindingName.INCOMPATIBLE} <= {
        found.name for found in verdict.about("b#sheltered")
    }
