"""Nothing that a page does breaks the policy, as a host sends it and the page states it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.exports.headers import RULES
from generator.model import policy
from tests.browser.hostile import Listening, sent
from tests.browser.server import serve
from tests.browser.test_axe import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DOCUMENT = "/2024/11/29/fighters-reach-the-edge/"


@pytest.fixture(scope="module")
def listening(chromium: Browser, searchable_site: Path) -> Iterator[Listening]:
    """A browser in front of the sample, with the headers of its `_headers`."""
    with serve(searchable_site, sent=sent()) as base:
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        yield Listening(context, base)
        context.close()


def test_every_kind_of_page_opens_without_a_violation(listening: Listening) -> None:
    for path in PAGES:
        listening.opens(path)
    listening.is_well()
    assert listening.opened == len(PAGES)


def test_search_in_its_page_and_over_a_page_keeps_to_it_and_has_its_worker(listening: Listening) -> None:
    page = listening.page
    workers: list[str] = []
    page.on("worker", lambda worker: workers.append(worker.url))
    listening.opens("/search/?q=Aleppo")
    expect(page.locator("#search-results .result").first).to_be_visible()
    page.locator("#search-facets input").first.check()
    page.locator("#sort").select_option("oldest")
    page.locator("#q").fill("zzxxqq")
    expect(page.locator("#search-help")).to_be_visible()
    listening.opens(DOCUMENT)
    page.keyboard.press("/")
    page.locator("#search-dialog #q").fill("zzxxqq")
    expect(page.locator("#search-help")).to_be_visible()
    page.keyboard.press("Escape")
    listening.is_well()
    assert workers == [f"{listening.base}pagefind/pagefind-worker.js"] * 2


def test_cards_keys_copies_tables_and_colours_keep_to_it(listening: Listening) -> None:
    page = listening.page
    listening.opens(DOCUMENT)
    for link in (".prose a.actor", "a.fact-ref"):
        page.locator(link).first.hover()
        expect(page.locator("#state")).to_be_visible()
        page.mouse.move(0, 0)
        expect(page.locator("#state")).to_be_hidden()
    page.locator("[data-copy]").first.click()
    for key in ("?", "Escape", "j", "]"):
        page.keyboard.press(key)
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
    page.emulate_media(media="print")
    page.emulate_media(media="screen")
    listening.opens("/facts/")
    page.get_by_label("Exact number").fill("242")
    page.locator("[data-sort] button").first.click()
    expect(page.locator(".facts-flat")).to_be_visible()
    listening.opens("/corrections/#nothing-of-this-name")
    listening.is_well()


def test_a_string_becomes_no_html_no_script_and_no_worker_but_those_that_are_vouched_for(
    listening: Listening,
) -> None:
    listening.opens("/search/?q=Aleppo")
    expect(listening.page.locator("#search-results .result").first).to_be_visible()
    tried = listening.page.evaluate("""() => [
        () => { document.body.innerHTML = "<b>x</b>" },
        () => new DOMParser().parseFromString("<b>x</b>", "text/html"),
        () => new Worker("/assets/evil.js"),
        () => trustedTypes.createPolicy("evil", {}),
        () => trustedTypes.createPolicy("default", {}),
    ].map((attempt) => { try { attempt(); return "done" } catch (error) { return error.name } })""")
    assert tried == ["TypeError"] * 5
    listening.looks()
    assert len(listening.violations) == 2 * len(tried)  # the host's policy and the page's
    listening.violations.clear()
    listening.troubles.clear()


def test_what_is_sent_with_every_page_says_the_rest() -> None:
    headers = sent()
    assert headers["Content-Security-Policy"] == policy.HEADER
    assert "frame-ancestors 'none'" in policy.HEADER
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert all(line.isascii() and len(line) < 2_000 for line in RULES["/*"])  # as much as Cloudflare takes
