"""The method: every rule with the archive's own examples, and nothing that is not true of it."""

from pathlib import Path

import pytest

from generator.examined import Examined
from generator.model.page import Page
from generator.model.verdict import FindingName
from generator.words.rules import RULES
from tests import readpages
from tests.archive import PLACES, actor, article, md, pages_of, sound, topic

WAR = PLACES | {
    "topics/war.md": topic("killed: {label: Killed, unit: people, cumulative: true}"),
    "actors/sohr.md": actor("Observatory"),
}


def view_of(files: dict[str, str] | None = None):
    return pages_of(sound(WAR | (files or {})))["/about/method/"].view


def examples(view, name: str):
    return next(line.examples for line in view.findings if line.name == name)


def summary(made_by: str, title: str, day: str = "2024-11-29") -> str:
    stated = f"\nmade_by: {made_by}" if made_by else ""
    return md(f"title: {title}\ndate: {day}\nsource: paper{stated}")


def test_every_finding_is_told_with_its_rule() -> None:
    assert set(RULES) == set(FindingName)
    assert [line.name for line in view_of().findings] == [name.value for name in FindingName]


def test_an_example_says_what_was_found_and_leads_to_the_sentences(sample_pages: dict[str, Page]) -> None:
    killed = examples(sample_pages["/about/method/"].view, "single-origin")[0]
    assert killed.measure.text == "People killed since the offensive began"
    assert killed.text == "All 5 documents rest on one origin: Syrian Observatory for Human Rights."
    assert (len(killed.sentences), killed.more) == (4, 1)
    assert all("#fact-" in sentence.url for sentence in killed.sentences)


def test_a_finding_has_three_examples_at_most_and_none_where_the_archive_has_none(
    sample: Examined, sample_pages: dict[str, Page]
) -> None:
    for line in sample_pages["/about/method/"].view.findings:
        having = [verdict for verdict in sample.judged.now.values() if line.name in verdict.names]
        assert len(line.examples) == min(3, len(having)), line.name


def test_what_an_editor_decided_is_an_example_with_its_reason() -> None:
    fact = "measure: war/killed, value: 9, according_to: sohr"
    decided = f"{fact}, status: retracted, on: 2024-12-01, reason: It was a guess."
    (example,) = examples(view_of({"articles/a.md": article(decided)}), "retracted")
    assert example.text == (
        "The Paper printed 9 people on 29 November 2024; withdrawn on 1 December 2024. It was a guess."
    )


def test_about_200_leaves_180_to_220_open_and_is_the_archives_own(sample_pages: dict[str, Page]) -> None:
    about = next(line for line in sample_pages["/about/method/"].view.wordings if line.name == "about")
    assert (about.example, about.open) == ("about 200 people", "180 to 220")
    assert about.url.endswith("#fact-killed")


@pytest.mark.parametrize(
    ("name", "example", "left_open", "day_open"),
    [
        ("a bare number", "200", "200", "28 November 2024"),
        ("at least", "at least 200", "200 or more", "28 November 2024 or later"),
        ("more than", "more than 200", "above 200", "29 November 2024 or later"),
        ("about", "about 200", "180 to 220", "27–29 November 2024"),
        ("almost", "almost 200", "from 180 to just below 200", "27 November 2024"),
        ("up to", "up to 200", "200 or less", "28 November 2024 or earlier"),
        ("fewer than", "fewer than 200", "below 200", "27 November 2024 or earlier"),
        ("from … to …", "45–50", "45 to 50", "28–30 November 2024"),
    ],
)
def test_what_a_wording_leaves_open_is_worked_out_where_the_archive_has_no_example(
    name: str, example: str, left_open: str, day_open: str
) -> None:
    line = next(line for line in view_of().wordings if line.name == name)
    assert (line.example, line.url, line.open, line.day_open) == (example, "", left_open, day_open)


def test_a_number_below_zero_is_turned_round() -> None:
    fact = "measure: war/killed, value: -200, qualifier: almost, according_to: sohr"
    line = next(line for line in view_of({"articles/a.md": article(fact)}).wordings if line.name == "almost")
    assert line.open == "from just above -200 to -180"


def test_grades_are_counted(sample_pages: dict[str, Page], sample: Examined) -> None:
    view = sample_pages["/about/method/"].view
    assert sum(line.given for line in view.credibility) == len(sample.archive.facts)
    assert [line.grade for line in view.reliability] == list("ABCDEF")


def test_when_no_document_names_a_machine_the_page_says_just_that(sample_pages: dict[str, Page]) -> None:
    makers = sample_pages["/about/method/"].view.makers
    assert makers.statement == "No document of this archive states that a machine made it."
    assert makers.rest == "Neither of the two summaries states who made it."
    assert makers.by_machine == makers.with_machine == ()


def test_documents_that_a_machine_made_are_listed_the_newest_first() -> None:
    makers = view_of(
        {
            "summaries/a.md": summary("ai", "A"),
            "summaries/b.md": summary("ai", "B", "2024-11-30"),
            "summaries/c.md": summary("mixed", "C"),
            "summaries/d.md": summary("human", "D"),
            "summaries/e.md": summary("", "E"),
        }
    ).makers
    assert [link.text for link in makers.by_machine] == ["B", "A"]
    assert [link.text for link in makers.with_machine] == ["C"]
    assert makers.statement == (
        "Two documents state that a machine wrote them, and one document states that a person wrote it with "
        "the help of a machine."
    )
    assert (
        makers.rest
        == "Of the five summaries, one says that a person wrote it and one does not state who made it."
    )


def test_sources_that_do_not_count_and_people_who_speak_for_others_are_named() -> None:
    desk = "---\nname: The Desk\nkind: digest\ncounts_as_source: false\n---\n"
    said = article("measure: war/killed, value: 9, according_to: rami")
    view = view_of(
        {"sources/desk.md": desk, "actors/rami.md": actor("Rami", "speaks_for: sohr"), "articles/a.md": said}
    )
    assert [link.text for link in view.not_counted] == ["The Desk"]
    assert [(one.speaker.text, one.speaks_for.text) for one in view.speakers] == [("Rami", "Observatory")]


def test_what_was_known_on_each_day_is_shown_by_the_measure_that_changed_most(
    sample_pages: dict[str, Page],
) -> None:
    recalled = sample_pages["/about/method/"].view.recalled
    assert recalled.measure.text == "People killed since the offensive began"
    assert [state.text for state in recalled.states] == ["about 200", "at least 242", "277"]


def test_an_archive_where_nothing_changed_has_no_such_example() -> None:
    assert view_of().recalled is None


def test_every_place_that_the_page_leads_to_on_itself_exists(sample_site: Path) -> None:
    root = readpages.page(sample_site / "about" / "method" / "index.html")
    wanted = {href.removeprefix("#") for href in root.xpath("//main//a/@href[starts-with(., '#')]")}
    assert wanted <= set(root.xpath("//@id"))
    assert {"independent", "decisions", "machines", "known"} <= wanted
