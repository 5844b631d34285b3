"""What axe-core finds on every kind of page: nothing, whatever the reader's screen and colours."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.server import serve
from tests.browser.test_reader import EVERY_KIND

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = [*EVERY_KIND, "/corrections/", "/404.html"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST = "color-contrast"
"""The rule that takes most of the time. A narrow screen has the colours of a wide one, and is not asked."""
SCREENS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "narrow": {"color_scheme": "light", "viewport": {"width": 320, "height": 640}},
    "forced-colours": {"forced_colors": "active", "viewport": {"width": 1280, "height": 900}},
}


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core, as a package of the tests brings it."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_on_any_kind_of_page(
    chromium: Browser, searchable_site: Path, axe: str, screen: str
):
    assert _found(chromium, searchable_site, axe, screen, PAGES) == []


@pytest.mark.parametrize("screen", ["light", "narrow"])
def test_axe_finds_nothing_where_an_archive_is_full(
    chromium: Browser, dense_site: Path, axe: str, screen: str
):
    paths = ["/", "/2024/03/15/long/", "/facts/relief/m-0/", "/topics/relief/", "/sources/paper-0/"]
    assert _found(chromium, dense_site, axe, screen, paths) == []


def test_axe_does_find_a_picture_without_words(chromium: Browser, axe: str):
    page = chromium.new_page()
    page.set_content("<!doctype html><html lang=en><title>t</title><main><h1>t</h1><img src=data:,></main>")
    assert [fault.split()[1] for fault in _faults(page, axe, "/")] == ["image-alt"]
    page.close()


def test_axe_does_find_words_that_can_hardly_be_seen(chromium: Browser, axe: str):
    page = chromium.new_page(color_scheme="dark")
    page.set_content(
        "<!doctype html><html lang=en><title>t</title><style>@media (prefers-color-scheme: dark)"
        "{p {color: #333; background: #222}}</style><main><h1>t</h1><p>words</p></main>"
    )
    assert [fault.split()[1] for fault in _faults(page, axe, "/")] == [CONTRAST]
    assert _faults(page, axe, "/", contrast=False) == []
    page.close()


def _found(browser: Browser, site: Path, axe: str, screen: str, paths: list[str]) -> list[str]:
    contrast = screen != "narrow"
    with serve(site) as base:
        context = browser.new_context(reduced_motion="reduce", **SCREENS[screen])
        page = context.new_page()
        found = []
        for path in paths:
            page.goto(base + path.removeprefix("/"))
            found += _faults(page, axe, path, contrast=contrast)
        context.close()
    return found


def _faults(page: Page, axe: str, path: str, *, contrast: bool = True) -> list[str]:
    """Run as the debugger runs things, which the page's own policy does not forbid."""
    page.evaluate(f"{axe};0")
    violations = page.evaluate(
        "([tags, rules]) => axe.run(document, {runOnly: {type: 'tag', values: tags}, rules,"
        " resultTypes: ['violations']}).then(found => found.violations)",
        [RULES, {CONTRAST: {"enabled": contrast}}],
    )
    return [
        f"{path} {fault['id']} x{len(fault['nodes'])}: {fault['nodes'][0]['html'][:160]}"
        for fault in violations
    ]
