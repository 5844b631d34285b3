"""Beside a quoted figure the reader sees what the archive knows of its measure."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGE = "/2024/11/29/fighters-reach-the-edge/"


def test_hovering_over_a_quotation_shows_the_state_of_its_measure(reader: Reader):
    reader.opens(PAGE)
    box = reader.page.locator("#state")
    expect(box).not_to_be_visible()
    reader.page.locator("mark.quote").first.hover()
    expect(box).to_be_visible()
    expect(box).to_contain_text("People killed since the offensive began")
    expect(box).to_contain_text("277")
    expect(box).to_contain_text("5 documents, 1 origin")
    reader.page.locator("h1").hover()
    expect(box).not_to_be_visible()


def test_the_keyboard_opens_it_and_escape_closes_it(reader: Reader):
    reader.opens(PAGE)
    link = reader.page.locator("a.fact-ref").first
    link.focus()
    box = reader.page.locator("#state")
    expect(box).to_be_visible()
    expect(link).to_have_attribute("aria-describedby", "state")
    reader.page.keyboard.press("Escape")
    expect(box).not_to_be_visible()
    expect(link).not_to_have_attribute("aria-describedby", "state")
    expect(link).to_be_focused()


def test_the_pointer_may_move_into_it(reader: Reader):
    reader.opens(PAGE)
    reader.page.locator("mark.quote").first.hover()
    box = reader.page.locator("#state")
    box.hover()
    reader.page.wait_for_timeout(400)
    expect(box).to_be_visible()


def test_it_never_leaves_the_screen_of_a_phone(phone: Reader):
    phone.opens(PAGE)
    for link in phone.page.locator("a.fact-ref").all():
        link.focus()
        box = phone.page.locator("#state").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
