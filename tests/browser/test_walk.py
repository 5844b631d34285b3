"""A reader who has only a keyboard."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Reader
from tests.browser.test_reader import EVERY_KIND

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DOCUMENT = "/2024/11/29/fighters-reach-the-edge/"
REACHABLE = """() => {
  const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
  const shown = [...all].filter((one) => !one.disabled && one.tabIndex >= 0
    && one.checkVisibility({ visibilityProperty: true }) && !one.closest("dialog:not([open])"));
  shown.forEach((one, place) => { one.dataset.walk = place; });
  return shown.length;
}"""
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one), boxes = [...one.getClientRects()];
  const seen = boxes.some((box) => [0.5, 0.1, 0.9].some((part) => {
    const hit = document.elementFromPoint(box.left + box.width * part, box.top + box.height / 2);
    return hit && (one.contains(hit) || hit.contains(one) && getComputedStyle(hit).position === "static");
  }));
  return {
    walk: one.dataset.walk ?? "", seen,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    name: one.outerHTML.slice(0, 120),
  };
}"""


@pytest.mark.parametrize("path", [*EVERY_KIND, "/corrections/"])
def test_tab_reaches_everything_that_is_shown_and_the_focus_is_always_seen(phone: Reader, path: str):
    _walks(phone, path, 390)


@pytest.mark.parametrize(
    "path", ["/", "/2024/11/29/", DOCUMENT, "/facts/", "/facts/aleppo-offensive/killed/"]
)
def test_tab_reaches_everything_on_a_wide_screen_too(phone: Reader, path: str):
    _walks(phone, path, 1280)


def test_enter_on_the_skip_link_leaves_the_menu_behind(phone: Reader):
    phone.opens("/2024/11/29/")
    phone.page.keyboard.press("Tab")
    phone.page.keyboard.press("Enter")
    phone.page.keyboard.press("Tab")
    assert phone.page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_enter_opens_why_a_figure_is_marked_and_shuts_it(phone: Reader):
    phone.opens("/facts/")
    why = phone.page.locator("details.why").first
    why.locator("summary").focus()
    phone.page.keyboard.press("Enter")
    expect(why.locator(".why-reasons")).to_be_visible()
    phone.page.keyboard.press("Enter")
    expect(why.locator(".why-reasons")).to_be_hidden()


def test_escape_shuts_what_came_up_with_the_focus(phone: Reader):
    phone.opens(DOCUMENT)
    phone.page.locator("a.fact-ref").first.focus()
    box = phone.page.locator(".state-box")
    expect(box).to_be_visible()
    phone.page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    assert phone.page.evaluate("document.activeElement.matches('a.fact-ref')")


def test_nothing_moves_for_a_reader_who_asks_for_that(phone: Reader):
    phone.page.emulate_media(reduced_motion="reduce")
    phone.opens(DOCUMENT)
    moving = phone.page.evaluate(
        "() => [document.documentElement, ...document.querySelectorAll('*')].filter((one) => {"
        " const style = getComputedStyle(one);"
        " return style.scrollBehavior === 'smooth' || parseFloat(style.transitionDuration) > 0"
        "   || style.animationName !== 'none'; }).map((one) => one.outerHTML.slice(0, 80))"
    )
    assert moving == []


def _walks(reader: Reader, path: str, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 700})
    reader.page.emulate_media(
        reduced_motion="reduce"
    )  # so that nothing has still to scroll when it is looked at
    reader.opens(path)
    reader.page.wait_for_load_state("networkidle")
    steps = list(_steps(reader.page, reader.page.evaluate(REACHABLE)))
    assert [step["name"] for step in steps if not step["ring"]] == []
    assert [step["name"] for step in steps if not step["seen"]] == []
    reached = {step["walk"] for step in steps}
    missed = reader.page.evaluate(
        "reached => [...document.querySelectorAll('[data-walk]')]"
        ".filter((one) => !reached.includes(one.dataset.walk)).map((one) => one.outerHTML.slice(0, 120))",
        sorted(reached),
    )
    assert missed == []


def _steps(page: Page, shown: int) -> list[dict[str, Any]]:
    """Where the focus stands after each press of Tab, once through the page."""
    steps: list[dict[str, Any]] = []
    for _ in range(2 * shown + 10):  # a date takes several presses
        page.keyboard.press("Tab")
        step = page.evaluate(FOCUSED)
        if step is None or (steps and step["walk"] == steps[0]["walk"]):
            break
        steps.append(step)
    return steps
