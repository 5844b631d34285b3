"""Whoever kept the address of a correction is led to it after it has moved on to an older page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, expect

from generator.model import paging
from tests.archive import PLACES, article, built, write
from tests.browser.server import serve

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TOLD = "corrections:\n  - {{kind: update, on: 2024-12-{:02}, text: More is known.}}"


@pytest.fixture
def page(tmp_path: Path, chromium: Browser, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """The newest of four pages of corrections, two on each older one."""
    monkeypatch.setattr(paging, "LIMITS", replace(paging.LIMITS, corrections=2))
    days = {f"2024-11-{day:02}": TOLD.format(day) for day in range(1, 9)}
    files = {f"articles/{day}-news.md": article(day=day, more=more) for day, more in days.items()}
    built(write(tmp_path, PLACES | files), tmp_path / "site")
    with serve(tmp_path / "site") as base:
        opened = chromium.new_page(base_url=base)
        yield opened
        opened.close()


def test_the_address_on_the_newest_page_leads_to_the_page_that_holds_it_now(page: Page) -> None:
    page.goto("corrections/#2024-11-01-news.update.2024-12-01")
    page.wait_for_url("**/corrections/page/1/#2024-11-01-news.update.2024-12-01")
    expect(page.locator("article:target")).to_contain_text("More is known.")


def test_the_address_of_one_that_has_not_moved_stays(page: Page) -> None:
    page.goto("corrections/#2024-11-08-news.update.2024-12-08")
    expect(page.locator("article:target")).to_contain_text("More is known.")
    assert page.url.endswith("/corrections/#2024-11-08-news.update.2024-12-08")


def test_an_address_that_never_was_leaves_the_reader_on_the_newest_page(page: Page) -> None:
    with page.expect_response("**/corrections/page/1/"):
        page.goto("corrections/#nothing")
    expect(page.locator("h1")).to_have_text("Corrections")
    assert page.url.endswith("/corrections/#nothing")
