"""Those who like keys go through the archive without a pointer; those who do not switch them off."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Reader
from tests.browser.server import serve

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DAY = "/2024/11/29/"
LIST = "dialog#keys"
ON_ANOTHER_LAYOUT = """([key, code]) => document.activeElement.dispatchEvent(
    new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }))"""


def press(reader: Reader, *keys: str) -> None:
    for key in keys:
        reader.page.keyboard.press(key)


def focused(page: Page) -> Locator:
    return page.locator(":focus")


def place_of_focus(page: Page) -> int:
    """Which link of the page has it, counted from the first."""
    found = page.evaluate("[...document.links].indexOf(document.activeElement)")
    assert isinstance(found, int)
    return found


def test_a_question_mark_lists_the_keys_and_escape_closes_the_list(reader: Reader) -> None:
    reader.opens(DAY)
    link = reader.page.locator("main a").first
    link.focus()
    press(reader, "?")
    keys = reader.page.get_by_role("dialog", name="Keyboard")
    expect(keys).to_be_visible()
    assert reader.page.evaluate(f"document.querySelector('{LIST}').matches(':modal')")
    for key in ["j", "k", "[", "]", "?", "/"]:
        expect(keys.locator("kbd").get_by_text(key, exact=True).first).to_be_visible()
    press(reader, "Escape")
    expect(keys).not_to_be_visible()
    expect(link).to_be_focused()


def test_a_button_in_the_footer_opens_the_list_and_its_own_button_closes_it(reader: Reader) -> None:
    reader.opens(DAY)
    reader.page.get_by_role("contentinfo").get_by_role("button", name="Keyboard").click()
    keys = reader.page.get_by_role("dialog", name="Keyboard")
    expect(keys).to_be_visible()
    keys.get_by_role("button", name="Close").click()
    expect(keys).not_to_be_visible()


def test_without_javascript_there_is_no_button_for_it(chromium: Browser, searchable_site: Path) -> None:
    with serve(searchable_site) as base:
        context = chromium.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(base)
        expect(page.locator("[data-open-keys]")).to_have_count(1)
        expect(page.locator("[data-open-keys]")).not_to_be_visible()
        context.close()


@pytest.mark.parametrize(
    ("path", "item"),
    [
        ("/", ".card, li, tr"),
        (DAY, "li, tr"),
        ("/facts/", "tbody tr"),
        ("/actors/", "tbody tr"),
        ("/actors/sohr/", "tr, .mentions-document"),
    ],
)
def test_j_goes_through_what_a_page_lists_and_k_back(reader: Reader, path: str, item: str) -> None:
    reader.opens(path)
    seen = []
    for _ in range(4):
        press(reader, "j")
        expect(focused(reader.page)).to_be_in_viewport()
        assert focused(reader.page).evaluate("(link, item) => link.closest(item) !== null", item)
        seen.append(place_of_focus(reader.page))
    assert seen == sorted(set(seen))
    press(reader, "k")
    assert place_of_focus(reader.page) == seen[-2]


def test_the_focus_that_j_sets_can_be_seen_and_is_not_at_the_edge(reader: Reader) -> None:
    reader.page.emulate_media(reduced_motion="reduce")
    reader.opens("/actors/")
    for _ in range(20):
        press(reader, "j")
    expect(focused(reader.page)).to_have_css("outline-style", "solid")
    box = focused(reader.page).bounding_box()
    assert box
    assert 40 <= box["y"] <= 844 - 40 - box["height"]


def test_j_begins_with_what_is_on_the_screen_and_stays_at_the_end(reader: Reader) -> None:
    reader.page.emulate_media(reduced_motion="reduce")
    reader.opens("/actors/")
    rows = reader.page.locator("main tbody tr th a")
    reader.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    press(reader, "j")
    assert focused(reader.page).evaluate("(link) => link.textContent") != rows.first.inner_text()
    for _ in range(rows.count()):
        press(reader, "j")
    expect(rows.last).to_be_focused()


def test_j_passes_over_rows_that_are_filtered_away(reader: Reader) -> None:
    reader.opens("/facts/")
    reader.page.get_by_label("Exact number").fill("121")
    expect(reader.page.locator("main [role=status]")).to_have_text("1 of 15 measures")
    reader.page.locator("h1").click()
    press(reader, "j", "j", "j")
    expect(focused(reader.page)).to_be_visible()


def test_brackets_go_to_the_day_before_and_after(reader: Reader) -> None:
    reader.opens(DAY)
    press(reader, "[")
    reader.page.wait_for_url("**/2024/11/28/")
    press(reader, "]")
    reader.page.wait_for_url(f"**{DAY}")


def test_brackets_go_from_document_to_document(reader: Reader) -> None:
    reader.opens("/2024/11/29/fighters-reach-the-edge/")
    expected = reader.page.locator("main a[rel=prev]").get_attribute("href")
    assert expected
    press(reader, "[")
    reader.page.wait_for_url(f"**/{expected.split('../')[-1]}")


def test_g_and_a_letter_lead_to_a_part_of_the_site(reader: Reader) -> None:
    reader.opens(DAY)
    press(reader, "g", "f")
    reader.page.wait_for_url("**/facts/")
    press(reader, "g", "h")
    reader.page.wait_for_url(reader.base)


@pytest.mark.parametrize("key", ["j", "k", "[", "]", "?", "g"])
def test_in_a_field_a_key_is_a_letter(reader: Reader, key: str) -> None:
    reader.opens("/facts/")
    field = reader.page.get_by_role("searchbox").or_(reader.page.get_by_role("textbox")).first
    field.focus()
    press(reader, key, "f")
    reader.page.wait_for_timeout(300)
    expect(field).to_be_focused()
    expect(field).to_have_value(f"{key}f")
    assert reader.stands_at == "/facts/"
    expect(reader.page.locator(LIST)).not_to_be_visible()


@pytest.mark.parametrize("keys", ["Control+j", "Alt+j", "Meta+j", "Control+]", "Shift+J"])
def test_with_another_key_held_it_is_the_browser_s(reader: Reader, keys: str) -> None:
    reader.opens("/actors/")
    press(reader, keys)
    reader.page.wait_for_timeout(200)
    assert reader.page.evaluate("document.activeElement === document.body")
    assert reader.stands_at == "/actors/"


def test_behind_the_list_of_keys_they_rest(reader: Reader) -> None:
    reader.opens(DAY)
    press(reader, "?", "[", "j")
    reader.page.wait_for_timeout(300)
    expect(reader.page.locator(LIST)).to_be_visible()
    assert reader.stands_at == DAY
    assert focused(reader.page).evaluate("(one) => !!one.closest('dialog')")


def test_they_can_be_switched_off_and_stay_off_until_they_are_switched_on_again(reader: Reader) -> None:
    page = reader.page
    reader.opens(DAY)
    press(reader, "?")
    switch = page.get_by_role("checkbox", name="Use single keys")
    expect(switch).to_be_checked()
    switch.uncheck()
    press(reader, "Escape")
    page.reload()
    press(reader, "j", "?", "[")
    page.wait_for_timeout(300)
    assert page.evaluate("document.activeElement === document.body")
    expect(page.locator(LIST)).not_to_be_visible()
    assert reader.stands_at == DAY
    expect(page.locator("html")).to_have_attribute("data-keys", "off")

    page.locator("[data-open-keys]").click()
    expect(switch).not_to_be_checked()
    switch.check()
    press(reader, "Escape", "j")
    expect(focused(page)).to_be_visible()


def test_a_browser_that_keeps_nothing_has_the_keys_all_the_same(reader: Reader) -> None:
    reader.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error() } })"
    )
    reader.opens(DAY)
    press(reader, "?")
    reader.page.get_by_role("checkbox", name="Use single keys").uncheck()
    press(reader, "Escape", "?")
    expect(reader.page.locator(LIST)).not_to_be_visible()


@pytest.mark.parametrize(
    ("key", "code", "item"),
    [("о", "KeyJ", True), ("ت", "KeyJ", True), ("ü", "BracketLeft", False), ("ö", "KeyJ", False)],
    ids=["Russian", "Arabic", "German ü", "a Latin letter elsewhere"],
)
def test_on_a_keyboard_of_another_script_the_place_of_the_key_counts(
    reader: Reader, key: str, code: str, item: bool
) -> None:
    reader.opens("/actors/")
    reader.page.evaluate(ON_ANOTHER_LAYOUT, [key, code])
    assert reader.page.evaluate("document.activeElement !== document.body") is item
    assert reader.stands_at == "/actors/"


def test_an_arabic_question_mark_is_one_too(reader: Reader) -> None:
    reader.opens("/actors/")
    reader.page.evaluate(ON_ANOTHER_LAYOUT, ["؟", "Slash"])
    expect(reader.page.locator(LIST)).to_be_visible()


def test_the_list_of_keys_fits_a_phone(phone: Reader) -> None:
    phone.opens(DAY)
    phone.page.locator("[data-open-keys]").click()
    box = phone.page.locator(LIST).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 844
