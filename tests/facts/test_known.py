"""What could be known on a day."""

from dataclasses import replace

from generator.facts.known import known_on

from .builders import day, said


def test_only_what_was_published_up_to_the_day_was_known() -> None:
    before, same, after = (said(1, name, published=on) for name, on in (("a", 28), ("b", 29), ("c", 30)))
    assert known_on((after, before, same), day(29)) == (before, same)


def test_an_old_figure_printed_later_was_not_known_yet() -> None:
    assert known_on((said(1, "a", as_of=27, published=30),), day(29)) == ()


def test_of_a_later_decision_nothing_was_known() -> None:
    plain = said(1, "a", as_of=27)
    retracted = replace(said(1, "a", as_of=27, status="retracted", decided=30), reason="misread")
    assert known_on((retracted,), day(29)) == (plain,)
    assert known_on((retracted,), day(30)) == (retracted,)
