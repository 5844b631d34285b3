"""Pages that hold as much as there can be: nothing scrolls sideways, is cut off, or is too small to press."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.archive import built, write
from tests.browser.server import serve
from tests.density import ARCHIVES

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DENSE = [
    "/",
    "/2024/",
    "/2024/03/",
    "/2024/03/15/",
    "/2024/03/15/long/",
    "/2024/03/15/today/",
    "/2024/03/15/today-1/",
    "/actors/",
    "/actors/committee/",
    "/actors/long-word/",
    "/topics/",
    "/topics/relief/",
    "/topics/word/",
    "/sources/",
    "/sources/paper-0/",
    "/facts/",
    "/facts/relief/m-0/",
    "/facts/relief/m-1/",
]
TALL = {"/actors/committee/": 25_000, "/2024/03/15/": 16_000, "/facts/relief/m-0/": 16_000}
"""Heights in pixels below which a page can be thumbed through."""
CUT_OFF = """() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange(), wide = document.documentElement.clientWidth;
  while (walker.nextNode()) {
    const text = walker.currentNode, parent = text.parentElement;
    if (!text.data.trim() || !parent.checkVisibility({ visibilityProperty: true })) continue;
    if (parent.closest(".vh, thead, .fact-ref, .skip, title, desc, noscript, select")) continue;
    let box = null;
    for (let up = parent; up !== document.body && !box; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.clipPath !== "none") { box = "unseen"; break; }
      if (style.overflowX === "auto" || style.overflowX === "scroll") { box = "scrolls"; break; }
      if (style.overflowX === "visible" || style.display === "inline" || up instanceof SVGElement) continue;
      box = up;
    }
    if (box === "unseen" || box === "scrolls") continue;
    const edge = box ? box.getBoundingClientRect() : { left: 0, right: wide };
    range.selectNodeContents(text);
    for (const one of range.getClientRects()) {
      if (one.width && (one.left < edge.left - 1 || one.right > edge.right + 1)) {
        found.push(text.data.trim().slice(0, 60)); break;
      }
    }
  }
  return found;
}"""
OVER_ITS_PLACE = """() => [...document.querySelectorAll("main :is(td, th, li, p, h1, h2, h3, h4, dt, dd)")]
  .filter((one) => one.checkVisibility() && !one.closest(".vh, .scroller, .chart, thead, svg")
    && getComputedStyle(one).overflowX === "visible" && one.clientWidth
    && one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.outerHTML.slice(0, 100))"""
SMALL = """() => [...document.querySelectorAll("button, input, select, textarea, summary")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .map((one) => [one, (one.closest("label") ?? one).getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24).map(([one]) => one.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("path", DENSE)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_full_page_keeps_to_its_screen(chromium: Browser, dense_site: Path, path: str, width: int):
    _keeps_to_its_screen(chromium, dense_site, path, width)


@pytest.mark.parametrize(("path", "most"), TALL.items())
def test_a_full_page_is_not_endless_on_a_phone(chromium: Browser, dense_site: Path, path: str, most: int):
    with serve(dense_site) as base:
        page = chromium.new_page(viewport={"width": 390, "height": 844})
        page.goto(base + path.removeprefix("/"))
        assert page.evaluate("document.documentElement.scrollHeight") < most
        page.close()


def test_the_figures_of_a_measure_unfold_on_a_phone_and_stand_open_where_there_is_room(
    chromium: Browser, dense_site: Path
):
    with serve(dense_site) as base:
        page = chromium.new_page(viewport={"width": 390, "height": 844})
        page.goto(f"{base}2024/03/15/")
        row = page.locator(".cross tbody tr").nth(2)
        cells = row.locator("td:not(.cross-known, .none)")
        expect(cells.first).to_be_hidden()
        row.locator(".cross-open summary").click()
        expect(cells).to_have_count(6)
        expect(cells.last).to_be_visible()
        page.set_viewport_size({"width": 1280, "height": 844})
        expect(row.locator(".cross-open")).to_be_hidden()
        expect(page.locator(".cross tbody tr").nth(3).locator("td:not(.none)").last).to_be_visible()
        page.close()


def test_each_of_many_origins_is_named_beside_its_figure_in_a_line_of_the_chart(
    chromium: Browser, dense_site: Path
):
    with serve(dense_site) as base:
        for width, most in ((390, 56), (1280, 40)):
            page = chromium.new_page(viewport={"width": width, "height": 844})
            page.goto(f"{base}facts/relief/m-0/")
            rows = page.locator(".origins-rows > li")
            expect(rows).to_have_count(12)
            for box in (rows.nth(place).bounding_box() for place in range(12)):
                assert box
                assert 24 <= box["height"] <= most
            page.close()


def test_a_text_that_does_not_break_is_noticed(chromium: Browser, dense_site: Path):
    with serve(dense_site) as base:
        page = chromium.new_page(viewport={"width": 390, "height": 800})
        page.goto(f"{base}2024/03/15/long/")
        page.evaluate(
            "document.querySelectorAll('h1').forEach((one) => { one.style.whiteSpace = 'nowrap'; })"
        )
        assert len(page.evaluate(CUT_OFF)) == 1
        assert len(page.evaluate(OVER_ITS_PLACE)) == 1
        page.close()


@pytest.mark.parametrize("name", ["one", "empty"])
def test_an_archive_with_next_to_nothing_has_a_front_page(chromium: Browser, tmp_path: Path, name: str):
    site = tmp_path / "site"
    built(write(tmp_path, ARCHIVES[name]), site)
    for path in ("/", "/facts/", "/actors/", "/topics/", "/sources/", "/corrections/", "/about/method/"):
        _keeps_to_its_screen(chromium, site, path, 320)


def _keeps_to_its_screen(browser: Browser, site: Path, path: str, width: int) -> None:
    with serve(site) as base:
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(base + path.removeprefix("/"))
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(CUT_OFF) == []
        assert page.evaluate(OVER_ITS_PLACE) == []
        assert page.evaluate(SMALL) == []
        page.close()
