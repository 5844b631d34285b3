"""Digests and AI summaries: shown, and perhaps stale, but they change nothing about a figure that counts."""

from decimal import Decimal

from .builders import KILLED, SHELTERED, about_facts, about_measure, documents, said, verdict_on


def test_a_digest_makes_no_figure_stale_and_takes_no_figure_up() -> None:
    paper = said(121, "b")
    verdict = verdict_on(KILLED, said(200, "a", as_of=28, counts=False), paper)
    assert about_measure(verdict, "lowered") is about_measure(verdict, "stale") is None
    echoed = verdict_on(KILLED, said(200, "a", as_of=28), paper, said(200, "c", counts=False))
    assert about_facts(echoed, "lowered") == {"b": ("a",)}
    assert about_facts(echoed, "stale") == {}


def test_a_digest_with_an_old_figure_is_stale_itself() -> None:
    verdict = verdict_on(KILLED, said(200, "a", as_of=28), said(121, "b", counts=False), said(200, "c"))
    assert about_facts(verdict, "stale") == {"b": ("a",)}


def test_a_digest_does_not_stand_beside_figures_that_count() -> None:
    verdict = verdict_on(
        KILLED,
        said(200, "a", as_of=28),
        said(900, "b", counts=False),
        said(7, "c", origin=None, counts=False),
    )
    assert (verdict.low, verdict.high, verdict.latest) == (Decimal(200), Decimal(200), "a#killed")
    assert documents(verdict.series["sohr"]) == ("a",)
    assert documents(verdict.facts) == ("a", "c", "b")


def test_a_digest_is_not_incompatible_with_a_figure_that_counts() -> None:
    facts = (said(50, "a", measure=SHELTERED), said(40, "b", measure=SHELTERED, counts=False))
    assert about_measure(verdict_on(SHELTERED, *facts), "incompatible") is None


def test_where_there_are_only_digests_they_stand() -> None:
    verdict = verdict_on(KILLED, said(200, "a", as_of=28, counts=False), said(240, "b", counts=False))
    assert documents(verdict.current) == ("b",)
    assert documents(verdict.series["sohr"]) == ("a", "b")


def test_a_digest_stands_again_when_the_only_figure_that_counts_is_retracted() -> None:
    paper = said(200, "a", status="retracted", decided=29)
    assert documents(verdict_on(KILLED, paper, said(240, "b", counts=False)).current) == ("b",)
