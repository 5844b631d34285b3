"""The client and the real server, over a socket."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.preview.asking import previewed
from tests.preview.fakelive import FakeLive
from tests.preview.fakeserver import HOST, html, soon

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def test_s13_a_change_reaches_every_tab_over_one_connection_that_ends_with_them(page: Page) -> None:
    live = FakeLive({"/a/": html("<p>Before.</p><input>").encode()})
    with previewed(live) as preview:
        tabs = [page, *(page.context.new_page() for _ in range(9))]
        for tab in tabs:
            tab.goto(f"{preview.address}a/")
            expect(tab.locator(f"{HOST} .overlay")).to_contain_text('no actor "<b>')
        soon(lambda: len(preview.hub) == 1, page)
        page.fill("input", "typed")
        live.files["/a/"] = html("<p>After.</p><input>").encode()
        live.change("/a/")
        for tab in tabs:
            expect(tab.get_by_text("After.")).to_be_visible()
        assert page.input_value("input") == "typed"
        assert len(preview.hub) == 1
        for tab in tabs[1:]:
            tab.close()
        page.goto("about:blank")
        soon(lambda: len(preview.hub) == 0, page)


def test_the_next_run_on_the_same_port_takes_the_page_over(page: Page) -> None:
    live = FakeLive({"/a/": html("<p>The first run.</p>").encode()})
    with previewed(live) as preview:
        page.goto(f"{preview.address}a/")
        soon(lambda: len(preview.hub) == 1, page)
    expect(page.locator(f"{HOST} .live")).to_have_text("Connection lost, trying again")
    live.files["/a/"] = html("<p>The second run.</p>").encode()
    with previewed(live, port=preview.port) as second:
        expect(page.get_by_text("The second run.")).to_be_visible(timeout=10_000)
        soon(lambda: len(second.hub) == 1, page)
