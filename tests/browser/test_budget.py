"""How much a page may weigh, and that it stands still from its first paint on."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.conftest import Reader
from tests.browser.server import serve

pytestmark = pytest.mark.slow

PAGE, SCRIPTS = 60_000, 15_000
"""Bytes as they are sent: a page with its style sheets, and all scripts of the theme."""
STYLES = re.compile(r'<link rel="stylesheet" href="[^"]*?(assets/[^"]+)"')
PAINTED = """() => new Promise((done) => new PerformanceObserver((list) => {
  if (list.getEntriesByName("first-contentful-paint").length) done();
}).observe({ type: "paint", buffered: true }))"""
MEASURED = [
    "/",
    "/2024/",
    "/2024/11/",
    "/2024/11/29/",
    "/2024/11/29/fighters-reach-the-edge/",
    "/actors/sohr/",
    "/topics/aleppo-offensive/",
    "/sources/not-named/",
    "/facts/",
    "/facts/aleppo-offensive/killed/",
    "/search/",
]


def test_no_page_of_the_sample_weighs_too_much(sample_site: Path):
    assert _too_heavy(sample_site) == []


@pytest.mark.slow
def test_no_page_weighs_too_much_where_an_archive_is_full(dense_site: Path):
    assert _too_heavy(dense_site) == []


def test_all_scripts_together_are_small(sample_site: Path):
    scripts = {file.name: _sent(file) for file in sorted((sample_site / "assets").glob("*.js"))}
    assert scripts
    assert sum(scripts.values()) <= SCRIPTS, scripts


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("path", MEASURED)
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_on_a_page_shifts(phone: Reader, path: str, width: int):
    page = phone.page
    page.set_viewport_size({"width": width, "height": 844})
    page.add_init_script(
        "window.shifts = []; new PerformanceObserver((list) => list.getEntries().forEach((one) =>"
        " one.hadRecentInput || window.shifts.push([one.value, ...one.sources.map((source) =>"
        " source.node?.outerHTML?.slice(0, 80) ?? '')]))).observe({ type: 'layout-shift', buffered: true });"
    )
    phone.opens(path)
    page.wait_for_load_state("networkidle")
    for _ in range(4):
        page.mouse.wheel(0, 700)
        page.wait_for_timeout(50)
    assert page.evaluate("window.shifts") == []


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("path", MEASURED)
def test_a_page_is_painted_before_any_script_has_come(chromium: Browser, searchable_site: Path, path: str):
    held: list[Route] = []
    with serve(searchable_site) as base:
        page = chromium.new_page()

        def hold(route: Route) -> None:
            held.append(route)

        page.route(re.compile(r"\.js($|\?)"), hold)
        page.goto(base + path.removeprefix("/"), wait_until="commit")
        page.evaluate(PAINTED)
        assert page.locator("main").inner_text().strip()
        for route in held:
            route.abort()
        page.close()


def _too_heavy(site: Path) -> list[str]:
    found = []
    styles: dict[str, int] = {}
    for file in sorted(site.rglob("*.html")):
        content = file.read_bytes()
        linked = STYLES.findall(content.decode())
        assert linked or b'http-equiv="refresh"' in content, f"{file} has no style sheet"
        styles |= {name: _sent(site / name) for name in linked if name not in styles}
        size = len(gzip.compress(content)) + sum(styles[name] for name in linked)
        if size > PAGE:
            found.append(f"{file.relative_to(site)}: {size}")
    return found


def _sent(file: Path) -> int:
    return len(gzip.compress(file.read_bytes()))
