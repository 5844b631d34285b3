"""A site that a browser keeps: what is read without a network, and how it is put away again."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.archive import PLACES, SITE, article, built, write
from tests.browser.server import serve

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KEPT = f"{SITE}offline: true\n"
TAKEN_OVER = "async () => (await navigator.serviceWorker.ready).active.state === 'activated'"
CONTROLLED = "() => navigator.serviceWorker.controller !== null"
CACHES = "() => caches.keys()"
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
PAGES = """async () => {
  const name = (await caches.keys()).find((name) => name.endsWith("pages"));
  return name ? (await (await caches.open(name)).keys()).map(({ url }) => url) : [];
}"""


@dataclass
class Hosted:
    """A small site on a server that can be stopped, and a reader of it."""

    folder: Path
    context: BrowserContext
    base: str
    stop: Callable[[], None]
    page: Page = field(init=False)

    def __post_init__(self) -> None:
        self.page = self.context.new_page()

    def build(self, site: str, **titles: str) -> None:
        """Build it with these settings, and titles by day of the month."""
        news = {
            f"articles/2024-11-{day}-news.md": article(
                day=f"2024-11-{day}", title=titles.get(f"of_{day}", "News")
            )
            for day in (28, 29)
        }
        built(write(self.folder, PLACES | news | {"site.yaml": site}), self.folder / "site")

    def opens(self, path: str = "") -> None:
        """Go to a path of the site, relative to its root."""
        self.page.goto(self.base + path)

    def comes_to(self, asked: str, holds: Callable[[Any], bool]) -> Any:
        """What the page answers once that is as it should be; what it answers at last, if it never is."""
        for _ in range(100):
            answer = self.page.evaluate(asked)
            if holds(answer):
                break
            self.page.wait_for_timeout(100)
        return answer

    def is_kept(self) -> None:
        """Open the site, until its worker is in charge of the page."""
        self.opens()
        self.page.wait_for_function(CONTROLLED)
        assert self.page.evaluate(TAKEN_OVER)


@pytest.fixture(params=["/", "/archive/"], ids=["at-the-root", "under-a-path"])
def hosted(request: pytest.FixtureRequest, tmp_path: Path, chromium: Browser) -> Iterator[Hosted]:
    """A site that may be kept, at the root of a host and under a path."""
    (tmp_path / "site").mkdir()
    with ExitStack() as stack:
        base = stack.enter_context(serve(tmp_path / "site", request.param))
        context = chromium.new_context()
        site = Hosted(tmp_path, context, base, stack.pop_all().close)
        site.build(KEPT.replace("example.org/", f"example.org{request.param}"))
        yield site
        context.close()
        site.stop()


def test_a_page_that_was_opened_is_there_without_a_server_and_another_says_that_it_is_not(
    hosted: Hosted,
) -> None:
    hosted.is_kept()
    hosted.opens("2024/11/29/news/")
    expect(hosted.page.locator("h1")).to_have_text("News")
    here = f"{hosted.base}2024/11/29/news/"
    assert here in hosted.comes_to(PAGES, lambda pages: here in pages)
    hosted.stop()
    hosted.opens("2024/11/29/news/")
    expect(hosted.page.locator("h1")).to_have_text("News")
    expect(hosted.page.get_by_text("The site cannot be reached.")).to_be_visible()
    assert hosted.page.evaluate("document.styleSheets[0].cssRules.length") > 0
    hosted.opens()
    expect(hosted.page.locator("h1")).to_contain_text("29 November 2024")

    hosted.opens("2024/11/28/news/")
    expect(hosted.page.locator("h1")).to_have_text("This page is not on this device")
    assert hosted.page.evaluate("document.styleSheets[0].cssRules.length") > 0
    kept = hosted.page.get_by_role("region", name="Pages on this device")
    kept.get_by_role("link", name="News").click()
    assert hosted.page.url == f"{hosted.base}2024/11/29/news/"
    hosted.page.go_back()
    hosted.page.get_by_role("link", name="The latest briefing").click()
    assert hosted.page.url == hosted.base
    expect(hosted.page.locator("h1")).to_contain_text("29 November 2024")


def test_who_loses_the_network_is_told_that_the_page_may_be_old(hosted: Hosted) -> None:
    hosted.is_kept()
    told = hosted.page.get_by_text("The site cannot be reached.")
    expect(told).to_be_hidden()
    hosted.context.set_offline(True)
    expect(told).to_be_visible()
    hosted.page.reload()
    expect(told).to_be_visible()
    hosted.context.set_offline(False)
    hosted.page.reload()
    expect(told).to_be_hidden()


def test_a_new_build_takes_the_place_of_what_was_kept(hosted: Hosted) -> None:
    hosted.is_kept()
    before = hosted.page.evaluate(CACHES)
    hosted.build((hosted.folder / "content/site.yaml").read_text(), of_29="Later news")
    hosted.opens()
    expect(hosted.page.get_by_role("link", name="Later news")).to_be_visible()
    now = hosted.comes_to(CACHES, lambda now: not set(before) <= set(now))
    shells = [name for name in now if " shell " in name]
    assert len(shells) == 1
    assert shells[0] not in before
    hosted.stop()
    hosted.opens()
    expect(hosted.page.get_by_role("link", name="Later news")).to_be_visible()


def test_a_site_that_is_kept_no_longer_rids_its_readers_of_the_worker_and_of_all_it_kept(
    hosted: Hosted,
) -> None:
    hosted.is_kept()
    assert hosted.page.evaluate(CACHES)
    hosted.page.evaluate("caches.open('of another site')")
    hosted.build((hosted.folder / "content/site.yaml").read_text().replace("offline: true", "offline: false"))
    hosted.opens()
    assert hosted.comes_to(WORKERS, lambda workers: workers == 0) == 0
    assert hosted.page.evaluate(CACHES) == ["of another site"]
    hosted.opens("2024/11/29/news/")
    assert hosted.page.evaluate(WORKERS) == 0
    assert not hosted.page.evaluate(CONTROLLED)


def test_what_is_kept_has_a_limit(hosted: Hosted) -> None:
    worker = hosted.folder / "site" / "sw.js"
    worker.write_text(worker.read_text().replace("[PAGES]: 200", "[PAGES]: 2"))
    hosted.is_kept()
    for path in ("", "2024/", "2024/11/", "2024/11/29/"):
        hosted.opens(path)
        expect(hosted.page.locator("h1")).to_be_visible()
    last = f"{hosted.base}2024/11/29/"
    assert hosted.comes_to(PAGES, lambda pages: last in pages) == [f"{hosted.base}2024/11/", last]


def test_the_site_can_be_installed(hosted: Hosted) -> None:
    hosted.is_kept()
    session = hosted.context.new_cdp_session(hosted.page)
    described = session.send("Page.getAppManifest")
    assert described["errors"] == []
    assert described["url"] == f"{hosted.base}manifest.webmanifest"
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {error["errorId"] for error in errors} <= {"in-incognito"}
