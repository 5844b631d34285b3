"""What was published is compared with what is there now: no figure and no address goes without a word."""

from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.asked import Options
from generator.examined import examine
from generator.exports.published import Published
from generator.exports.record import files as record_files
from generator.model.diagnostic import Diagnostic, Severity
from tests.archive import PLACES, Files, actor, article, sound, topic, write
from tests.corrections.paper import FILES

CODES = {"changed-without-correction", "moved-without-alias"}
WAR = PLACES | {
    "topics/war.md": topic("killed: {label: Killed, unit: people}\nhurt: {label: Hurt, unit: people}"),
    "actors/sohr.md": actor("Observatory"),
}
EDGE, FILE = "2024-11-29-edge", "articles/2024-11-29-edge.md"
HURT = "measure: war/hurt, value: 9, according_to: sohr"


def killed(value: str = "value: 242, qualifier: at-least", more: str = "") -> str:
    return f"measure: war/killed, {value}, according_to: sohr{more}"


def edge(*facts: str, more: str = "", name: str = FILE, day: str = "2024-11-29") -> dict[str, str]:
    return WAR | {name: article(*(facts or (killed(), HURT)), more=more, day=day)}


def corrected(*corrections: str) -> str:
    return f"corrections: [{', '.join(corrections)}]"


def since(
    before: Files, after: Files, options: Options | None = None, then: Options | None = None
) -> list[Diagnostic]:
    """What is said of an archive when an earlier state of it was published."""
    published = sound(before, then)
    (file,) = record_files(Published(published.archive, published.judged, (), ""))
    with TemporaryDirectory() as folder:
        record = Path(folder) / "published.json"
        record.write_bytes(file.content)
        options = options or Options()
        with_record = Options(as_of=options.as_of, now=options.now, drafts=options.drafts, since=record)
        found = examine(write(Path(folder), after), with_record, lambda stage: None).diagnostics
    return [one for one in found if one.code in CODES]


def said(found: list[Diagnostic]) -> list[str]:
    return [f"{one.code}: {one.message}" for one in found]


# Figures


@pytest.mark.parametrize(
    ("after", "now"),
    [
        (killed("value: 240, qualifier: at-least"), "at least 240"),
        (killed("value: 242"), "242"),
        (killed("low: 240, high: 250"), "240–250"),
    ],
)
def test_a_figure_that_changed_without_a_word_is_told_with_what_it_was_and_is(after: str, now: str) -> None:
    (problem,) = since(edge(), edge(after, HURT))
    assert said([problem]) == [
        f'changed-without-correction: published as "at least 242", and now it is "{now}"'
    ]
    assert problem.severity is Severity.WARNING
    assert (problem.file, problem.mark.line) == (f"content/{FILE}", 7)


def test_the_hint_is_the_correction_to_paste_with_the_day_that_it_is() -> None:
    now = Options(now=datetime(2024, 12, 3, tzinfo=UTC))
    after = edge(killed("value: 240"), HURT)
    (problem,) = since(edge(), after, now)
    line = problem.hint.removeprefix("add a line ")
    assert line == (
        'corrections: [{kind: correction, fact: killed, was: "at least 242", now: "240", '
        "text: say why, on: 2024-12-03}]"
    )
    assert since(edge(), edge(killed("value: 240"), HURT, more=line), now) == []


def test_where_there_are_corrections_already_the_hint_is_one_more_line() -> None:
    known = corrected("{kind: update, text: More., on: 2024-11-30}")
    (problem,) = since(edge(more=known), edge(killed("value: 240"), HURT, more=known))
    assert problem.hint.startswith("add a line to corrections: - {kind: correction, fact: killed, was:")


@pytest.mark.parametrize(
    "told",
    [
        "{kind: correction, fact: killed, text: A slip., on: 2024-12-01}",
        "{kind: clarification, fact: killed, text: A slip., on: 2024-12-01}",
        "{kind: correction, was: at least 242 dead, now: 240 dead, text: A slip., on: 2024-12-01}",
        "{kind: correction, was: 242, text: A slip., on: 2024-12-01}",
        "{kind: retraction, text: It was made up., on: 2024-12-01}",
    ],
)
def test_a_correction_that_names_the_figure_explains_the_change(told: str) -> None:
    assert since(edge(), edge(killed("value: 240"), HURT, more=corrected(told))) == []


@pytest.mark.parametrize(
    "told",
    [
        "{kind: correction, fact: hurt, text: A slip., on: 2024-12-01}",
        "{kind: correction, fact: hurt, was: 242, text: A slip., on: 2024-12-01}",
        "{kind: update, text: More is known., on: 2024-12-01}",
        "{kind: correction, was: 24, now: 42, text: A slip., on: 2024-12-01}",
        "{kind: correction, was: 242, now: 250, text: A slip., on: 2024-12-01}",
    ],
)
def test_a_correction_of_something_else_does_not_explain_it(told: str) -> None:
    assert len(since(edge(), edge(killed("value: 240"), HURT, more=corrected(told)))) == 1


def test_a_correction_that_was_published_before_does_not_explain_a_second_change() -> None:
    first = "{kind: correction, fact: killed, was: 200, now: 242, text: A slip., on: 2024-11-30}"
    again = "{kind: correction, fact: killed, was: 242, now: 240, text: A slip., on: 2024-12-01}"
    other = "{kind: update, text: More., on: 2024-12-02}"
    before = edge(more=corrected(first))
    assert len(since(before, edge(killed("value: 240"), HURT, more=corrected(first)))) == 1
    assert len(since(before, edge(killed("value: 240"), HURT, more=corrected(other, first)))) == 1
    assert since(before, edge(killed("value: 240"), HURT, more=corrected(again, first))) == []
    assert since(before, edge(killed("value: 240"), HURT, more=corrected(first, again))) == []


@pytest.mark.parametrize("status", ["corrected", "retracted"])
def test_a_decision_about_the_figure_explains_the_change(status: str) -> None:
    decided = killed("value: 240", f", status: {status}, on: 2024-12-01, reason: A slip.")
    assert since(edge(), edge(decided, HURT)) == []


def test_a_decision_that_was_published_before_explains_nothing() -> None:
    decided = ", status: corrected, on: 2024-12-01, reason: A slip."
    assert len(since(edge(killed(more=decided)), edge(killed("value: 240", decided)))) == 1


def test_a_figure_that_another_replaces_may_change() -> None:
    later = article(
        killed("value: 300", f", supersedes: ['{EDGE}#killed'], on: 2024-12-01, reason: Counted again."),
        day="2024-11-30",
    )
    files = {"articles/2024-11-30-later.md": later}
    assert since(edge() | files, edge(killed("value: 240"), HURT) | files) == []


def test_a_fact_that_disappeared_is_told() -> None:
    (problem,) = since(edge(), edge(HURT))
    assert problem.message == 'the fact "killed" was published ("at least 242") and is not here any more'
    assert "status: retracted" in problem.hint


def test_a_fact_that_disappeared_and_is_named_in_a_correction_is_explained() -> None:
    told = corrected("{kind: correction, was: at least 242, text: Nobody said so., on: 2024-12-01}")
    assert since(edge(), edge(HURT, more=told)) == []


def test_a_fact_under_another_key_has_not_disappeared() -> None:
    assert since(edge(), edge(killed(more=", id: dead"), HURT)) == []


def test_a_fact_that_could_not_be_read_has_not_disappeared() -> None:
    assert since(edge(), edge(killed("value: many"), HURT)) == []


def test_new_facts_new_documents_and_other_words_are_no_change() -> None:
    more = edge(killed(), HURT, more="url: https://example.org/new")
    assert since(edge(HURT), more | {"articles/2024-12-01-new.md": article(day="2024-12-01")}) == []


def test_a_site_in_another_language_has_the_same_figures() -> None:
    before = edge(killed("value: 14000"))
    after = before | {"site.yaml": before["site.yaml"] + "language: de\n"}
    assert since(before, after) == []


# Documents that went


def test_a_document_that_was_deleted_is_told_with_its_address() -> None:
    (problem,) = since(edge(), WAR)
    assert problem.code == "changed-without-correction"
    assert problem.message.startswith(
        "/2024/11/29/edge/ was published, and no document stands there any more"
    )
    assert problem.file == "content/site.yaml"


def test_a_document_that_is_a_draft_again_is_told_at_its_draft_line() -> None:
    (problem,) = since(edge(), edge(more="draft: true"))
    assert said([problem]) == [
        "changed-without-correction: /2024/11/29/edge/ was published, and is a draft now"
    ]
    assert problem.excerpt == "draft: true"


def test_a_draft_that_is_shown_has_not_gone() -> None:
    assert since(edge(), edge(more="draft: true"), Options(drafts=True)) == []


def test_a_document_that_only_time_keeps_out_is_no_disappearance() -> None:
    late = Options(now=datetime(2025, 1, 1, tzinfo=UTC))
    soon = Options(now=datetime(2024, 12, 1, tzinfo=UTC))
    expiring = edge(more="expires: 2024-12-15T00:00Z")
    assert since(expiring, expiring, late, soon) == []
    assert since(edge(), edge(more="publish_at: 2030-01-01T00:00Z"), soon, soon) == []
    assert since(edge(), edge(), Options(as_of=date(2024, 11, 28))) == []


def test_a_document_that_cannot_be_read_has_not_disappeared() -> None:
    broken = edge() | {FILE: edge()[FILE].replace("date: 2024-11-29", "date: some day")}
    assert since(edge(), broken) == []
    without_source = edge() | {FILE: edge()[FILE].replace("source: paper", "source: nowhere")}
    assert since(edge(), without_source) == []


def test_what_was_never_published_is_not_in_the_record() -> None:
    draft = edge(more="draft: true")
    assert since(draft, WAR, then=Options(drafts=True)) == []
    held = edge(more="publish_at: 2030-01-01T00:00Z")
    now = Options(now=datetime(2024, 12, 1, tzinfo=ZoneInfo("Europe/Paris")), drafts=True)
    assert since(held, WAR, then=now) == []


# Addresses


def test_a_document_that_moved_is_told_with_the_line_to_add() -> None:
    (problem,) = since(edge(), edge(more="slug: the-edge"))
    assert said([problem]) == [
        "moved-without-alias: this stood at /2024/11/29/edge/, which leads nowhere now"
    ]
    assert problem.hint == "add a line aliases: [/2024/11/29/edge/]"
    assert problem.excerpt == "slug: the-edge"
    after = edge(more=f"slug: the-edge\n{problem.hint.removeprefix('add a line ')}")
    assert since(edge(), after) == []


def test_a_document_that_moved_twice_keeps_both_old_addresses() -> None:
    before = edge(more="slug: the-edge\naliases: [/2024/11/29/edge/]")
    (problem,) = since(before, edge(more="slug: at-the-edge\naliases: [/2024/11/29/edge/]"))
    assert problem.hint == "write aliases: [/2024/11/29/edge/, /2024/11/29/the-edge/]"


def test_an_old_address_that_leads_to_another_document_is_kept() -> None:
    other = {"articles/2024-11-30-other.md": article(day="2024-11-30", more="aliases: [/2024/11/29/edge/]")}
    assert since(edge(), edge(more="slug: the-edge") | other) == []


@pytest.mark.parametrize("facts", [(), (killed(),)], ids=["by its slug", "by its figures"])
def test_a_file_that_was_renamed_is_known_again(facts: tuple[str, ...]) -> None:
    before = WAR | {FILE: article(*facts)}
    name = "articles/2024-11-30-the-edge.md" if facts else "articles/2024-11-30-edge.md"
    (problem,) = since(before, WAR | {name: article(*facts, day="2024-11-30")})
    assert said([problem]) == [
        "moved-without-alias: this stood at /2024/11/29/edge/ as 2024-11-29-edge, which leads nowhere now"
    ]
    assert problem.file == f"content/{name}"


def test_a_file_that_was_renamed_and_kept_its_address_is_compared_under_its_new_name() -> None:
    renamed = edge(killed("value: 240"), HURT, name="articles/edge.md")
    assert [one.code for one in since(edge(), renamed)] == ["changed-without-correction"]
    assert since(edge(), edge(name="articles/edge.md")) == []


# A build compared with itself

figures = st.one_of(
    st.builds("value: {}".format, st.integers(0, 10**9)),
    st.builds("value: {}".format, st.decimals(0, 1000, places=2)),
    st.builds("value: {}, qualifier: about".format, st.integers(1, 9999)),
    st.builds(
        lambda low, more: f"low: {low}, high: {low + more}", st.integers(1000, 9999), st.integers(1, 99)
    ),
)
kinds = st.sampled_from(["correction", "clarification", "update", "retraction"])
corrections = st.lists(
    st.builds(
        lambda kind, fact, day: f"{{kind: {kind}, {fact}text: Said., on: 2024-12-{day:02}}}",
        kinds,
        st.sampled_from(["", "fact: killed, "]),
        st.integers(1, 28),
    ),
    max_size=4,
)


@pytest.mark.slow
@settings(max_examples=40)
@given(st.lists(st.tuples(figures, corrections, st.sampled_from(["", "draft: true", "slug: s"])), max_size=4))
def test_an_archive_that_did_not_change_is_never_warned_of(written: list[tuple[str, list[str], str]]) -> None:
    files = dict(WAR)
    for place, (figure, told, more) in enumerate(written):
        front = "\n".join([more, corrected(*told)])
        files[f"articles/d{place}.md"] = article(killed(figure), more=front, day=f"2024-11-{place + 1:02}")
    assert since(files, files) == []


def test_the_archive_with_every_kind_of_correction_is_not_warned_of_when_it_did_not_change() -> None:
    assert since(FILES, FILES) == []
