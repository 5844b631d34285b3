"""The page of corrections: every figure that an editor set aside, the newest decision first."""

from datetime import date
from pathlib import Path

import pytest

from generator.asked import Options
from generator.examined import Examined
from generator.model.page import Page
from tests import readpages
from tests.archive import PLACES, actor, article, built, pages_of, sound, topic, write

FIRST = "articles/2024-11-29-first.md"
SECOND = "articles/2024-11-30-second.md"
WAR = PLACES | {
    "topics/war.md": topic(
        "killed: {label: Killed, unit: people, cumulative: true}\nhurt: {label: Hurt, unit: people}"
    ),
    "actors/sohr.md": actor("Observatory"),
}
GIVEN = "measure: war/{}, value: {}, according_to: sohr"
WITHDRAWN = "status: retracted, on: 2024-12-01, reason: It was a guess."
SET_RIGHT = "status: corrected, on: 2024-12-02, reason: A printing error."


def replaced(*facts: str, on: str = "2024-12-03") -> str:
    return f"supersedes: [{', '.join(facts)}], on: {on}, reason: It was counted again."


def first(*facts: str, more: str = "") -> dict[str, str]:
    return {FIRST: article(*facts, title="First", more=more)}


def second(*facts: str) -> dict[str, str]:
    return {SECOND: article(*facts, day="2024-11-30", title="Second")}


def view_of(*documents: dict[str, str], options: Options | None = None):
    files = dict(WAR)
    for document in documents:
        files |= document
    return pages_of(sound(files, options))["/corrections/"].view


THREE = (
    first(f"{GIVEN.format('killed', 200)}, {WITHDRAWN}", f"{GIVEN.format('hurt', 9)}, {SET_RIGHT}"),
    second(f"{GIVEN.format('killed', 90)}, {replaced('2024-11-29-first#killed')}"),
)


def test_the_newest_decision_stands_first() -> None:
    view = view_of(*THREE)
    assert [group.day for group in view.days] == [date(2024, 12, 3), date(2024, 12, 2), date(2024, 12, 1)]
    assert view.total == 3


def test_what_was_decided_is_said_in_words_with_its_reason() -> None:
    told = [(one.outcome, one.reason) for group in view_of(*THREE).days for one in group.corrections]
    assert told == [
        ("replaced by 90 people", "It was counted again."),
        ("set right by its source", "A printing error."),
        ("withdrawn", "It was a guess."),
    ]


def test_a_figure_is_shown_as_printed_and_one_click_from_its_sentence() -> None:
    withdrawn = view_of(*THREE).days[-1].corrections[0]
    figure = withdrawn.figure
    assert (figure.text, figure.unit, figure.url) == ("200", "people", "/2024/11/29/first/#fact-killed")
    assert (figure.source.text, figure.document.text) == ("The Paper", "First")
    assert (withdrawn.measure.text, withdrawn.measure.url) == ("Killed", "/facts/war/killed/")
    assert withdrawn.replacement is None


def test_a_figure_that_was_replaced_stands_beside_the_one_that_takes_its_place() -> None:
    decision = view_of(*THREE).days[0].corrections[0]
    assert decision.figure.text == "200"
    assert decision.replacement.text == "90"
    assert decision.replacement.url == "/2024/11/30/second/#fact-killed"


def test_one_figure_that_two_replace_is_told_twice_under_two_names() -> None:
    again = replaced("2024-11-29-first#killed")
    third = {
        "articles/2024-12-01-third.md": article(f"{GIVEN.format('killed', 95)}, {again}", day="2024-12-01")
    }
    view = view_of(
        first(GIVEN.format("killed", 200)), second(f"{GIVEN.format('killed', 90)}, {again}"), third
    )
    anchors = [one.anchor for group in view.days for one in group.corrections]
    assert anchors == [
        "2024-11-29-first.killed.superseded.2024-11-30-second.killed",
        "2024-11-29-first.killed.superseded.2024-12-01-third.killed",
    ]


def test_a_decision_keeps_its_name_when_others_are_added() -> None:
    alone = view_of(first(f"{GIVEN.format('killed', 200)}, {WITHDRAWN}"))
    among = view_of(*THREE)
    assert alone.days[0].corrections[0].anchor == among.days[-1].corrections[0].anchor


def test_while_nothing_is_corrected_the_page_says_so_and_leads_to_no_feed(
    sample_pages: dict[str, Page],
) -> None:
    view = sample_pages["/corrections/"].view
    assert (view.days, view.total, view.feeds) == ((), 0, ())
    assert view.head.listed


@pytest.mark.slow
def test_the_page_of_an_archive_without_corrections_reads_well(sample: Examined, sample_site: Path) -> None:
    words = readpages.text(readpages.page(sample_site / "corrections" / "index.html").xpath("//main")[0])
    assert "Nothing has been corrected" in words
    assert f"It holds {len(sample.archive.facts)} figures." in words


@pytest.mark.slow
def test_every_page_leads_to_the_corrections(sample_site: Path) -> None:
    for path, root in readpages.pages(sample_site):
        assert [link for link in root.xpath("//footer//a") if readpages.text(link) == "Corrections"], path
    assert "https://briefing.example.org/corrections/" in (sample_site / "sitemap.xml").read_text()


@pytest.mark.slow
def test_the_built_page_has_a_place_for_each_decision_and_names_its_feeds(tmp_path: Path) -> None:
    built(write(tmp_path, WAR | THREE[0] | THREE[1]), tmp_path / "site")
    root = readpages.page(tmp_path / "site" / "corrections" / "index.html")
    assert root.xpath("//article/@id") == [
        "2024-11-29-first.killed.superseded.2024-11-30-second.killed",
        "2024-11-29-first.hurt.corrected",
        "2024-11-29-first.killed.retracted",
    ]
    assert root.xpath("//link[@rel='alternate']/@href")[-2:] == ["feed.xml", "feed.json"]


def test_a_correction_in_a_draft_is_seen_while_writing_and_told_in_no_feed() -> None:
    draft = first(f"{GIVEN.format('killed', 200)}, {WITHDRAWN}", more="draft: true")
    view = view_of(draft, options=Options(drafts=True))
    assert (view.total, view.feeds) == (1, ())
