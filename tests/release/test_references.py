"""What becomes of references to a document that is not published, and of its facts."""

from datetime import UTC, date, datetime

import pytest

from generator.asked import Options
from generator.model.diagnostic import Severity
from tests.archive import PLACES, article, examined, md, pages_of, sound, topic

NOW = datetime(2024, 12, 1, tzinfo=UTC)
WAR = PLACES | {"topics/war.md": topic("killed: {label: Killed, unit: people}")}
HELD = "articles/2024-11-30-held.md"
KILLED = "measure: war/killed, value: 121, according_to: null"
NEWER = (
    "measure: war/killed, value: 242, according_to: null, "
    "supersedes: [2024-11-30-held#killed], on: 2024-12-01, reason: They counted again."
)
WEEK = md(
    """
    title: Week
    date: 2024-11-30
    source: paper
    covers: [2024-11-30-held, 2024-11-30-late]
    takeaways:
      - text: There were 121.
        facts: [2024-11-30-held#killed]
    """
)


def held(condition: str, *facts: str) -> dict[str, str]:
    """An archive in which everything rests on one document with this condition."""
    return WAR | {
        HELD: article(*(facts or (KILLED,)), day="2024-11-30", more=condition),
        "articles/2024-11-30-late.md": article(NEWER, day="2024-11-30"),
        "summaries/week.md": WEEK,
    }


@pytest.mark.parametrize("condition", ["publish_at: 2030-01-01T00:00Z", "expires: 2024-11-30T18:00Z"])
def test_a_reference_to_what_only_time_keeps_out_is_dropped_without_a_word(condition: str) -> None:
    result = sound(held(condition), Options(now=NOW))
    week = result.archive.document["week"]
    assert week.covers == ("2024-11-30-late",)
    assert week.takeaways[0].facts == ()
    assert {"unpublished-document", "takeaway-unsupported"}.isdisjoint(
        problem.code for problem in result.diagnostics
    )


def test_a_decision_about_a_figure_that_is_not_published_is_not_told_nor_is_its_reason() -> None:
    archive = sound(held("publish_at: 2030-01-01T00:00Z"), Options(now=NOW)).archive
    fact = archive.fact["2024-11-30-late#killed"]
    assert (fact.supersedes, fact.decided, fact.reason) == ((), None, "")
    whole = sound(held("publish_at: 2024-11-30T00:00Z"), Options(now=NOW)).archive
    assert whole.fact["2024-11-30-late#killed"].reason == "They counted again."


def test_an_archive_builds_on_every_day_even_if_its_summaries_cover_later_documents() -> None:
    files = held("slug: held") | {"summaries/week.md": WEEK.replace("date: 2024-11-30", "date: 2024-11-29")}
    archive = sound(files, Options(as_of=date(2024, 11, 29))).archive
    assert [(one.id, one.covers) for one in archive.documents] == [("week", ())]


def test_a_reference_to_a_draft_is_a_mistake() -> None:
    told = [
        (problem.file, problem.message)
        for problem in examined(held("draft: true"), Options(now=NOW)).diagnostics
        if problem.code == "unpublished-document"
    ]
    said = 'the document "2024-11-30-held" is a draft, and so is not published'
    assert told == [
        ("content/articles/2024-11-30-late.md", said),
        ("content/summaries/week.md", said),
        ("content/summaries/week.md", said),
    ]


def test_a_fact_that_an_embargoed_document_does_not_have_is_told_before_the_embargo_is_over() -> None:
    files = held("publish_at: 2030-01-01T00:00Z", "measure: war/killed, id: dead, value: 121")
    codes = {problem.code for problem in examined(files, Options(now=NOW)).diagnostics}
    assert "unknown-fact" in codes


def test_the_facts_of_an_expired_document_no_longer_count() -> None:
    files = held("expires: 2024-11-30T18:00Z")
    at_noon = Options(as_of=datetime(2024, 11, 30, 12, tzinfo=UTC))
    assert sound(files, at_noon).judged.now["war/killed"].documents == 2
    assert sound(files, Options(now=NOW)).judged.now["war/killed"].documents == 1


def test_the_mistakes_of_a_draft_are_told_and_do_not_keep_the_rest_from_being_published() -> None:
    for front in ("title: [", "title: News\ndate: soon\ncolour: red", "date: 2024-11-30\nsource: paper"):
        files = WAR | {HELD: md(f"{front}\ndraft: true")}
        (told, *_) = sound(files, Options(now=NOW)).diagnostics
        assert (told.file, told.severity) == (f"content/{HELD}", Severity.WARNING)
        assert not examined(files, Options(now=NOW, drafts=True)).is_sound()


def test_the_mistakes_of_a_document_under_embargo_are_told_at_once() -> None:
    files = WAR | {HELD: article(day="2024-11-30", more="publish_at: 2030-01-01T00:00Z\ncolour: red")}
    assert not examined(files, Options(now=NOW)).is_sound()


@pytest.mark.parametrize("expires", ["2024-11-30T08:00Z", "2024-11-30T19:00+01:00"])
def test_what_expires_before_it_is_published_is_a_mistake(expires: str) -> None:
    files = WAR | {HELD: article(day="2024-11-30", more=f"publish_at: 2024-11-30T18:00Z\nexpires: {expires}")}
    told = [problem for problem in examined(files).diagnostics if problem.severity is Severity.ERROR]
    assert [(problem.code, problem.mark.line) for problem in told] == [("expires-before-publish", 6)]


def test_the_archive_knows_its_moment_and_the_day_that_it_is_where_the_site_is() -> None:
    files = WAR | {"site.yaml": PLACES["site.yaml"] + "timezone: Pacific/Auckland\n"}
    archive = sound(files, Options(now=datetime(2024, 11, 30, 20, tzinfo=UTC))).archive
    assert (archive.moment, archive.today) == (datetime(2024, 11, 30, 20, tzinfo=UTC), date(2024, 12, 1))
    assert (sound(files).archive.moment, sound(files).archive.today) == (None, None)


def test_what_is_under_embargo_is_shown_as_a_draft_is_and_says_until_when() -> None:
    site = {"site.yaml": PLACES["site.yaml"] + "timezone: Europe/Paris\n"}
    files = WAR | site | {HELD: article(day="2024-11-30", more="publish_at: 2024-12-24T17:00Z")}
    result = sound(files, Options(now=NOW, drafts=True))
    view = pages_of(result)["/2024/11/30/held/"].view
    assert (view.draft, view.embargo, view.head.listed) == (
        True,
        "24 December 2024, 18:00 (Europe/Paris)",
        False,
    )
    after = sound(files, Options(as_of=date(2024, 12, 24), drafts=True))
    view = pages_of(after)["/2024/11/30/held/"].view
    assert (view.draft, view.embargo, view.head.listed) == (False, "", True)
