"""The feeds of corrections: one entry a decision, with an id that exists on the page and never changes."""

import json

from lxml import etree, html

from generator.asked import Options
from generator.examined import Examined
from generator.exports.correctionsfeed import files
from generator.exports.published import Published
from tests.archive import PLACES, actor, article, pages_of, sound, topic
from tests.corrections.paper import FILES

ATOM = "{http://www.w3.org/2005/Atom}"
WAR = PLACES | {
    "topics/war.md": topic("killed: {label: Killed, unit: people}"),
    "actors/sohr.md": actor("Observatory"),
}
GIVEN = "measure: war/killed, value: {}, according_to: sohr"
WITHDRAWN = "status: retracted, on: 2024-12-01, reason: It was a <guess>."
AGAIN = "supersedes: [2024-11-29-first#killed], on: 2024-12-03, reason: It was counted again."
DECIDED = WAR | {
    "articles/2024-11-29-first.md": article(f"{GIVEN.format(200)}, {WITHDRAWN}", title="First"),
    "articles/2024-11-30-second.md": article(f"{GIVEN.format(90)}, {AGAIN}", day="2024-11-30"),
}


def feeds_of(result: Examined):
    """The Atom feed as parsed by lxml, and the JSON Feed."""
    atom, feed = files(Published(result.archive, result.judged, (), "1.2.3"))
    assert (atom.path, feed.path) == ("corrections/feed.xml", "corrections/feed.json")
    return etree.fromstring(atom.content), json.loads(feed.content)


def words(markup: str) -> str:
    return html.fromstring(f"<div>{markup}</div>").text_content()


def test_both_feeds_tell_the_newest_decision_first() -> None:
    atom, feed = feeds_of(sound(DECIDED))
    titles = ["Killed: 200 people, replaced by 90 people", "Killed: 200 people, withdrawn"]
    assert [entry.findtext(f"{ATOM}title") for entry in atom.findall(f"{ATOM}entry")] == titles
    assert [item["title"] for item in feed["items"]] == titles


def test_an_entry_is_as_old_as_the_decision_and_not_as_the_figure() -> None:
    atom, feed = feeds_of(sound(DECIDED))
    assert atom.findtext(f"{ATOM}updated") == "2024-12-03T00:00:00Z"
    assert [item["date_published"][:10] for item in feed["items"]] == ["2024-12-03", "2024-12-01"]


def test_the_id_of_an_entry_is_the_place_of_the_decision_on_the_page() -> None:
    result = sound(DECIDED)
    atom, feed = feeds_of(result)
    view = pages_of(result)["/corrections/"].view
    places = [
        f"https://example.org/corrections/#{one.anchor}" for group in view.days for one in group.corrections
    ]
    assert [entry.findtext(f"{ATOM}id") for entry in atom.findall(f"{ATOM}entry")] == places
    assert [item["id"] for item in feed["items"]] == places
    assert len(set(places)) == len(places) == 2


def test_an_entry_says_what_was_printed_what_was_decided_and_what_takes_its_place() -> None:
    _, feed = feeds_of(sound(DECIDED))
    replaced, withdrawn = (words(item["content_html"]) for item in feed["items"])
    assert withdrawn.startswith("200 people, printed by The Paper on 29 November 2024 in “First”")
    assert "Decided on 1 December 2024: withdrawn. It was a <guess>." in withdrawn
    assert "In its place: 90 people, printed by The Paper on 30 November 2024" in replaced
    assert "/#fact-killed)" in replaced
    links = html.fromstring(feed["items"][0]["content_html"]).xpath("//a/@href")
    assert links == [
        "https://example.org/2024/11/29/first/#fact-killed",
        "https://example.org/2024/11/30/second/#fact-killed",
    ]


def test_an_entry_keeps_its_id_when_another_decision_is_made() -> None:
    before = DECIDED | {"articles/2024-11-30-second.md": article(GIVEN.format(90), day="2024-11-30")}
    _, earlier = feeds_of(sound(before))
    _, later = feeds_of(sound(DECIDED))
    assert earlier["items"] == later["items"][1:]


def test_no_feed_is_written_while_there_is_nothing_to_tell(sample: Examined) -> None:
    assert list(files(Published(sample.archive, sample.judged, (), "1.2.3"))) == []


def test_a_correction_in_a_draft_is_in_no_feed() -> None:
    drafts = WAR | {
        "articles/2024-11-29-first.md": article(f"{GIVEN.format(200)}, {WITHDRAWN}", more="draft: true")
    }
    result = sound(drafts, Options(drafts=True))
    assert list(files(Published(result.archive, result.judged, (), "1.2.3"))) == []


def test_corrections_of_texts_and_decisions_on_figures_are_told_in_one_feed() -> None:
    result = sound(FILES)
    atom, feed = feeds_of(result)
    assert [item["title"] for item in feed["items"]] == [
        "People who left their homes: 14,000 people, withdrawn",
        "People killed since Wednesday: at least 242 people, replaced by 277 people",
        "People killed since Wednesday: 240 people, set right by its source",
        "Withdrawn: The day in short",
        "Withdrawn: Hundreds dead in a strike on the bridge",
        "Correction: Fighters reach the edge of Aleppo (Civilians among them)",
        "Clarification: Fighters reach the edge of Aleppo",
        "Update: Fighters reach the edge of Aleppo",
        "Correction: Hundreds dead in a strike on the bridge",
    ]
    view = pages_of(result)["/corrections/"].view
    places = [result.archive.site.absolute(one.url) for group in view.days for one in group.corrections]
    assert [item["id"] for item in feed["items"]] == places
    assert [entry.findtext(f"{ATOM}id") for entry in atom.findall(f"{ATOM}entry")] == places


def test_the_entry_of_a_correction_says_what_stood_there_and_what_stands_there_now() -> None:
    _, feed = feeds_of(sound(FILES))
    text = words(feed["items"][5]["content_html"]).split("\n")
    assert text[0].startswith("Correction on 30 November 2024: An earlier version of this article")
    assert text[1:3] == ["Was: 42 civilians", "Now: 24 civilians"]
    assert text[3].startswith("“Fighters reach the edge of Aleppo”, printed by The Paper on 29 November 2024")


def test_the_entry_of_a_withdrawn_document_names_the_figures_that_go_with_it() -> None:
    _, feed = feeds_of(sound(FILES))
    text = words(feed["items"][4]["content_html"])
    assert "Withdrawn on 30 November 2024: The agency has withdrawn its report." in text
    assert "Withdrawn with it: People who left their homes, 20,000–30,000 people; People killed" in text
