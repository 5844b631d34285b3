"""Ways through the archive in a real browser, with the keyboard and without scripts."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Reader
from tests.browser.server import serve

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_every_day_of_a_calendar_is_reached_with_the_keyboard_and_leads_to_its_briefing(
    reader: Reader,
) -> None:
    reader.opens("/2024/11/")
    links = reader.page.locator(".calendar .full a")
    assert links.count() == 3
    links.first.focus()
    for _ in range(2):
        reader.page.keyboard.press("Tab")
    name = reader.page.evaluate("document.activeElement.textContent.replace(/\\s+/g, ' ')")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/2024/11/30/")
    assert name.startswith("30")
    assert "document" in name


@pytest.mark.parametrize("width", [390, 1440])
def test_each_line_to_an_actor_ends_at_the_height_of_its_name_where_no_script_runs(
    chromium: Browser, searchable_site: Path, width: int
) -> None:
    with serve(searchable_site) as base:
        context = chromium.new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        page.route("**/*.js", lambda route: route.abort())
        page.goto(base + "actors/sohr/")
        ends = page.locator(".company-ties path:not(.company-node)").evaluate_all(
            """paths => paths.map(path => {
                const end = path.getPointAtLength(path.getTotalLength());
                return end.matrixTransform(path.getScreenCTM()).y;
            })"""
        )
        names = page.locator(".company-fan li").evaluate_all(
            """lines => lines.map(line => {
                const box = line.getBoundingClientRect();
                return (box.top + box.bottom) / 2;
            })"""
        )
        context.close()
    assert len(ends) == len(names) > 3
    assert all(abs(end - name) < 3 for end, name in zip(ends, names, strict=True)), (ends, names)
