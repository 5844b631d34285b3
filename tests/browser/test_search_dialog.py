"""The search over any page, and what it finds in other languages, spellings and figures."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.asked import Options
from tests.archive import ROOT, built
from tests.browser.conftest import Reader, _reading
from tests.browser.server import serve

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DOCUMENTS = {
    "2024-11-30-ar": (
        "ar",
        "المرصد يعلن حصيلة جديدة",
        "قال المرصد السوري لحقوق الإنسان إن المستشفيات مكتظة. وفر ١٠٠٠ شخص.",
    ),
    "2024-12-01-fr": (
        "fr",
        "Des familles fuient les combats",
        "Il y a 1 000 familles déplacées.\n\n## L’heure des écoles\n\n"
        "Les élèves étudiaient chez eux. L’hôpital d'Azaz aide ceux qu'il accueille.",
    ),
    "2025-01-05-zh": ("zh", "学校已经关闭", "叙利亚人权观察站星期五表示，阿勒颇的战斗仍在继续。"),
    "2025-01-06-en": (
        "en",
        "Thousands return to the city",
        "About 1,000 families returned. Turkiye reopened a crossing. A school has 2420 pupils.",
    ),
}


@pytest.fixture(scope="session")
def site_in_tongues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with documents in four languages, and with an actor whom no document names."""
    folder = tmp_path_factory.mktemp("tongues")
    shutil.copytree(ROOT / "content", folder / "content")
    for name, (language, title, text) in DOCUMENTS.items():
        front = f"title: {title}\ndate: {name[:10]}\nsource: bfmtv\nlanguage: {language}\n"
        (folder / "content/articles" / f"{name}.md").write_text(f"---\n{front}---\n{text}\n")
    (folder / "content/actors/absent.md").write_text(
        "---\nname: The Absent Observatory\nkind: monitor\n---\n"
    )
    built(folder, folder / "site", Options())
    return folder / "site"


@pytest.fixture
def polyglot(chromium: Browser, site_in_tongues: Path) -> Iterator[Reader]:
    """A reader of the archive in four languages."""
    yield from _reading(chromium, site_in_tongues, "/", 1280)


def _asks(reader: Reader, words: str) -> None:
    field = reader.page.get_by_role("searchbox")
    field.fill(words)
    expect(reader.page.get_by_role("status").filter(has_text=f"“{words}”")).to_be_visible()


def _titles(reader: Reader) -> list[str]:
    return reader.page.locator(".result-title").all_inner_texts()


def _finds(reader: Reader, words: str) -> list[str]:
    """The titles that the page /search/ gives for these words."""
    reader.opens("/search/")
    _asks(reader, words)
    return _titles(reader)


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
@pytest.mark.parametrize("path", ["/", "/2024/11/29/fighters-reach-the-edge/"])
def test_a_key_opens_the_search_over_any_page_and_escape_gives_the_focus_back(
    reader: Reader, path: str, key: str
):
    page = reader.page
    reader.opens(path)
    link = page.get_by_role("navigation", name="Main").get_by_role("link", name="Facts")
    link.focus()
    page.keyboard.press(key)
    expect(page.get_by_role("dialog", name="Search").get_by_role("searchbox")).to_be_focused()
    _asks(reader, "Aleppo")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(link).to_be_focused()


def test_the_link_in_the_menu_opens_the_search_and_a_click_beside_it_closes_it(reader: Reader):
    page = reader.page
    reader.opens("/2024/11/29/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Search").click()
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()
    assert reader.stands_at == "/2024/11/29/"
    page.mouse.click(5, 400)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_slash_that_is_typed_stays_a_slash(reader: Reader):
    page = reader.page
    reader.opens("/facts/")
    page.locator("input[name=number]").focus()
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("input[name=number]")).to_have_value("/")


def test_where_single_keys_are_switched_off_a_slash_does_nothing(reader: Reader):
    page = reader.page
    reader.opens("/")
    page.evaluate("localStorage.setItem('dateline:keys', 'off')")
    page.reload()
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_on_the_page_of_the_search_the_key_leads_to_its_field(reader: Reader):
    reader.opens("/search/")
    reader.page.keyboard.press("/")
    expect(reader.page.get_by_role("searchbox")).to_be_focused()
    expect(reader.page.get_by_role("dialog")).to_have_count(0)


def test_nothing_of_the_search_is_loaded_before_it_is_opened(reader: Reader):
    page, asked = reader.page, []
    page.on("request", lambda request: asked.append(request.url))
    reader.opens("/2024/11/29/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/pagefind/" in url or "/search." in url]
    with page.expect_request("**/pagefind/pagefind.js"):
        page.keyboard.press("/")


def test_the_program_is_fetched_beside_the_module_that_asks_for_it(reader: Reader):
    page = reader.page
    page.route("**/search.*.js", lambda route: None)  # which never comes
    reader.opens("/2024/11/29/")
    with page.expect_request("**/pagefind/pagefind.js"):
        page.keyboard.press("/")


@pytest.mark.parametrize(
    "asked", ["q=Aleppo", "kind=article", "q=Aleppo&kind=article", "q=Turkey&from=2024-11-29"]
)
def test_no_words_are_fetched_but_those_that_are_looked_for(
    reader: Reader, searchable_site: Path, asked: str
):
    there, fetched = len(list((searchable_site / "pagefind/index").iterdir())), set[str]()
    page = reader.page
    page.on(
        "request", lambda request: fetched.add(request.url) if "/pagefind/index/" in request.url else None
    )
    reader.opens(f"/search/?{asked}")
    expect(page.locator(".result").first).to_be_visible()
    expect(page.get_by_role("group", name="Source").get_by_role("checkbox").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert len(fetched) == ("q=" in asked)
    assert there > 2


def test_arrows_walk_through_the_results_and_enter_opens_one(reader: Reader):
    page = reader.page
    reader.opens("/")
    page.keyboard.press("/")
    _asks(reader, "Aleppo")
    titles = page.locator(".result-title")
    page.keyboard.press("ArrowDown")
    expect(titles.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(titles.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_enter_in_the_field_leads_to_all_results(reader: Reader):
    page = reader.page
    reader.opens("/")
    page.keyboard.press("/")
    _asks(reader, "Aleppo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=Aleppo")
    expect(page.get_by_role("group", name="Source").get_by_role("checkbox").first).to_be_visible()


def test_without_javascript_the_link_leads_to_the_page_of_the_search(
    chromium: Browser, searchable_site: Path
):
    with serve(searchable_site) as base:
        context = chromium.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(base)
        page.get_by_role("navigation", name="Main").get_by_role("link", name="Search").click()
        page.wait_for_url("**/search/")
        context.close()


def test_a_result_leads_to_the_sentence_in_which_a_figure_was_read(reader: Reader):
    page = reader.page
    reader.opens("/")
    page.keyboard.press("/")
    _asks(reader, "since Wednesday")
    result = page.locator(".result", has_text="Fighters reach the edge")
    expect(result.locator(".result-excerpt")).to_contain_text("at least 242 people since Wednesday")
    expect(result.locator("mark").first).to_be_visible()
    result.locator(".result-title").click()
    assert reader.stands_at == "/2024/11/29/fighters-reach-the-edge/"
    expect(page.locator("#fact-killed")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("etudiaient", "Des familles fuient les combats"),
        ("المستشفيات", "المرصد يعلن حصيلة جديدة"),
        ("مستشفيات", "المرصد يعلن حصيلة جديدة"),
        ("观察站", "学校已经关闭"),
        ("学校", "学校已经关闭"),
    ],
)
def test_a_document_in_another_language_than_the_site_is_found(polyglot: Reader, words: str, title: str):
    assert title in _finds(polyglot, words)


@pytest.mark.parametrize(
    "words", ["hopital", "L’hôpital", "l'hopital", '"L’hôpital d’Azaz"', "Azaz", "qu’accueille"]
)
def test_a_word_is_found_with_what_is_elided_before_it_and_without(polyglot: Reader, words: str):
    assert _finds(polyglot, words) == ["Des familles fuient les combats"]
    shown = polyglot.page.locator(".result").inner_text()
    assert "L’heure des écoles" in shown
    assert "L’hôpital d'Azaz aide ceux qu'il accueille." in shown


def test_characters_that_stand_together_are_found_before_those_that_do_not(polyglot: Reader):
    polyglot.opens("/search/")
    _asks(polyglot, "观察站")
    expect(polyglot.page.locator("#search-results mark").first).to_have_text("观")
    assert all("观察站" in text for text in polyglot.page.locator(".result").all_inner_texts())


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("OSDH", "Syrian Observatory for Human Rights"),
        ("sohr", "Syrian Observatory for Human Rights"),
        ("المرصد", "Syrian Observatory for Human Rights"),
        ("Turkiye", "Turkey"),
        ("Türkiye", "Turkey"),
        ("تركيا", "Turkey"),
    ],
)
def test_an_actor_comes_first_under_any_of_its_names(polyglot: Reader, words: str, actor: str):
    assert _finds(polyglot, words)[0] == actor


def test_a_number_is_found_however_it_is_written(polyglot: Reader):
    found = [_finds(polyglot, words) for words in ("1000", "1,000", "1 000", "1\u00a0000", "1.000", "١٠٠٠")]
    assert {"Thousands return to the city", "Des familles fuient les combats"} <= set(found[0])
    assert "المرصد يعلن حصيلة جديدة" in found[0]
    assert all(other == found[0] for other in found)


def test_an_exact_number_leads_to_its_measure_first_and_to_no_longer_number(polyglot: Reader):
    titles = _finds(polyglot, "242")
    assert titles[0] == "People killed since the offensive began"
    assert "Fighters reach the edge of Aleppo and shell the city" in titles
    assert "Thousands return to the city" not in titles


def test_a_range_of_days_is_exact_at_both_ends_and_stays_in_the_address(polyglot: Reader):
    page = polyglot.page
    polyglot.opens("/search/?from=2024-12-01&to=2025-01-05&sort=oldest")
    status = page.get_by_role("status")
    expect(status).to_contain_text("result")
    dates = [text.split(" · ")[1] for text in page.locator(".result-meta").all_inner_texts()]
    assert {"2024-12-01", "2025-01-05"} == set(dates)
    page.get_by_label("to", exact=True).fill("2025-01-04")
    expect(page.locator(".result-meta", has_text="2025-01-05")).to_have_count(0)
    assert "to=2025-01-04" in page.url
    page.get_by_label("From").fill("2026-01-01")
    expect(status).to_have_text("No results.")
    page.locator("#search-help").get_by_role("button", name="Clear all filters").click()
    expect(page.get_by_label("From")).to_have_value("")


def test_the_language_of_the_documents_is_a_facet(polyglot: Reader):
    page = polyglot.page
    polyglot.opens("/search/")
    page.get_by_role("searchbox").focus()
    page.get_by_role("group", name="Language").get_by_role("checkbox", name="French").check()
    expect(page.locator(".result")).to_have_count(1)
    expect(page.locator(".result-title")).to_have_attribute("lang", "fr")


def test_what_has_no_day_comes_last_when_results_are_sorted(polyglot: Reader):
    page = polyglot.page
    titles = page.locator(".result-title")
    polyglot.opens("/search/?q=Observatory&sort=newest")
    expect(titles.first).to_be_visible()
    expect(titles.first).not_to_have_text("The Absent Observatory")
    while page.locator("#search-more").is_visible():
        before = titles.count()
        page.locator("#search-more").click()
        expect(titles.nth(before)).to_be_visible()
    expect(titles.last).to_have_text("The Absent Observatory")


def test_a_name_that_is_nearly_right_is_offered(polyglot: Reader):
    page = polyglot.page
    polyglot.opens("/")
    page.keyboard.press("/")
    _asks(polyglot, "Hizbollah")
    expect(page.get_by_role("link", name="actors", exact=True)).to_be_visible()
    page.get_by_role("button", name="Hezbollah").click()
    expect(page.locator(".result-title").first).to_have_text("Hezbollah")


def test_where_the_filters_leave_nothing_they_can_be_dropped(polyglot: Reader):
    page = polyglot.page
    polyglot.opens("/search/?q=etudiaient&source=SSBCrack")
    expect(page.get_by_role("status")).to_contain_text("No results")
    page.get_by_role("button", name="Search without the filters (1)").click()
    expect(page.locator(".result-title")).to_have_text(["Des familles fuient les combats"])
    assert "source" not in page.url
