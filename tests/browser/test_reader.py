"""What a reader does, from the front page to the sentence and on to the search."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def reader(reader_anywhere: Reader) -> Reader:
    """A reader at the root of a host, and one under a path: where addresses lead is at stake here."""
    return reader_anywhere


KILLED = "People killed since the offensive began"
COUNTED_LINES = """(counts) => counts.map((count) => {
  const range = document.createRange();
  range.selectNodeContents(count);
  return range.getClientRects().length;
})"""


def test_a_reader_goes_from_home_to_a_day_to_the_sentence_of_a_figure_and_to_the_actor(reader: Reader):
    page = reader.page
    reader.opens("/")
    page.get_by_role("main").get_by_role("link", name="Friday 29 November 2024").first.click()
    assert reader.stands_at == "/2024/11/29/"

    row = page.get_by_role("row").filter(has_text=KILLED)
    row.get_by_role("link", name="at least 242", exact=True).click()
    assert reader.stands_at == "/2024/11/29/fighters-reach-the-edge/"
    sentence = page.locator("mark.quote:target")
    expect(sentence).to_be_visible()
    expect(sentence).to_be_in_viewport()
    expect(sentence).to_contain_text("at least 242")

    page.locator(".prose").get_by_role("link", name="Syrian Observatory for Human Rights").first.click()
    assert reader.stands_at == "/actors/sohr/"
    expect(page.get_by_role("heading", level=1)).to_have_text("Syrian Observatory for Human Rights")


def test_the_sentence_leads_back_to_what_others_say(reader: Reader):
    reader.opens("/2024/11/29/fighters-reach-the-edge/")
    reader.page.locator("a.fact-ref").first.click()
    assert reader.stands_at == "/facts/aleppo-offensive/killed/"
    expect(reader.page.get_by_role("main")).to_contain_text("All five documents rest on this one origin.")


@pytest.mark.parametrize("name", ["OSDH", "SOHR", "المرصد السوري"])
def test_searching_any_name_of_an_actor_finds_the_actor_first(reader: Reader, name: str):
    _searches(reader, name)
    first = reader.page.locator("#search-results .result-title").first
    expect(first).to_have_text("Syrian Observatory for Human Rights")
    first.click()
    assert reader.stands_at == "/actors/sohr/"


def test_a_facet_narrows_the_results_and_stays_in_the_address(reader: Reader):
    page = reader.page
    _searches(reader, "Aleppo")
    everything = _found(reader)
    page.get_by_role("group", name="Source").get_by_role("checkbox", name=re.compile("BFM TV")).check()
    expect(page.locator("#search-status")).not_to_contain_text(f"{everything} results")
    assert 0 < _found(reader) < everything
    assert "BFM" in page.url
    narrowed = page.locator("#search-results .result-title").all_inner_texts()
    page.reload()
    expect(page.locator("#search-results .result-title").first).to_be_visible()
    assert page.locator("#search-results .result-title").all_inner_texts() == narrowed


def test_a_count_beside_a_long_name_stays_in_one_piece(reader: Reader):
    page = reader.page
    _searches(reader, "Aleppo")
    expect(page.get_by_role("group", name="Actor")).to_contain_text("Syrian Observatory for Human Rights")
    lines = page.locator(".facet-count").evaluate_all(COUNTED_LINES)
    assert set(lines) == {1}


def test_facets_that_come_late_are_there_for_words_typed_meanwhile(reader: Reader):
    page = reader.page
    page.route("**/filter/**", lambda route: None if page.locator(".result").count() else route.continue_())
    reader.opens("/search/?q=Alep")
    expect(page.locator("#search-results .result-title").first).to_be_visible()
    page.get_by_role("searchbox").fill("Aleppo")
    expect(page.locator("#search-status")).to_contain_text("“Aleppo”")
    page.unroute("**/filter/**")  # which lets those go that were held
    expect(page.get_by_role("group", name="Source").get_by_role("checkbox").first).to_be_visible()


def test_results_can_be_sorted_by_date(reader: Reader):
    page = reader.page
    _searches(reader, "Aleppo")
    page.get_by_role("group", name="Kind").get_by_role("checkbox", name=re.compile("^day", re.I)).check()
    expect(page.locator("#search-results .result")).to_have_count(3)
    titles = page.locator("#search-results .result-title")
    page.locator("#sort").select_option("newest")
    expect(titles.first).to_have_text("Saturday 30 November 2024")
    page.locator("#sort").select_option("oldest")
    expect(titles.first).to_have_text("Thursday 28 November 2024")


def test_a_search_without_results_says_so(reader: Reader):
    reader.opens("/search/?q=zxqwv")
    expect(reader.page.locator("#search-status")).to_contain_text("zxqwv")
    expect(reader.page.locator("#search-results .result")).to_have_count(0)


def test_a_query_with_markup_is_only_text(reader: Reader):
    reader.opens("/search/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(reader.page.locator("#search-status")).to_contain_text("<img")
    assert reader.page.locator("main img").count() == 0


EVERY_KIND = [
    "/",
    "/2024/",
    "/2024/11/",
    "/2024/11/29/",
    "/2024/11/29/fighters-reach-the-edge/",
    "/2024/11/29/car-bombs-open-assault-on-aleppo/",
    "/actors/",
    "/actors/sohr/",
    "/sources/",
    "/sources/not-named/",
    "/topics/",
    "/topics/aleppo-offensive/",
    "/facts/",
    "/facts/aleppo-offensive/killed/",
    "/facts/aleppo-offensive/killed-allied/",
    "/search/",
    "/about/method/",
]


@pytest.mark.parametrize("path", EVERY_KIND)
@pytest.mark.parametrize("width", [320, 390])
def test_no_page_scrolls_sideways_on_a_phone(phone: Reader, path: str, width: int):
    phone.page.set_viewport_size({"width": width, "height": 844})
    phone.opens(path)
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_table_of_a_day_can_be_read_and_followed_on_a_phone(phone: Reader):
    phone.opens("/2024/11/29/")
    figure = phone.page.get_by_role("link", name="at least 242", exact=True).first
    figure.scroll_into_view_if_needed()
    box = figure.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    figure.click()
    expect(phone.page.locator("mark.quote:target")).to_be_in_viewport()


def test_every_page_can_be_read_without_javascript(chromium, searchable_site):
    from tests.browser.server import serve

    with serve(searchable_site) as base:
        context = chromium.new_context(java_script_enabled=False)
        page = context.new_page()
        for path in EVERY_KIND:
            page.goto(base + path.removeprefix("/"))
            assert page.locator("h1").inner_text().strip()
        page.goto(base + "search/")
        # Chromium shows <noscript> only where scripts were off from the start; its text is there.
        assert "needs JavaScript" in (page.locator("main noscript").text_content() or "")
        context.close()


def test_the_first_press_of_tab_offers_to_skip_to_the_text(reader: Reader):
    reader.opens("/2024/11/29/")
    reader.page.keyboard.press("Tab")
    skip = reader.page.locator(":focus")
    expect(skip).to_be_in_viewport()
    skip.press("Enter")
    assert reader.page.url.endswith("#main")


def _searches(reader: Reader, words: str) -> None:
    reader.opens("/search/")
    reader.page.get_by_role("searchbox").press_sequentially(words, delay=10)
    expect(reader.page.locator("#search-results .result").first).to_be_visible()


def _found(reader: Reader) -> int:
    said = reader.page.locator("#search-status").inner_text()
    number = re.search(r"\d+", said)
    return int(number[0]) if number else 0
