"""Whether a document's parts add up to its total."""

from decimal import Decimal

from msgspec.structs import replace

from generator.facts.balance import given_numbers
from generator.model.fact import Fact
from generator.model.topic import Measure
from generator.model.verdict import Finding, Verdict

from .builders import BEGAN, KILLED, about_measure, day, said, verdict_on


def counted(key: str, *parts: str) -> Measure:
    return replace(KILLED, id=key, key=key, parts=parts)


TOTAL, MEN, WOMEN = counted("total", "men", "women"), counted("men", "boys"), counted("women")
BOYS = counted("boys")


def judged(*facts: Fact, total: Measure = TOTAL, beside: tuple[Measure, ...] = (MEN, WOMEN, BOYS)) -> Verdict:
    return verdict_on(total, *facts, beside=beside)


def fault(verdict: Verdict) -> Finding | None:
    return about_measure(verdict, "parts-do-not-add")


def left_open(verdict: Verdict) -> Finding | None:
    return about_measure(verdict, "unaccounted")


def total(
    printed: int, document: str = "a", qualifier: str = "exactly", as_of: int = 29, key: str | None = None
) -> Fact:
    return said(printed, document, measure=TOTAL, qualifier=qualifier, as_of=as_of, key=key)


def men(
    printed: int, document: str = "a", qualifier: str = "exactly", as_of: int = 29, key: str | None = None
) -> Fact:
    return said(printed, document, measure=MEN, qualifier=qualifier, as_of=as_of, key=key)


def women(printed: int, document: str = "a", qualifier: str = "exactly") -> Fact:
    return said(printed, document, measure=WOMEN, qualifier=qualifier)


def boys(printed: int, document: str = "a") -> Fact:
    return said(printed, document, measure=BOYS)


def test_all_parts_that_make_up_the_total_are_no_finding() -> None:
    verdict = judged(total(100), men(60), women(40))
    assert fault(verdict) is left_open(verdict) is None


def test_parts_that_exceed_the_total_do_not_add() -> None:
    verdict = judged(total(100), men(130))
    found = fault(verdict)
    assert found is not None
    assert (found.facts, found.amount) == (("a#total", "a#men"), Decimal(30))
    assert verdict.by_fact["a#total"][-1] == found
    assert left_open(verdict) is None


def test_parts_within_what_the_total_allows_do_add() -> None:
    assert fault(judged(total(100, qualifier="about"), men(108))) is None
    assert fault(judged(total(100, qualifier="at-least"), men(300))) is None


def test_parts_that_reach_a_total_they_must_stay_below_do_not_add() -> None:
    assert fault(judged(total(100, qualifier="fewer-than"), men(100))) is not None
    assert fault(judged(total(100, qualifier="up-to"), men(100))) is None


def test_all_parts_that_fall_short_of_the_total_do_not_add() -> None:
    found = fault(judged(total(100), men(60), women(30)))
    assert found is not None
    assert found.amount == Decimal(-10)


def test_all_parts_that_must_lie_above_or_below_the_total_do_not_add() -> None:
    assert fault(judged(total(100), men(60, qualifier="more-than"), women(40))) is not None
    assert fault(judged(total(100), men(60, qualifier="at-least"), women(40))) is None
    assert fault(judged(total(100), men(60, qualifier="fewer-than"), women(40))) is not None
    assert fault(judged(total(100), men(60, qualifier="up-to"), women(40))) is None


def test_of_several_numbers_in_a_document_the_one_for_the_latest_day_is_weighed() -> None:
    earlier, later = men(10, as_of=28, key="x"), men(20, key="y")
    for facts in ((earlier, later), (later, earlier)):
        assert given_numbers(facts) == {("a", "men"): later}


def test_all_parts_that_may_reach_the_total_do_add() -> None:
    verdict = judged(total(100), men(60), women(30, qualifier="at-least"))
    assert fault(verdict) is left_open(verdict) is None


def test_a_part_without_a_lower_end_counts_from_nothing() -> None:
    assert fault(judged(total(100), men(101), women(10, qualifier="up-to"))) is not None
    assert fault(judged(total(100), men(100), women(10, qualifier="up-to"))) is None


def test_a_part_known_to_lie_below_zero_proves_nothing() -> None:
    assert fault(judged(total(100), men(101), women(-1, qualifier="up-to"))) is None


def test_some_parts_leave_the_rest_of_the_total_open() -> None:
    found = left_open(judged(total(100, qualifier="about"), men(60)))
    assert found is not None
    assert (found.facts, found.amount) == (("a#total", "a#men"), Decimal(40))


def test_some_parts_that_use_the_total_up_leave_nothing_open() -> None:
    assert left_open(judged(total(100), men(100))) is None
    assert left_open(judged(total(100, qualifier="about"), men(108))) is None


def test_a_total_without_parts_and_parts_without_a_total_are_no_finding() -> None:
    for verdict in (judged(total(100)), judged(men(60)), judged(total(100), men(130, "b"))):
        assert fault(verdict) is left_open(verdict) is None


def test_a_part_that_is_not_given_stands_for_its_own_parts_and_is_incomplete() -> None:
    found = left_open(judged(total(100), boys(20), women(30)))
    assert found is not None
    assert (found.facts, found.amount) == (("a#total", "a#boys", "a#women"), Decimal(50))


def test_a_part_that_is_given_is_not_counted_again_by_its_own_parts() -> None:
    found = left_open(judged(total(100), men(60), boys(20)))
    assert found is not None
    assert found.amount == Decimal(40)


def test_of_several_figures_in_a_document_the_latest_counts() -> None:
    facts = (
        total(100, as_of=30),
        total(10, as_of=28, key="old"),
        men(60, as_of=30),
        men(90, as_of=28, key="old"),
    )
    found = left_open(judged(*facts))
    assert found is not None
    assert (found.facts, found.amount) == (("a#total", "a#men"), Decimal(40))


def test_the_measure_has_the_first_document_and_each_fact_its_own() -> None:
    verdict = judged(
        total(100, "b", as_of=28),
        men(60, "b", as_of=28),
        total(200, "a"),
        men(60, "a"),
        total(300, "c"),
        men(1, "c"),
    )
    found = left_open(verdict)
    assert found is not None
    assert found.facts[0] == "b#total"
    amounts = {
        id: f.amount for id, findings in verdict.by_fact.items() for f in findings if f.name == found.name
    }
    assert amounts == {"b#total": Decimal(40), "a#total": Decimal(140), "c#total": Decimal(299)}


def test_measures_that_are_parts_of_each_other_come_to_an_end() -> None:
    hen, egg = counted("hen", "egg", "hen"), counted("egg", "hen", "chick")
    chick = counted("chick")
    facts = (said(100, "a", measure=hen), said(30, "a", measure=chick))
    found = left_open(judged(*facts, total=hen, beside=(egg, chick)))
    assert found is not None
    assert (found.facts, found.amount) == (("a#hen", "a#chick"), Decimal(70))


def test_parts_that_are_unknown_or_no_numbers_are_not_given() -> None:
    mixed = counted("mixed", BEGAN.id, "nobody-knows", "women")
    facts = (said(100, "a", measure=mixed), said(day(27), "a", measure=BEGAN), women(30))
    found = left_open(judged(*facts, total=mixed, beside=(BEGAN, WOMEN)))
    assert found is not None
    assert found.amount == Decimal(70)


def test_forty_digits_add_up_to_the_last_one() -> None:
    n = 10**39
    assert fault(judged(total(2 * n + 1), men(n), women(n + 1))) is None
    found = fault(judged(total(2 * n), men(n), women(n + 1)))
    assert found is not None
    assert found.amount == Decimal(1)
