"""Both feeds: valid, newest first, and hostile titles are text in them."""

import json
from datetime import date
from itertools import pairwise
from types import ModuleType
from typing import Any

from lxml import etree, html

from generator.asked import Options
from generator.examined import Examined
from generator.exports import actorfeeds, topicfeeds
from generator.exports.feed import ENTRIES, FEW, moment
from generator.exports.feeds import files
from generator.exports.published import Published
from generator.exports.xmltext import without_controls
from generator.memo.glass import Glass
from tests.archive import PLACES, actor, article, pages_of, sound, topic
from tests.corrections.paper import FILES

ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
HOSTILE = ("<img src=x onerror=alert(1)>", "]]> & <b>", "{{ 7*7 }}", "שלום \u202e evil", "a\u00a0b")


def feeds_of(result: Examined):
    """The Atom feed as parsed by lxml, and the JSON Feed."""
    atom, feed = files(Published(result.archive, result.judged, (), "1.2.3"))
    assert (atom.path, feed.path) == ("feed.xml", "feed.json")
    return etree.fromstring(atom.content), json.loads(feed.content)


def quoted(title: str) -> str:
    return json.dumps(title, ensure_ascii=False)


def test_the_feeds_of_the_sample_tell_the_newest_document_first(sample: Examined) -> None:
    atom, feed = feeds_of(sample)
    ids = atom.xpath("//*[local-name()='entry']/*[local-name()='id']/text()")
    assert ids == [item["id"] for item in feed["items"]]
    assert len(set(ids)) == len(ids) == 5
    moments = [item["date_published"] for item in feed["items"]]
    assert all(later >= earlier for later, earlier in pairwise(moments))
    assert atom.findtext(f"{ATOM}updated") == moments[0] == "2024-11-30T00:00:00Z"


def test_an_atom_feed_has_all_that_the_standard_asks_for(sample: Examined) -> None:
    atom, _ = feeds_of(sample)
    for thing in (atom, *atom.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert thing.findtext(f"{ATOM}{name}"), name
        assert thing.findtext(f"{ATOM}author/{ATOM}name")
    links = {link.get("rel"): link.get("href") for link in atom.findall(f"{ATOM}link")}
    assert links == {
        "self": "https://briefing.example.org/feed.xml",
        "alternate": "https://briefing.example.org/",
    }


def test_a_json_feed_has_all_that_the_standard_asks_for(sample: Examined) -> None:
    _, feed = feeds_of(sample)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "https://briefing.example.org/feed.json"
    assert all(
        {"id", "url", "title", "content_html", "date_published"} <= set(item) for item in feed["items"]
    )


def test_hostile_titles_and_texts_are_text() -> None:
    documents = {
        f"articles/d{place}.md": article(title=quoted(title), body=title.replace("<", "\\<"))
        for place, title in enumerate(HOSTILE)
    }
    atom, feed = feeds_of(sound(PLACES | documents))
    titles = [entry.findtext(f"{ATOM}title") for entry in atom.findall(f"{ATOM}entry")]
    assert sorted(titles) == sorted(HOSTILE)
    assert sorted(item["title"] for item in feed["items"]) == sorted(HOSTILE)
    assert {child.tag for child in atom.iter()} == {
        *(f"{XHTML}{name}" for name in ("p", "a", "time")),
        *(
            f"{ATOM}{name}"
            for name in (
                *("feed", "id", "title", "updated", "link", "author", "name"),
                *("generator", "entry", "published", "category", "summary", "content"),
            )
        ),
    }
    texts = [item["content_html"] for item in feed["items"]]
    assert [content.text for content in atom.iter(f"{ATOM}content")] == texts
    for text in texts:
        inside = html.fromstring(text)
        assert {element.tag for element in inside.iter()} == {"div", "p"}
        assert {attribute for element in inside.iter() for attribute in element.attrib} == {"lang", "dir"}


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    assert without_controls("a\x00\x0b\x1b\ufffe\ud800b\tc\n") == "ab\tc\n"


def test_only_the_newest_documents_are_told() -> None:
    documents = {
        f"articles/d{n:03}.md": article(day=f"2024-{1 + n // 28:02}-{1 + n % 28:02}") for n in range(60)
    }
    atom, feed = feeds_of(sound(PLACES | documents))
    assert len(atom.findall(f"{ATOM}entry")) == len(feed["items"]) == ENTRIES
    assert [item["url"].rpartition("/d")[2] for item in feed["items"][:2]] == ["059/", "058/"]


def test_a_draft_is_in_no_feed() -> None:
    documents = {"articles/a.md": article(), "articles/b.md": article(more="draft: true")}
    _, feed = feeds_of(sound(PLACES | documents, Options(drafts=True)))
    assert [item["url"] for item in feed["items"]] == ["https://example.org/2024/11/29/a/"]


def test_an_archive_without_documents_has_feeds_without_entries_because_every_page_links_to_them() -> None:
    atom, feed = feeds_of(sound(PLACES))
    assert atom.findall("{*}entry") == []
    assert feed["items"] == []


def test_a_document_that_was_corrected_is_updated_on_that_day_comes_up_again_and_keeps_its_id() -> None:
    atom, feed = feeds_of(sound(FILES))
    told = [
        (item["title"], item["date_published"][:10], item.get("date_modified", "")[:10])
        for item in feed["items"]
    ]
    assert told == [
        ("Fighters reach the edge of Aleppo", "2024-11-29", "2024-12-02"),
        ("Withdrawn: The day in short", "2024-11-29", "2024-12-01"),
        ("Road to Damascus closed", "2024-11-29", "2024-12-01"),
        ("Withdrawn: Hundreds dead in a strike on the bridge", "2024-11-28", "2024-11-30"),
        ("The airport is taken", "2024-11-30", ""),
    ]
    updated = [entry.findtext(f"{ATOM}updated")[:10] for entry in atom.findall(f"{ATOM}entry")]
    assert updated == [modified or published for _, published, modified in told]
    assert atom.findtext(f"{ATOM}updated") == "2024-12-02T00:00:01Z"


def test_what_was_corrected_is_told_before_the_text() -> None:
    _, feed = feeds_of(sound(FILES))
    text = html.fromstring(f"<div>{feed['items'][3]['content_html']}</div>").text_content()
    assert text.startswith("Withdrawn, 30 November 2024: The agency has withdrawn its report.")
    assert text.index("Correction, 28 November 2024") < text.index("The Observatory reports")


WAR = PLACES | {
    "topics/war.md": topic("killed: {label: Killed, unit: people}"),
    "actors/sohr.md": actor("Observatory"),
    "actors/mill.md": actor("The mill"),
}
GIVEN = "measure: war/killed, value: 9, according_to: sohr"


def made(result: Examined, export: ModuleType, style: str = "") -> dict[str, bytes]:
    published = Published(result.archive, result.judged, (), "1.2.3", style)
    return {file.path: file.content for file in export.files(published)}


def items_of(files: dict[str, bytes], path: str) -> list[Any]:
    items: list[Any] = json.loads(files[path])["items"]
    return items


def test_an_actor_has_feeds_of_the_documents_that_tell_of_it_and_no_others() -> None:
    result = sound(WAR | {"articles/a.md": article(GIVEN, title="A"), "articles/b.md": article(title="B")})
    found = made(result, actorfeeds)
    assert sorted(found) == ["actors/sohr/feed.json", "actors/sohr/feed.xml"]
    assert [item["title"] for item in items_of(found, "actors/sohr/feed.json")] == ["A"]
    atom = etree.fromstring(found["actors/sohr/feed.xml"])
    assert atom.findtext(f"{ATOM}id") == "https://example.org/actors/sohr/"
    assert atom.findtext(f"{ATOM}title") == "Observatory – A small archive"


def test_a_topic_has_feeds_of_its_documents() -> None:
    result = sound(WAR | {"articles/a.md": article(GIVEN, title="A"), "articles/b.md": article(title="B")})
    found = made(result, topicfeeds)
    assert sorted(found) == ["topics/war/feed.json", "topics/war/feed.xml"]
    assert [item["tags"] for item in items_of(found, "topics/war/feed.json")] == [["Article", "The war"]]


def test_a_feed_of_an_actor_tells_the_newest_and_older_ones_that_were_corrected() -> None:
    told = "corrections:\n  - {kind: update, on: 2024-12-20, text: More is known.}"
    days = {f"articles/d{n:02}.md": article(GIVEN, day=f"2024-11-{n:02}") for n in range(1, 28)}
    old = {"articles/d03.md": article(GIVEN, day="2024-11-03", more=told)}
    items = items_of(made(sound(WAR | days | old), actorfeeds), "actors/sohr/feed.json")
    assert [item["url"][-4:-1] for item in items[:3]] == ["d03", "d27", "d26"]
    assert len(items) == FEW < len(days)


def test_a_draft_is_in_no_feed_of_an_actor_and_its_page_leads_to_none() -> None:
    draft = {"articles/a.md": article(GIVEN, more="draft: true")}
    result = sound(WAR | draft, Options(drafts=True))
    assert made(result, actorfeeds) == {}
    assert pages_of(result)["/actors/sohr/"].view.head.feeds == ""
    assert pages_of(sound(WAR | {"articles/a.md": article(GIVEN)}))["/actors/sohr/"].view.head.feeds


def test_an_id_stays_whatever_is_edited_in_a_document_and_no_two_are_the_same() -> None:
    def ids(**changed: str) -> list[str]:
        _, feed = feeds_of(sound(PLACES | {"articles/a.md": article(**changed)}))
        return [item["id"] for item in feed["items"]]

    first = ids()
    assert first == ids(title="Another") == ids(day="2024-11-30") == ids(more="slug: elsewhere")
    _, feed = feeds_of(sound(PLACES | {"articles/a.md": article(), "articles/b.md": article()}))
    assert len({item["id"] for item in feed["items"]}) == 2


def test_a_document_that_is_corrected_on_the_day_it_was_published_is_updated_each_time() -> None:
    def updated(*told: str) -> str:
        more = "".join(f"\n  - {{kind: update, on: 2024-11-29, text: {text}}}" for text in told)
        result = sound(PLACES | {"articles/a.md": article(more=f"corrections:{more}" if told else "")})
        return feeds_of(result)[0].findtext(f"{ATOM}entry/{ATOM}updated")

    assert updated() < updated("More.") < updated("More.", "And more.")


def test_moments_of_one_day_stand_in_order_however_many_there_are() -> None:
    moments = [moment(date(2024, 11, 29), later) for later in range(4000)]
    assert moments == sorted(set(moments))
    assert moments[61] == "2024-11-29T00:01:01Z"


def test_the_text_stands_whole_in_a_feed_with_full_addresses_and_without_the_marks_of_its_page() -> None:
    body = "## Why\n\n[There](b.md), [above](#why), **strong**, the Observatory."
    files = {"articles/a.md": article(GIVEN, body=body), "articles/b.md": article(day="2024-11-28")}
    _, feed = feeds_of(sound(WAR | files))
    inside = html.fromstring(feed["items"][0]["content_html"])
    assert "Sentence number 1 gives the figure 9." in inside.text_content()
    here = "https://example.org/2024/11/"
    assert inside.xpath("//a/@href") == [f"{here}28/b/", f"{here}29/a/#h-why"]
    assert inside.xpath("//strong/text()") == ["strong"]
    assert inside.xpath("//mark | //sup | //*[@class]") == []


def test_takeaways_and_who_made_a_summary_are_told_with_it() -> None:
    summary = (
        "---\ntitle: In short\ndate: 2024-11-29\nsource: paper\nmade_by: ai\n"
        "takeaways:\n  - {text: It is <over>.}\n---\n\nThe text.\n"
    )
    _, feed = feeds_of(sound(PLACES | {"summaries/a.md": summary}))
    inside = html.fromstring(f"<div>{feed['items'][0]['content_html']}</div>")
    assert inside.xpath("//em/text()") == ["This summary was written by a machine."]
    assert inside.xpath("//li/text()") == ["It is <over>."]


def test_where_it_was_printed_is_told_apart_from_its_page() -> None:
    printed = "https://paper.example/1?a=1&b=2"
    atom, feed = feeds_of(sound(PLACES | {"articles/a.md": article(more=f"url: {printed}")}))
    assert feed["items"][0]["external_url"] == printed
    links = {link.get("rel"): link.get("href") for link in atom.find(f"{ATOM}entry").findall(f"{ATOM}link")}
    assert links == {"alternate": "https://example.org/2024/11/29/a/", "via": printed}


def test_a_browser_is_told_where_the_style_of_a_feed_stands_if_the_theme_has_one() -> None:
    result = sound(WAR | {"articles/a.md": article(GIVEN)})
    styled = made(result, actorfeeds, "/assets/feed.1.css")["actors/sohr/feed.xml"].decode()
    assert styled.splitlines()[1] == '<?xml-stylesheet type="text/css" href="../../assets/feed.1.css"?>'
    assert "xml-stylesheet" not in made(result, actorfeeds)["actors/sohr/feed.xml"].decode()


def test_a_feed_looks_at_the_texts_of_the_documents_that_it_tells_and_at_no_others() -> None:
    days = {f"articles/d{n:02}.md": article(GIVEN, day=f"2024-11-{n:02}") for n in range(1, 28)}
    result = sound(WAR | days)
    atom, _ = actorfeeds.files(Published(result.archive, result.judged, (), ""))
    glass = Glass(result.archive, result.judged)
    atom.make.func(Published(glass, glass.judged, (), ""), *atom.make.args[1:])
    looks = glass.looked()
    assert {key for name, key in looks if name == "texts"} == set(atom.make.args[2])
    assert {key for name, key in looks if name == "document"} == set(atom.make.args[2])
    assert not {name for name, _ in looks} & {"documents", "by_topic", "concerning", "notices", "facts"}
