"""What a reader meets who opens a feed in a browser, or takes a citation along."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.server import serve

pytest.importorskip("playwright")
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
EDGE = "2024/11/29/fighters-reach-the-edge/"


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context()
    yield context
    context.close()


@pytest.fixture
def base(sample_site: Path) -> Iterator[str]:
    with serve(sample_site) as base:
        yield base


def status(page: Page) -> list[str]:
    return [text for text in page.locator("[data-copy] + [role=status]").all_inner_texts() if text]


def test_a_feed_that_is_opened_says_what_it_is_and_leads_to_its_documents(
    context: BrowserContext, base: str
) -> None:
    page = context.new_page()
    page.goto(base + "actors/sohr/feed.xml")
    page.evaluate("getSelection().selectAllChildren(document.documentElement)")
    shown = page.evaluate("getSelection().toString()")
    assert "This is a feed" in shown
    assert "30 November 2024" in shown
    assert "T00:00:00Z" not in shown
    assert "<p>" not in shown
    assert page.locator("entry > a").first.get_attribute("href").startswith("https://")
    assert page.evaluate("getComputedStyle(document.documentElement).display") == "flex"


def test_a_citation_is_copied_and_that_is_said(context: BrowserContext, base: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(base + EDGE)
    assert status(page) == []
    page.get_by_text("BibTeX", exact=True).click()
    page.locator("[data-copy=cite-bibtex]").click()
    expect(page.locator("[data-copy=cite-bibtex] + [role=status]")).not_to_be_empty()
    assert status(page) == ["Copied"]
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#cite-bibtex").text_content()
    page.locator("[data-copy=cite-words]").click()
    expect(page.locator("[data-copy=cite-words] + [role=status]")).not_to_be_empty()
    assert status(page) == ["Copied"]


def test_where_a_page_may_not_copy_the_text_is_selected(context: BrowserContext, base: str) -> None:
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(base + EDGE)
    page.locator("[data-copy=cite-words]").click()
    assert page.evaluate("getSelection().toString()") == page.locator("#cite-words").inner_text()
    assert status(page) == ["Selected: copy it with your keyboard or menu"]


def test_without_script_a_citation_can_be_read_and_saved(chromium: Browser, base: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + EDGE)
    assert page.locator("[data-copy]:visible").count() == 0
    page.locator(".cite-more summary").first.click()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as a file").first.click()
    assert saved.value.suggested_filename == "2024-11-29-fighters-reach-the-edge.bib"
    assert saved.value.path().read_text().startswith("@misc{2024-11-29-fighters-reach-the-edge,")
    context.close()
