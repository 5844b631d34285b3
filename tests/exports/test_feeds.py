"""Both feeds: valid, newest first, and hostile titles are text in them."""

import json
from itertools import pairwise

from lxml import etree

from generator.build import Examined, Options
from generator.exports.feeds import ENTRIES, files
from generator.exports.published import Published
from generator.exports.xmltext import without_controls
from tests.archive import PLACES, article, sound
from tests.corrections.paper import FILES

ATOM = "{http://www.w3.org/2005/Atom}"
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
        {"id", "url", "title", "content_text", "date_published"} <= set(item) for item in feed["items"]
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
        ATOM + name
        for name in (
            *("feed", "id", "title", "updated", "link", "author", "name"),
            *("generator", "entry", "published", "category", "content"),
        )
    }


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
        ("The airport is taken", "2024-11-30", ""),
        ("Withdrawn: Hundreds dead in a strike on the bridge", "2024-11-28", "2024-11-30"),
    ]
    updated = [entry.findtext(f"{ATOM}updated")[:10] for entry in atom.findall(f"{ATOM}entry")]
    assert updated == [modified or published for _, published, modified in told]
    assert atom.findtext(f"{ATOM}updated") == "2024-12-02T00:00:00Z"


def test_what_was_corrected_is_told_before_the_text() -> None:
    _, feed = feeds_of(sound(FILES))
    text = feed["items"][4]["content_text"]
    assert text.startswith("Withdrawn, 30 November 2024: The agency has withdrawn its report.")
    assert text.index("Correction, 28 November 2024") < text.index("The Observatory reports")
