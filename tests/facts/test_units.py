"""Figures in another unit stand beside the others, and are compared among themselves alone."""

from decimal import Decimal

from msgspec.structs import replace

from generator.model.verdict import FindingName

from .builders import KILLED, SHELTERED, about_facts, about_measure, documents, said, verdict_on


def test_a_figure_in_another_unit_is_judged_by_itself() -> None:
    people = said(5000, "a", measure=SHELTERED)
    families = said(1000, "b", measure=SHELTERED, origin="un", unit="families")
    verdict = verdict_on(SHELTERED, people, families)
    (other,) = verdict.other_units
    assert (documents(verdict.facts), verdict.documents, verdict.origins) == (("a",), 1, ("sohr",))
    assert (verdict.low, verdict.high, verdict.latest) == (Decimal(5000), Decimal(5000), people.id)
    assert (other.measure, other.unit, other.facts, other.latest) == (
        SHELTERED.id, "families", (families.id,), families.id
    )  # fmt: skip
    assert about_measure(verdict, "contested") is None
    assert FindingName.OTHER_UNIT in [finding.name for finding in verdict.about(families.id)]
    assert verdict.all_facts == (people.id, families.id)
    other_unit = about_measure(verdict, "other-unit")
    assert other_unit is not None
    assert other_unit.facts == (families.id,)


def test_the_unit_of_the_measure_may_be_written_in_any_capitals_and_spaces() -> None:
    verdict = verdict_on(KILLED, said(1, "a", unit=" PeoPle "), said(2, "b", as_of=30))
    assert verdict.other_units == ()
    assert about_measure(verdict, "other-unit") is None
    assert about_facts(verdict, "revision") == {"b": ("a",)}


def test_each_other_unit_has_one_verdict_however_it_is_spelled() -> None:
    facts = (
        said(3, "a", unit="tents"),
        said(1, "b", unit="Families"),
        said(2, "c", as_of=30, unit="families "),
    )
    verdict = verdict_on(KILLED, *facts)
    assert [other.unit for other in verdict.other_units] == ["Families", "tents"]
    assert about_facts(verdict.other_units[0], "revision") == {"c": ("b",)}
    assert (verdict.facts, verdict.latest) == ((), None)


def test_a_figure_in_another_unit_makes_none_stale() -> None:
    verdict = verdict_on(
        KILLED, said(200, "a", as_of=28, unit="families"), said(121, "b"), said(200, "c", unit="families")
    )
    assert about_measure(verdict, "stale") is about_measure(verdict, "lowered") is None


def test_a_figure_in_another_unit_is_no_part_and_no_total() -> None:
    part = replace(KILLED, id="aleppo/part", key="part")
    total = replace(KILLED, parts=(part.id,))
    for total_unit, part_unit, found in ((None, None, True), ("x", None, False), (None, "x", False)):
        facts = (said(100, "a", unit=total_unit), said(130, "a", measure=part, unit=part_unit))
        verdict = verdict_on(total, *facts, beside=(part,))
        assert (about_measure(verdict, "parts-do-not-add") is not None) is found


def test_a_figure_in_another_unit_can_be_superseded_by_one_in_the_measure_s() -> None:
    wrong = said(1000, "a", unit="families")
    verdict = verdict_on(KILLED, wrong, said(5000, "b", supersedes=("a",), decided=29))
    assert [finding.name.value for finding in verdict.about(wrong.id)] == ["superseded", "other-unit"]
    assert verdict.other_units[0].current == ()


def test_a_finding_about_figures_in_two_units_names_them_in_the_order_of_all() -> None:
    wrong = said(1000, "z", as_of=27, unit="families")
    right = said(5000, "a", as_of=28, supersedes=("z",), decided=29)
    superseded = about_measure(verdict_on(KILLED, wrong, right).other_units[0], "superseded")
    assert superseded is not None
    assert superseded.facts == (wrong.id, right.id)


def test_a_total_that_does_not_add_up_is_told_among_the_figures_in_its_own_unit_alone() -> None:
    part = replace(KILLED, id="aleppo/part", key="part")
    facts = (said(100, "a"), said(130, "a", measure=part), said(7, "b", unit="families"))
    verdict = verdict_on(replace(KILLED, parts=(part.id,)), *facts, beside=(part,))
    assert about_measure(verdict, "parts-do-not-add") is not None
    assert about_measure(verdict.other_units[0], "parts-do-not-add") is None
