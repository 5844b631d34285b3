"""Lists that grow without end are cut into pages, and a page that is full stays as it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from lxml import html
from lxml.html import HtmlElement
from msgspec.structs import replace

from generator import __version__
from generator.examined import Examined
from generator.model import paging
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.paging import LIMITS, Limits, cut
from generator.pages.plan import plan
from generator.render.renderer import render
from generator.render.theme import load_theme
from tests.archive import PLACES, Files, actor, article, md, pages_of, sound, topic

SMALL = Limits(
    actor=2, day=2, source=2, topic=2, corrections=2, measures=2, names=2, beside=1, facets=2, titles=2
)
THEME = load_theme("default", Path())
MEASURES = "\n".join(f"m-{number}: {{label: Number {number}}}" for number in range(5))


@pytest.fixture(autouse=True)
def _small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "LIMITS", SMALL)


def news(day: int, title: str = "", more: str = "", value: int = 0, name: str = "news") -> Files:
    """An article of a day of November in which the Observatory gives a figure and is named."""
    said = f"measure: war/m-0, value: {value or 100 + day}, according_to: sohr"
    text = article(
        said, day=f"2024-11-{day:02}", title=title or f"News {day}", more=more, body="Sohr said so."
    )
    return {f"articles/2024-11-{day:02}-{name}.md": text}


def archive(*files: Files) -> Files:
    """An archive with an Observatory, of which these files speak."""
    found = {**PLACES, "actors/sohr.md": actor("Sohr"), "topics/war.md": topic(MEASURES)}
    for more in files:
        found |= more
    return found


WEEK = archive(*(news(day) for day in range(1, 8)))
"""Seven documents, a day each: pages of two, two and three."""


def site_of(files: Files) -> dict[str, bytes]:
    """Every page of an archive, made."""
    return made(sound(files))


def made(examined: Examined) -> dict[str, bytes]:
    site, pages = examined.archive.site, plan(examined.archive, examined.judged)
    return {page.path: render(THEME, site, __version__, page) for page in pages}


def changed(before: Files, after: Files) -> tuple[list[str], list[str]]:
    """The paths of the pages that are other or gone, and of those that are new."""
    old, new = site_of(before), site_of(after)
    return sorted(path for path in old if new.get(path) != old[path]), sorted(new.keys() - old.keys())


def read(content: bytes) -> HtmlElement:
    return html.document_fromstring(content.decode())


def ways(site: dict[str, bytes], path: str, rel: str) -> Iterator[str]:
    """The paths to which the links of this kind among the pages of a list lead, one after the other."""
    while True:
        (*_, pager) = read(site[path]).find_class("pages")
        found = pager.xpath(f".//a[@rel='{rel}']/@href")
        if not found:
            return
        path = resolved(path, found[0])
        yield path


def resolved(here: str, way: str) -> str:
    """A relative way from a page to another, as a path of the site."""
    folders = here.strip("/").split("/")
    while way.startswith("../"):
        folders, way = folders[:-1], way.removeprefix("../")
    return "/" + "/".join([*folders, *way.removeprefix("./").strip("/").split("/")]).strip("/") + "/"


def documents_on(page: Page) -> list[str]:
    """The titles on a page of an actor."""
    return [document.document.text for day in page.view.mentions for document in day.documents]


@given(some.integers(0, 60), some.integers(1, 9))
def test_all_pages_but_the_newest_are_full_and_the_newest_is_never_nearly_empty(
    total: int, most: int
) -> None:
    *older, newest = cut(range(total), most)
    assert [entry for part in (*older, newest) for entry in part] == list(range(total))
    assert {len(part) for part in older} <= {most}
    assert min(total, most) <= len(newest) < 2 * most


@given(some.integers(0, 60), some.integers(0, 20), some.integers(1, 9))
def test_what_is_full_stays_when_something_new_comes(total: int, new: int, most: int) -> None:
    older = cut(range(total), most)[:-1]
    assert cut(range(total + new), most)[: len(older)] == older


def test_a_list_of_less_than_two_pages_has_no_pager() -> None:
    pages = pages_of(sound(archive(*(news(day) for day in range(1, 4)))))
    assert pages["/actors/sohr/"].view.pager is None
    assert "/actors/sohr/page/1/" not in pages
    assert "/sources/paper/page/1/" not in pages


def test_the_newest_stand_at_the_address_of_the_actor_and_the_oldest_on_page_1() -> None:
    pages = pages_of(sound(WEEK))
    assert {path: documents_on(page) for path, page in pages.items() if path.startswith("/actors/sohr/")} == {
        "/actors/sohr/page/1/": ["News 2", "News 1"],
        "/actors/sohr/page/2/": ["News 4", "News 3"],
        "/actors/sohr/": ["News 7", "News 6", "News 5"],
    }


def test_figures_stand_on_the_page_of_their_documents() -> None:
    pages = pages_of(sound(WEEK))
    said = [line.figure.text for line in pages["/actors/sohr/page/2/"].view.says]
    assert said == ["104", "103"], "the latest first"


@pytest.mark.slow
def test_a_new_document_leaves_every_full_page_as_it_is() -> None:
    others, new = changed(WEEK, WEEK | news(9))
    assert others == [
        "/",
        "/2024/",
        "/2024/11/",
        *(f"/2024/11/0{day}/news/" for day in range(1, 7)),  # say beside their figure what is known today
        "/2024/11/07/",  # leads on to the next day
        "/2024/11/07/news/",
        "/about/method/",  # counts documents
        "/actors/",
        "/actors/sohr/",
        "/actors/sohr/page/2/",  # leads on to page 3, which was the newest
        "/corrections/",  # counts documents
        "/facts/",
        "/facts/war/m-0/",
        "/search/",
        "/sources/",
        "/sources/paper/",
        "/sources/paper/page/2/",
        "/topics/",
        "/topics/war/",
        "/topics/war/page/2/",
    ]
    assert new == [
        "/2024/11/09/",
        "/2024/11/09/news/",
        "/actors/sohr/page/3/",
        "/sources/paper/page/3/",
        "/topics/war/page/3/",
    ]


@pytest.mark.slow
def test_another_title_changes_the_one_page_of_each_list_that_shows_it() -> None:
    others, new = changed(WEEK, WEEK | news(2, "Another title"))
    assert others == [
        "/",  # shows the last days
        "/2024/11/",
        "/2024/11/01/news/",  # leads on to the next document
        "/2024/11/02/",
        "/2024/11/02/news/",
        "/2024/11/03/news/",
        "/actors/sohr/page/1/",
        "/facts/war/m-0/",
        "/sources/paper/page/1/",
        "/topics/war/page/1/",
    ]
    assert new == []


@pytest.mark.slow
def test_every_page_is_reached_link_by_link_from_the_newest_to_the_oldest_and_back() -> None:
    site = site_of(archive(*(news(day) for day in range(1, 12))))
    for path in ("/actors/sohr/", "/sources/paper/", "/topics/war/"):
        back = [f"{path}page/{number}/" for number in (4, 3, 2, 1)]
        assert list(ways(site, path, "prev")) == back
        assert list(ways(site, back[-1], "next")) == [*reversed(back[:-1]), path]


@pytest.mark.slow
def test_an_older_page_names_itself_and_the_page_of_which_it_is_a_part() -> None:
    root = read(site_of(WEEK)["/actors/sohr/page/1/"])
    assert root.findtext(".//title") == "Sohr, page 1 – A small archive"
    assert root.xpath("//link[@rel='canonical']/@href") == ["https://example.org/actors/sohr/page/1/"]
    assert root.xpath("//nav[@class='crumbs']//a//text()") == ["Home", "Actors", "Sohr"]
    assert root.xpath("//meta[@name='description']/@content") == [
        "Sohr, 1–2 November 2024: what it says, what is said of it, every mention."
    ]
    assert root.xpath("//nav[@class='pages']//a[@aria-current]/text()") == ["1"]


def test_older_pages_are_listed_but_only_the_newest_is_searched() -> None:
    pages = pages_of(sound(WEEK))
    for path, page in pages.items():
        if "/page/" in path:
            assert (page.listed, page.searched, page.view.head.search) == (True, False, None)
    assert pages["/actors/sohr/"].searched


@pytest.mark.slow
def test_a_page_far_on_leads_back_in_great_steps_too() -> None:
    site = site_of(archive(*(news(day) for day in range(1, 30))))
    root = read(site["/sources/paper/"])
    assert root.xpath("//nav[@class='pages']//a[not(@rel)]/text()") == ["1", "4", "9", "12", "13", "14"]
    assert "from 7 November 2024" in root.xpath("//nav[@class='pages']//a/@aria-label")[1]


def test_a_day_of_many_documents_begins_with_its_summaries() -> None:
    front = "title: In short\ndate: 2024-11-03\nsource: paper\ncovers: [2024-11-03-a]"
    summary = md(front + "\ntakeaways:\n  - text: So it is.")
    names = "abcde"
    files = archive(*(news(3, f"News {name}", name=name, value=103) for name in names))
    pages = pages_of(sound(files | {"summaries/2024-11-03-a-short.md": summary}))
    titles = {
        path: [card.document.text for card in (*page.view.summaries, *page.view.articles)]
        for path, page in pages.items()
        if path == "/2024/11/03/" or path.startswith("/2024/11/03/page/")
    }
    assert titles == {
        "/2024/11/03/page/1/": ["News a", "News b"],
        "/2024/11/03/page/2/": ["News c", "News d"],
        "/2024/11/03/": ["In short", "News e"],
    }
    assert pages["/2024/11/03/"].view.all_articles == 5
    assert [view.text for view in pages["/2024/11/03/"].view.takeaways] == ["So it is."]


@pytest.mark.slow
def test_a_month_shows_the_first_titles_of_a_day_and_how_many_more_there_are() -> None:
    files = archive(*(news(3, f"News {name}", name=name) for name in "abcde"))
    root = read(site_of(files)["/2024/11/"])
    (listed,) = root.find_class("card-documents")
    assert listed.xpath("./li/a//text()[not(parent::span)]") == ["News a", "News b", "and 3 more"]


@pytest.mark.slow
def test_further_measures_of_a_topic_stand_on_pages_of_their_own() -> None:
    pages = pages_of(sound(WEEK))
    found = {
        path: [row.measure.text for row in page.view.measures]
        for path, page in pages.items()
        if path in {"/topics/war/", *(path for path in pages if "/measures/" in path)}
    }
    assert found == {
        "/topics/war/": ["Number 0", "Number 1"],
        "/topics/war/measures/page/2/": ["Number 2", "Number 3"],
        "/topics/war/measures/page/3/": ["Number 4"],
    }
    site = site_of(WEEK)
    assert list(ways(site, "/topics/war/measures/page/3/", "prev"))[:2] == [
        "/topics/war/measures/page/2/",
        "/topics/war/",
    ]


def test_the_list_of_actors_goes_on_from_page_to_page_within_a_kind() -> None:
    more = {f"actors/a-{number}.md": actor(f"Army {number}") for number in range(3)}
    pages = pages_of(sound(archive(news(1), more, {"actors/z.md": actor("Zed", kind="state")})))
    found = {
        path: [(group.heading, group.continued, [line.actor.text for line in group.actors])]
        for path, page in pages.items()
        if path == "/actors/" or path.startswith("/actors/page/")
        for group in page.view.groups[-1:]
    }
    assert found == {
        "/actors/": [("Groups", False, ["Army 0"])],
        "/actors/page/2/": [("Groups", True, ["Army 1", "Army 2"])],
        "/actors/page/3/": [("Groups", True, ["Sohr"])],
    }


def test_of_many_actors_beside_one_the_most_frequent_are_named_and_the_others_counted() -> None:
    more = {f"actors/a-{number}.md": actor(f"Army {number}") for number in range(3)}
    with_all = news(1, more="actors: [a-0, a-1, a-2]")
    pages = pages_of(sound(archive(with_all, news(2, more="actors: [a-1]"), more)))
    view = pages["/actors/sohr/"].view
    assert [(line.actor.text, line.documents) for line in view.beside] == [("Army 1", 2)]
    assert view.others == 2


CORRECTED = archive(
    *(
        news(day, more=f"corrections:\n  - {{kind: update, on: 2024-12-{day:02}, text: More is known.}}")
        for day in range(1, 8)
    )
)


@pytest.mark.slow
def test_every_link_to_a_correction_leads_to_the_page_that_holds_it() -> None:
    site = site_of(CORRECTED)
    ids = {path: set(read(content).xpath("//@id")) for path, content in site.items()}
    led = {}
    for day in range(1, 8):
        here = f"/2024/11/{day:02}/news/"
        (way,) = read(site[here]).xpath("//a[@class='told-day']/@href")
        path, _, anchor = way.partition("#")
        led[day] = resolved(here, path)
        assert anchor in ids[led[day]]
        assert f'"https://example.org{led[day]}#{anchor}"'.encode() in site[here], "also for machines"
    older, newest = "/corrections/page/{}/", "/corrections/"
    assert led == {
        **dict.fromkeys((1, 2), older.format(1)),
        **dict.fromkeys((3, 4), older.format(2)),
        **dict.fromkeys((5, 6, 7), newest),
    }


@pytest.mark.slow
def test_a_new_correction_leaves_the_older_pages_as_they_are() -> None:
    told = "corrections:\n  - {kind: update, on: 2024-12-20, text: More is known.}"
    others, new = changed(CORRECTED | news(9), CORRECTED | news(9, more=told))
    assert "/corrections/page/1/" not in others
    assert "/corrections/page/2/" in others, "it leads on to page 3"
    assert "/corrections/" in others
    assert new == ["/corrections/page/3/"]


def test_the_feed_of_corrections_never_tells_of_more_than_the_newest_page_holds() -> None:
    from generator.exports.feed import ENTRIES

    assert LIMITS.corrections >= ENTRIES


INDICES = (
    "by_actor", "by_day", "by_source", "by_topic", "concerning", "appearance", "cast", "measures_in",
    "notices", "notice", "older_page", "facts", "facts_of", "document", "fact", "reference", "holdings",
    "day_page", "made_by", "foremost", "same_day",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    "after",
    [
        news(2, "Another title"),
        news(2, value=150),
        news(2, more="actors: [army]"),
        news(2, more="corrections:\n  - {kind: update, on: 2024-12-09, text: More is known.}"),
    ],
)
def test_an_archive_with_another_version_of_a_document_is_the_archive_read_anew(after: Files) -> None:
    files = CORRECTED | {"actors/army.md": actor("Army")} | news(2)
    old: Archive = sound(files).archive
    for index in INDICES:
        getattr(old, index)
    new = sound(files | after).archive
    grown = old.with_document(new.document["2024-11-02-news"], new.texts["2024-11-02-news"])
    for index in ("texts", *INDICES):
        assert getattr(grown, index) == getattr(new, index), index


def test_a_table_of_very_many_sources_has_for_each_topic_only_those_that_speak_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paging, "LIMITS", replace(SMALL, day=100))
    files = {**PLACES}
    for number in range(14):
        files[f"sources/s-{number}.md"] = f"---\nname: Sheet {number:02}\nkind: newspaper\n---\n"
        files[f"topics/t-{number}.md"] = topic("m: {label: Killed}").replace("The war", f"War {number:02}")
        said = article(f"measure: t-{number}/m, value: {number + 5}")
        files[f"articles/2024-11-29-{number:02}.md"] = said.replace("source: paper", f"source: s-{number}")
    view = pages_of(sound(files))["/2024/11/29/"].view
    assert len(view.table.columns) == 14
    columns = {table.groups[0].topic.text: [c.source.text for c in table.columns] for table in view.tables}
    assert columns == {f"War {number:02}": [f"Sheet {number:02}"] for number in range(14)}
