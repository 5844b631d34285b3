"""The editor's word, units and hedged days, from the front matter to the archive."""

from datetime import date
from decimal import Decimal

import pytest

from generator.asked import Options
from generator.model.diagnostic import Severity
from generator.model.fact import Fact, Qualifier, Status
from tests.archive import PLACES, article, examined, md, sound, topic

WAR = {
    "topics/war.md": topic(
        "killed: {label: Killed, unit: people}\nwounded: {label: Wounded}\nbegan: {label: Began, type: date}"
    )
}
EARLY, EDGE = "articles/2024-11-28-early.md", "articles/2024-11-29-edge.md"
KILLED = "measure: war/killed, value: 3"


def facts(
    *typed: str, files: dict[str, str] | None = None, options: Options | None = None
) -> tuple[Fact, ...]:
    archive = sound(PLACES | WAR | (files or {}) | {EDGE: article(*typed)}, options).archive
    return archive.document["2024-11-29-edge"].facts


def told(*typed: str, files: dict[str, str] | None = None, options: Options | None = None) -> list[str]:
    """What is said of the article's facts, as `code: message (hint)`, with what the caret points to."""
    found = examined(PLACES | WAR | (files or {}) | {EDGE: article(*typed)}, options).diagnostics
    return [
        f"{one.excerpt[one.mark.column - 1 :][: one.mark.length]} {one.code}: {one.message} ({one.hint})"
        for one in found
        if one.severity is Severity.ERROR
    ]


def test_a_decision_is_read_with_its_day_and_reason() -> None:
    early = {EARLY: article(KILLED, day="2024-11-28")}
    (fact,) = facts(
        f"{KILLED}, supersedes: [2024-11-28-early#killed], on: 2024-12-01, reason: Counted twice", files=early
    )
    assert (fact.supersedes, fact.status) == (("2024-11-28-early#killed",), None)
    assert (fact.decided, fact.reason) == (date(2024, 12, 1), "Counted twice")
    (fact,) = facts(f"{KILLED}, status: retracted, on: 2024-11-29, reason: Withdrawn")
    assert (fact.supersedes, fact.status, fact.decided) == ((), Status.RETRACTED, date(2024, 11, 29))


def test_a_fact_without_a_decision_has_none() -> None:
    (fact,) = facts(f"{KILLED}, supersedes: []")
    assert (fact.supersedes, fact.status, fact.decided, fact.reason) == ((), None, None, "")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "status: corrected, reason: A slip",
            "missing-key: status without the day it was decided (add a line: on: 2024-12-01)",
        ),
        (
            "supersedes: [a#b], on: 2024-12-01",
            "missing-key: supersedes without a reason "
            "(add a line: reason: The Observatory took the figure back.)",
        ),
        (
            "on: 2024-12-01",
            "wrong-key: on belongs to supersedes or status, which are not here "
            "(delete this line, or add one such as status: retracted)",
        ),
        (
            "reason: A slip",
            "wrong-key: reason belongs to supersedes or status, which are not here "
            "(delete this line, or add one such as status: retracted)",
        ),
        (
            "status: withdrawn, on: 2024-12-01, reason: A slip",
            'not-a-choice: "withdrawn" is not one of corrected, retracted (write one of these words)',
        ),
        (
            "supersedes: [edge], on: 2024-12-01, reason: A slip",
            'not-a-fact: "edge" is not a fact '
            "(write the document's id, # and the fact's key: 2024-11-29-edge#killed)",
        ),
        (
            "status: retracted, on: 2024-11-28, reason: A slip",
            "early-decision: decided on 2024-11-28, before the day of this document, 2024-11-29 "
            "(write 2024-11-29, or the later day on which it was decided)",
        ),
    ],
)
def test_what_a_decision_lacks_or_has_too_much_is_told(typed: str, said: str) -> None:
    (problem,) = told(f"{KILLED}, {typed}")
    assert problem.endswith(said)


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (
            "2024-11-28-early#kiled",
            'unknown-fact: the document "2024-11-28-early" has no fact "kiled" '
            '(did you mean "2024-11-28-early#killed"?)',
        ),
        (
            "moon#killed",
            'unknown-document: no document has the id "moon" (write the name of its file without .md)',
        ),
        (
            "2024-11-28-early#wounded",
            "other-measure: 2024-11-28-early#wounded answers another measure, war/wounded "
            "(name a fact of war/killed)",
        ),
        (
            "2024-12-02-late#killed",
            "early-decision: decided on 2024-12-01, before 2024-12-02-late#killed was printed on 2024-12-02 "
            "(write on: 2024-12-02, or a later day)",
        ),
        (
            "2024-11-28-draft#killed",
            'unpublished-document: the document "2024-11-28-draft" is a draft, and so is not published '
            "(delete it here, or publish it)",
        ),
    ],
)
def test_what_cannot_be_superseded_is_told(target: str, said: str) -> None:
    files = {
        EARLY: article(KILLED, "measure: war/wounded, value: 4", day="2024-11-28"),
        "articles/2024-12-02-late.md": article(KILLED, day="2024-12-02"),
        "articles/2024-11-28-draft.md": article(KILLED, day="2024-11-28", more="draft: true"),
    }
    typed = f"{KILLED}, supersedes: [{target}], on: 2024-12-01, reason: A slip"
    assert told(typed, files=files) == [f"{target} {said}"]


def test_a_decision_of_a_later_day_than_the_archive_is_built_for_is_not_there_yet() -> None:
    files = {EARLY: article(KILLED, day="2024-11-28")}
    typed = f"{KILLED}, supersedes: [2024-11-28-early#killed], on: 2024-12-01, reason: A slip"
    (before,) = facts(typed, files=files, options=Options(as_of=date(2024, 11, 30)))
    (after,) = facts(typed, files=files, options=Options(as_of=date(2024, 12, 1)))
    assert (before.supersedes, before.decided, before.reason) == ((), None, "")
    assert after.supersedes == ("2024-11-28-early#killed",)


def test_a_unit_is_kept_where_it_is_not_the_measure_s() -> None:
    assert [facts(f"{KILLED}, unit: {unit}")[0].unit for unit in ("families", "People", "'  people '")] == [
        "families",
        None,
        None,
    ]


def test_a_unit_where_there_is_none_is_a_mistake() -> None:
    assert told("measure: war/wounded, value: 3, unit: people") == [
        'people measure-without-unit: the measure "wounded" has no unit '
        "(add unit: people to the topic, or delete this line)"
    ]
    assert told("measure: war/began, value: 2024-11-27, unit: days") == [
        "days wrong-key: a date has no unit (delete this line)"
    ]


@pytest.mark.parametrize(
    ("typed", "value", "low", "high", "qualifier", "uncertain"),
    [
        ("2024-11-27", 27, None, None, "exactly", False),
        ("2024-11-27~", 27, None, None, "about", False),
        ("2024-11-27?", 27, None, None, "exactly", True),
        ("2024-11-27%", 27, None, None, "about", True),
        ("../2024-11-27", 27, None, None, "up-to", False),
        ("2024-11-27/..", 27, None, None, "at-least", False),
        ("2024-11-27/2024-11-29", None, 27, 29, "exactly", False),
        ("2024-11-27?, qualifier: almost", 27, None, None, "almost", True),
        ("../2024-11-27, qualifier: up-to", 27, None, None, "up-to", False),
    ],
)
def test_a_day_in_answer_may_be_hedged(
    typed: str, value: int | None, low: int | None, high: int | None, qualifier: str, uncertain: bool
) -> None:
    quote = "It began on 2024-11-27 or 2024-11-29"
    front = f"title: E\ndate: 2024-11-29\nsource: paper\nfacts:\n  - {{measure: war/began, value: {typed}, "
    files = PLACES | WAR | {EDGE: md(f"{front}quote: {quote}}}", f"{quote}.")}
    (fact,) = sound(files).archive.facts
    ends = [None if number is None else date(2024, 11, number) for number in (value, low, high)]
    assert [fact.value, fact.low, fact.high] == ends
    assert (fact.qualifier, fact.uncertain) == (Qualifier(qualifier), uncertain)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "../2024-11-27, qualifier: exactly",
            'exactly two-qualifiers: "../2024-11-27" is up-to, and this says exactly (delete this line)',
        ),
        (
            "2024-11-27~, qualifier: at-least",
            'at-least two-qualifiers: "2024-11-27~" is about, and this says at-least (delete this line)',
        ),
        (
            "2024-11-27/2024-11-29, qualifier: about",
            'about two-qualifiers: "2024-11-27/2024-11-29" is a range, and this says about '
            "(delete this line)",
        ),
    ],
)
def test_a_hedged_day_and_another_qualifier_contradict_each_other(typed: str, said: str) -> None:
    assert told(f"measure: war/began, value: {typed}") == [said]


def test_a_number_is_not_hedged_that_way() -> None:
    (problem,) = told("measure: war/killed, value: 3~")
    assert "not-a-number" in problem
    assert facts("measure: war/killed, value: 3")[0].value == Decimal(3)


def test_as_of_may_be_several_days() -> None:
    (fact,) = facts(f"{KILLED}, as_of: 2024-11-27/2024-11-29")
    assert (fact.as_of.start, fact.as_of.day, fact.as_of.edtf) == (
        date(2024, 11, 27),
        date(2024, 11, 29),
        "2024-11-27/2024-11-29",
    )
