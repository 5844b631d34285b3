"""Beside a link the reader sees what it leads to, before following it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.asked import Options
from tests import readpages
from tests.archive import PLACES, actor, article, built, topic, write
from tests.browser.conftest import Reader
from tests.browser.server import serve

pytestmark = pytest.mark.slow

browser = [pytest.mark.browser, pytest.mark.slow]

DOCUMENT = "/2024/11/29/fighters-reach-the-edge/"
ACTOR = "/actors/sohr/"
MEASURE = "/facts/aleppo-offensive/killed/"
LONGER_THAN_IT_TAKES = 900
"""Milliseconds after which a card that was to come has come."""


def card(page: Page) -> Locator:
    return page.locator("#state")


def link_to(page: Page, path: str) -> Locator:
    return page.locator(f"main a[href$='{path}']").first


def quiet(page: Page) -> None:
    """Nothing is shown, and nothing will be."""
    page.wait_for_timeout(LONGER_THAN_IT_TAKES)
    expect(card(page)).not_to_be_visible()


def pages_asked_for(page: Page) -> list[str]:
    """Grows with every page that is asked for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if request.url.endswith("/") else None)
    return asked


class InTheBrowser:
    """Every test below is one of a real browser."""

    pytestmark = browser


class TestWhatACardSays(InTheBrowser):
    """At the root of a host and under a path, for it is read from where a link leads."""

    def test_a_link_to_an_actor_shows_kind_names_documents_and_the_latest_mention(
        self, reader_anywhere: Reader
    ) -> None:
        reader_anywhere.opens(DOCUMENT)
        expect(card(reader_anywhere.page)).not_to_be_visible()
        link_to(reader_anywhere.page, ACTOR).hover()
        expect(card(reader_anywhere.page).locator("p")).to_have_text(
            [
                "monitor",
                "Syrian Observatory for Human Rights",
                "Also called \u2068SOHR\u2069, \u2068OSDH\u2069, \u2068the Observatory\u2069",
                "5 documents on 3 days · last mentioned on 30 November 2024",
            ]
        )

    def test_a_link_to_a_measure_shows_what_its_page_says_first(self, reader_anywhere: Reader) -> None:
        reader_anywhere.opens(MEASURE)
        known = reader_anywhere.page.locator(".answer").inner_text()
        reader_anywhere.opens("/facts/")
        link_to(reader_anywhere.page, "/killed/").hover()
        expect(card(reader_anywhere.page)).to_contain_text(known)
        expect(card(reader_anywhere.page)).to_contain_text("5 documents, 1 origin · grade F6")

    def test_a_link_to_a_document_shows_source_day_first_sentence_and_figures(
        self, reader_anywhere: Reader
    ) -> None:
        reader_anywhere.opens(ACTOR)
        link_to(reader_anywhere.page, DOCUMENT).hover()
        expect(card(reader_anywhere.page)).to_contain_text("Article")
        expect(card(reader_anywhere.page)).to_contain_text(
            "Fighters reach the edge of Aleppo and shell the city"
        )
        expect(card(reader_anywhere.page)).to_contain_text(
            "jihadists and their allies came close to the big city"
        )
        expect(card(reader_anywhere.page)).to_contain_text("BFM TV · 29 November 2024 · 9 figures")

    def test_a_link_to_the_sentence_of_a_figure_shows_the_document_that_it_stands_in(
        self, reader_anywhere: Reader
    ) -> None:
        reader_anywhere.opens("/facts/")
        link_to(reader_anywhere.page, "#fact-killed").hover()
        expect(card(reader_anywhere.page).locator(".peek-line")).to_contain_text("2024")

    @pytest.mark.parametrize(
        "link", ["nav[aria-label=Main] a", ".crumbs a", ".foot-links a", ".card-title a"]
    )
    def test_a_link_that_is_no_such_thing_or_has_it_all_beside_it_shows_nothing(
        self, reader: Reader, link: str
    ) -> None:
        reader.opens("/2024/11/29/")
        reader.page.locator(link).first.hover()
        quiet(reader.page)

    def test_it_is_text_and_never_markup(self, chromium: Browser, tmp_path: Path) -> None:
        name = "'<img src=x> & \"friends\"'"
        files = {
            **PLACES,
            "actors/hts.md": actor(name),
            "articles/a.md": article(more="actors: [hts]\n"),
        }
        built(write(tmp_path, files), tmp_path / "site")
        with serve(tmp_path / "site") as base:
            page = chromium.new_page()
            page.goto(f"{base}actors/")
            link_to(page, "hts/").hover()
            expect(card(page)).to_contain_text('<img src=x> & "friends"')
            assert page.locator("#state img").count() == 0
            page.close()


class TestWhenItComesAndGoes(InTheBrowser):
    def test_a_pointer_that_only_passes_asks_for_nothing(self, reader: Reader) -> None:
        reader.opens(DOCUMENT)
        asked = pages_asked_for(reader.page)
        link_to(reader.page, ACTOR).hover()
        reader.page.locator("h1").hover()
        quiet(reader.page)
        assert asked == []

    def test_a_page_is_asked_for_once(self, reader_anywhere: Reader) -> None:
        reader_anywhere.opens(DOCUMENT)
        asked = pages_asked_for(reader_anywhere.page)
        for _ in range(2):
            link_to(reader_anywhere.page, ACTOR).hover()
            expect(card(reader_anywhere.page)).to_be_visible()
            reader_anywhere.page.locator("h1").hover()
            expect(card(reader_anywhere.page)).not_to_be_visible()
        assert asked == [f"{reader_anywhere.base}actors/sohr/"]

    def test_the_pointer_may_move_into_it(self, reader: Reader) -> None:
        reader.opens(DOCUMENT)
        link_to(reader.page, ACTOR).hover()
        expect(card(reader.page)).to_be_visible()
        card(reader.page).hover()
        reader.page.wait_for_timeout(LONGER_THAN_IT_TAKES)
        expect(card(reader.page)).to_be_visible()
        reader.page.locator("h1").hover()
        expect(card(reader.page)).not_to_be_visible()

    def test_the_keyboard_opens_it_and_escape_closes_it_where_the_focus_stays(self, reader: Reader) -> None:
        reader.opens(DOCUMENT)
        link = link_to(reader.page, ACTOR)
        link.focus()
        expect(card(reader.page)).to_be_visible()
        expect(link).to_have_attribute("aria-describedby", "state")
        reader.page.keyboard.press("Escape")
        expect(card(reader.page)).not_to_be_visible()
        expect(link).to_be_focused()
        expect(link).not_to_have_attribute("aria-describedby", "state")
        quiet(reader.page)

    def test_it_goes_when_the_focus_goes(self, reader: Reader) -> None:
        reader.opens(DOCUMENT)
        link_to(reader.page, ACTOR).focus()
        expect(card(reader.page)).to_be_visible()
        reader.page.locator(".masthead-title").focus()
        expect(card(reader.page)).not_to_be_visible()

    def test_a_screen_reader_hears_no_name_twice(self, reader: Reader) -> None:
        reader.opens("/actors/")
        reader.page.locator("main th a[href$='sohr/']").focus()
        expect(card(reader.page).locator(".peek-name")).to_have_attribute("aria-hidden", "true")

    def test_a_finger_opens_none(self, chromium: Browser, searchable_site: Path) -> None:
        with serve(searchable_site) as base:
            context = chromium.new_context(
                viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
            )
            page = context.new_page()
            page.goto(base + DOCUMENT.removeprefix("/"))
            page.evaluate("addEventListener('click', (event) => event.preventDefault())")
            link_to(page, ACTOR).tap()
            quiet(page)
            page.locator("mark.quote").first.tap()
            quiet(page)
            context.close()


class TestWhereItStands(InTheBrowser):
    @pytest.mark.parametrize("path", [DOCUMENT, ACTOR])
    def test_on_a_phone_it_covers_no_link_and_stays_on_the_screen(self, phone: Reader, path: str) -> None:
        phone.page.emulate_media(reduced_motion="reduce")  # else the page is still on its way
        phone.opens(path)
        links = phone.page.locator("main :is(.prose, .spread-side, .mentions-document) a[href*='/']").all()
        seen = 0
        for link in links[:8]:
            link.focus()
            phone.page.wait_for_timeout(LONGER_THAN_IT_TAKES)
            if not card(phone.page).is_visible():
                continue
            seen += 1
            shown, covered = card(phone.page).bounding_box(), link.bounding_box()
            assert shown
            assert covered
            assert shown["x"] >= 0
            assert shown["x"] + shown["width"] <= 390
            assert shown["y"] >= 0
            assert shown["y"] + shown["height"] <= 844
            below = shown["y"] >= covered["y"] + covered["height"]
            assert below or shown["y"] + shown["height"] <= covered["y"]
        assert seen > 2

    def test_it_does_not_move_for_those_who_want_no_motion(self, reader: Reader) -> None:
        reader.page.emulate_media(reduced_motion="reduce")
        reader.opens(DOCUMENT)
        link_to(reader.page, ACTOR).hover()
        expect(card(reader.page)).to_have_css("transition-duration", "0s")


def said_of_itself(site: Path, path: str) -> list[str]:
    root = readpages.page(site / path / "index.html")
    (content,) = root.xpath("//head/meta[@name='dateline:card']/@content")
    return str(content).split("\n")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("previewed")
    files = {
        **PLACES,
        "actors/hts.md": actor("Hayat"),
        "actors/unseen.md": actor("Nobody"),
        "topics/war.md": topic("killed: {label: Killed, unit: people}\nlost: {label: Lost}"),
        "articles/stands.md": article(
            "measure: war/killed, value: 12, according_to: hts", title="It stands", more="actors: [hts]\n"
        ),
        "articles/gone.md": article(
            title="It does not stand",
            day="2024-11-28",
            more="corrections:\n  - {kind: retraction, on: 2024-12-02, text: Made up.}\n",
        ),
    }
    built(write(folder, files), folder / "site", Options(search=False))
    return folder / "site"


def test_a_withdrawn_document_says_so_and_does_not_repeat_what_it_said(small: Path) -> None:
    assert said_of_itself(small, "2024/11/28/gone") == [
        "Article · Withdrawn on 2 December 2024",
        "It does not stand",
        "",
        "The Paper · 28 November 2024",
    ]


def test_an_actor_without_aliases_or_documents_has_a_card_all_the_same(small: Path) -> None:
    assert said_of_itself(small, "actors/unseen") == ["group", "Nobody", "", "0 documents"]


def test_a_measure_that_nobody_gives_says_so(small: Path) -> None:
    assert said_of_itself(small, "facts/war/lost") == [
        "Measure · The war",
        "Lost",
        "No document of the archive gives it.",
        "",
    ]
