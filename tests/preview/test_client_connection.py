"""How tabs hear the server: one connection for all, which comes back by itself."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.preview.fakeserver import HOST, FakePreview, html, reading, serving, soon

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def fake() -> Iterator[FakePreview]:
    with serving(FakePreview()) as served:
        served.pages["/a/"] = html("<p>Before.</p>")
        yield served


def test_s13_ten_tabs_share_one_connection_and_the_last_one_lets_it_go(
    chromium: Browser, fake: FakePreview
) -> None:
    with reading(chromium, fake, "/a/") as first:
        others = [first.context.new_page() for _ in range(9)]
        for tab in others:
            tab.goto(f"{fake.base}/a/")
            tab.locator(f"{HOST} .live").wait_for()
        first.wait_for_timeout(300)
        assert (len(fake.streams), fake.opened) == (1, 1)
        fake.write("/a/", html("<p>After.</p>"))
        for tab in (first, *others):
            expect(tab.get_by_text("After.")).to_be_visible()
        for tab in others:
            tab.close()
        first.wait_for_timeout(100)
        assert len(fake.streams) == 1
        first.goto("about:blank")
        soon(lambda: not fake.streams, first)


def test_without_a_shared_worker_a_tab_listens_alone(chromium: Browser, fake: FakePreview) -> None:
    with reading(chromium, fake, "/a/") as page:
        page.add_init_script("delete window.SharedWorker")
        page.reload()
        page.locator(f"{HOST} .live").wait_for()
        soon(lambda: fake.opened == 2 and len(fake.streams) == 1, page)
        fake.write("/a/", html("<p>After.</p>"))
        expect(page.get_by_text("After.")).to_be_visible()


def test_a_server_that_goes_and_comes_back_is_caught_up_with(chromium: Browser, fake: FakePreview) -> None:
    with reading(chromium, fake, "/a/", expected="ERR_") as page:
        page.evaluate("window.old = true")
        fake.stop()
        expect(page.locator(f"{HOST} .live")).to_have_text("Connection lost, trying again")
        fake.pages["/a/"] = html("<p>Changed meanwhile.</p>")
        fake.revision += 5
        fake.start()
        expect(page.get_by_text("Changed meanwhile.")).to_be_visible(timeout=10_000)
        expect(page.locator(f"{HOST} .live")).to_have_text("Preview")
        assert page.evaluate("window.old")
        fake.write("/a/", html("<p>And again.</p>"))
        expect(page.get_by_text("And again.")).to_be_visible()


def test_when_nothing_changed_meanwhile_the_page_is_not_asked_for(
    chromium: Browser, fake: FakePreview
) -> None:
    with reading(chromium, fake, "/a/", expected="ERR_") as page:
        fake.stop()
        expect(page.locator(f"{HOST} .live")).to_have_text("Connection lost, trying again")
        fake.start()
        expect(page.locator(f"{HOST} .live")).to_have_text("Preview", timeout=10_000)
        assert len(fake.asked("/a/")) == 1


def test_another_run_of_the_server_makes_the_page_anew(chromium: Browser, fake: FakePreview) -> None:
    with reading(chromium, fake, "/a/", expected="ERR_") as page:
        page.evaluate("window.old = true")
        fake.stop()
        fake.token, fake.run, fake.revision = "token-of-two", "two", 1
        fake.pages["/a/"] = html("<p>Of another run.</p>")
        fake.start()
        expect(page.get_by_text("Of another run.")).to_be_visible(timeout=10_000)
        assert page.evaluate("window.old") is None
        soon(lambda: len(fake.streams) == 1, page)
        fake.write("/a/", html("<p>And it lives.</p>"))
        expect(page.get_by_text("And it lives.")).to_be_visible()


def test_a_page_that_changed_while_it_was_loaded_is_caught_up_with(
    chromium: Browser, fake: FakePreview
) -> None:
    with reading(chromium, fake, "/a/") as page:
        fake.slow["/-/worker.js"] = fake.slow["/-/preview.js"] = 0.2
        page.goto("about:blank")
        soon(lambda: not fake.streams, page)
        page.goto(f"{fake.base}/a/", wait_until="commit")
        fake.write("/a/", html("<p>After.</p>"))
        expect(page.get_by_text("After.")).to_be_visible()


def test_a_server_that_refuses_the_same_page_again_is_not_asked_in_a_circle(
    chromium: Browser, fake: FakePreview, monkeypatch: pytest.MonkeyPatch
) -> None:
    with reading(chromium, fake, "/a/", expected="") as page:
        known, tagged, fake.token = fake.token, fake.live, "another"
        monkeypatch.setattr(fake, "live", lambda text: tagged(text).replace(b"another", known.encode()))
        for stream in tuple(fake.streams):
            stream.put(None)
        soon(lambda: len(fake.asked("/a/")) == 2, page)
        expect(page.locator(f"{HOST} .live")).to_have_text("Connection lost, trying again")
        page.wait_for_timeout(1000)
        assert len(fake.asked("/a/")) == 2
