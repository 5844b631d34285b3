"""What a retraction does to the figures: they are shown, set aside from that day on, and never deleted."""

from datetime import date

import pytest

from generator.asked import Options
from generator.examined import Examined
from generator.model.correction import CorrectionKind
from generator.model.diagnostic import Severity
from generator.model.fact import Fact, Status
from generator.model.verdict import FindingName
from tests.archive import PLACES, actor, article, examined, pages_of, sound, topic

WAR = PLACES | {
    "topics/war.md": topic("killed: {label: Killed, unit: people}\nhurt: {label: Hurt, unit: people}"),
    "actors/sohr.md": actor("Observatory"),
}
KILLED = "measure: war/killed, value: 200, according_to: sohr"
HURT = "measure: war/hurt, value: 9, according_to: sohr"
WHOLE = "{kind: retraction, text: It was made up., on: 2024-12-01}"
OF_KILLED = "{kind: retraction, fact: killed, text: It was a guess., on: 2024-12-02}"
FIRST = "articles/2024-11-29-first.md"


def archive(*corrections: str, facts: tuple[str, ...] = (KILLED, HURT)) -> dict[str, str]:
    listed = f"corrections: [{', '.join(corrections)}]" if corrections else ""
    return WAR | {FIRST: article(*facts, title="First", more=listed)}


def facts_of(result: Examined) -> dict[str, Fact]:
    return {fact.key: fact for fact in result.archive.document["2024-11-29-first"].facts}


def decided(fact: Fact) -> tuple[Status | None, date | None, str]:
    return fact.status, fact.decided, fact.reason


def told(files: dict[str, str]) -> list[str]:
    return [
        f"{one.excerpt[one.mark.column - 1 :][: one.mark.length]} {one.code}: {one.message} ({one.hint})"
        for one in examined(files).diagnostics
        if one.code in {"unknown-fact", "early-correction", "two-decisions"}
    ]


def test_a_retraction_of_a_fact_retracts_that_fact_from_its_day_on_and_no_other() -> None:
    facts = facts_of(sound(archive(OF_KILLED)))
    assert decided(facts["killed"]) == (Status.RETRACTED, date(2024, 12, 2), "It was a guess.")
    assert decided(facts["hurt"]) == (None, None, "")


def test_a_retraction_of_the_document_retracts_all_of_its_facts() -> None:
    facts = facts_of(sound(archive(WHOLE)))
    assert {decided(fact) for fact in facts.values()} == {
        (Status.RETRACTED, date(2024, 12, 1), "It was made up.")
    }


def test_of_two_retractions_the_earlier_holds() -> None:
    facts = facts_of(sound(archive(OF_KILLED, WHOLE)))
    assert decided(facts["killed"])[1:] == (date(2024, 12, 1), "It was made up.")
    sooner = OF_KILLED.replace("12-02", "11-30")
    assert decided(facts_of(sound(archive(WHOLE, sooner)))["killed"])[1:] == (
        date(2024, 11, 30),
        "It was a guess.",
    )


def test_a_fact_keeps_a_decision_of_its_own_when_its_document_is_withdrawn() -> None:
    own = f"{KILLED}, status: corrected, on: 2024-11-30, reason: A printing error."
    result = sound(archive(WHOLE, facts=(own, HURT)))
    assert decided(facts_of(result)["killed"]) == (Status.CORRECTED, date(2024, 11, 30), "A printing error.")
    assert "two-decisions" not in [one.code for one in result.diagnostics]


def test_what_is_withdrawn_is_no_longer_counted_and_is_still_there() -> None:
    result = sound(archive(WHOLE))
    verdict = result.verdicts["war/killed"]
    assert verdict.facts == ("2024-11-29-first#killed",)
    assert verdict.current == ()
    assert [one.name for one in verdict.about("2024-11-29-first#killed")][:1] == [FindingName.RETRACTED]
    assert "/2024/11/29/first/" in pages_of(result)


def test_a_figure_counts_on_the_days_before_its_document_was_withdrawn() -> None:
    judged = sound(archive(WHOLE)).judged
    assert judged.known("war/killed", date(2024, 11, 30)).current == ("2024-11-29-first#killed",)
    assert judged.known("war/killed", date(2024, 12, 1)).current == ()


def test_an_archive_as_of_an_earlier_day_knows_nothing_of_later_corrections() -> None:
    update = "{kind: update, text: More is known., on: 2024-11-30}"
    result = sound(archive(update, OF_KILLED, WHOLE), Options(as_of=date(2024, 11, 30)))
    document = result.archive.document["2024-11-29-first"]
    assert [one.kind for one in document.corrections] == [CorrectionKind.UPDATE]
    assert document.withdrawn is None
    assert {fact.status for fact in document.facts} == {None}


@pytest.mark.parametrize("day", [date(2024, 11, 29), date(2024, 12, 1), date(2024, 12, 2)])
def test_the_archive_of_a_day_says_what_the_whole_archive_says_of_that_day(day: date) -> None:
    files = archive(OF_KILLED, WHOLE)
    then = sound(files, Options(as_of=day))
    for measure, verdict in sound(files).judged.now.items():
        known = sound(files).judged.known(measure, day)
        assert then.judged.now[measure] == known, (measure, verdict)


def test_a_correction_that_is_no_retraction_leaves_the_figure_as_it_is() -> None:
    correction = "{kind: correction, fact: killed, was: 300, now: 200, text: A slip., on: 2024-12-01}"
    assert decided(facts_of(sound(archive(correction)))["killed"]) == (None, None, "")


@pytest.mark.parametrize(
    ("correction", "said"),
    [
        (
            "{kind: update, fact: kiled, text: More., on: 2024-12-01}",
            'kiled unknown-fact: this document has no fact "kiled" (did you mean "killed"?)',
        ),
        (
            "{kind: update, fact: weather, text: More., on: 2024-12-01}",
            'weather unknown-fact: this document has no fact "weather" '
            "(delete this line, or look at the facts in its front matter)",
        ),
        (
            "{kind: update, text: More., on: 2024-11-28}",
            "2024-11-28 early-correction: corrected on 2024-11-28, before the day of this document, "
            "2024-11-29 (write 2024-11-29, or the later day on which it was changed)",
        ),
    ],
)
def test_a_correction_of_nothing_is_an_error_at_the_value(correction: str, said: str) -> None:
    assert told(archive(correction)) == [said]


def test_a_correction_of_a_fact_that_could_not_be_read_is_no_second_mistake() -> None:
    broken = "measure: war/killed, value: many, according_to: sohr"
    codes = [one.code for one in examined(archive(OF_KILLED, facts=(broken,))).diagnostics]
    assert "not-a-number" in codes
    assert "unknown-fact" not in codes


def test_a_retraction_that_changes_nothing_is_told() -> None:
    own = f"{KILLED}, status: corrected, on: 2024-11-30, reason: A printing error."
    (problem,) = told(archive(OF_KILLED, facts=(own,)))
    assert problem.startswith(
        'killed two-decisions: the fact "killed" has status: corrected, which holds instead'
    )


def test_a_figure_that_replaces_another_and_would_go_on_counting_in_a_withdrawn_document_is_told() -> None:
    earlier = {"articles/2024-11-28-earlier.md": article(KILLED, day="2024-11-28")}
    again = f"{KILLED}, supersedes: [2024-11-28-earlier#killed], on: 2024-11-30, reason: Counted again."
    found = [
        one
        for one in examined(archive(WHOLE, facts=(again,)) | earlier).diagnostics
        if one.code == "two-decisions"
    ]
    assert [one.severity for one in found] == [Severity.WARNING]
    assert "although the document was withdrawn on 2024-12-01" in found[0].message
