"""An archive in which every field is hostile, opened in a browser with the policy and without."""

import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from generator.asked import Options
from generator.pages.plan import KINDS
from tests.archive import built
from tests.browser.hostile import Listening, pages_in, sent
from tests.browser.server import serve
from tests.test_hostile import ASKING, ATTACKS, hostile_archive

pytestmark = [pytest.mark.browser, pytest.mark.slow]

META = re.compile(r'  <meta http-equiv="Content-Security-Policy" content="[^"]*">\n')
EDGE = "/2024/11/29/edge/"


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of it all, with search."""
    folder = hostile_archive(tmp_path_factory.mktemp("hostile"))
    built(folder, folder / "site", Options())
    return folder / "site"


@pytest.fixture(scope="module")
def bare_site(hostile_site: Path) -> Path:
    """The same without the policy in its pages."""
    bare = hostile_site.with_name("bare")
    shutil.copytree(hostile_site, bare)
    for page in bare.rglob("*.html"):
        text, found = META.subn("", page.read_text(encoding="utf-8"))
        assert found == 1
        page.write_text(text, encoding="utf-8")
    return bare


@pytest.fixture(scope="module", params=["guarded", "bare"])
def listening(
    request: pytest.FixtureRequest, chromium: Browser, hostile_site: Path, bare_site: Path
) -> Iterator[Listening]:
    """A browser in front of it: with the policy as a page states it and a host sends it, or without any."""
    guarded = request.param == "guarded"
    with serve(hostile_site if guarded else bare_site, sent=sent() if guarded else {}) as base:
        context = chromium.new_context(bypass_csp=not guarded, viewport={"width": 1280, "height": 900})
        listening = Listening(context, base)
        yield listening
        context.close()


def test_there_is_a_page_of_every_kind(hostile_site: Path) -> None:
    paths = pages_in(hostile_site)
    kinds = (
        *("/", "/2024/", "/2024/11/", "/2024/11/29/", EDGE, "/actors/", "/actors/evil/", "/sources/"),
        *("/sources/paper/", "/topics/", "/topics/war/", "/facts/", "/facts/war/killed/", "/search/"),
        *("/about/method/", "/corrections/", "/404.html", "/offline.html", "/old/"),
    )
    assert len(kinds) == len(KINDS)
    assert set(kinds) <= set(paths)


def test_no_page_runs_a_script_of_its_texts_or_asks_another_host(
    listening: Listening, hostile_site: Path
) -> None:
    tempting: list[str] = []
    for path in pages_in(hostile_site):
        listening.opens(path)
        if path == "/old/":  # which leads on by itself
            listening.page.wait_for_url("**/start/")
        tempting += listening.tempts()
    listening.is_well()
    assert tempting == []
    assert listening.opened >= len(KINDS)


def test_h01_the_search_shows_hostile_names_as_text(listening: Listening) -> None:
    page = listening.page
    listening.opens("/search/?q=toll")
    expect(page.locator("#search-facets fieldset").first).to_be_visible()
    expect(page.locator("#search-results")).to_contain_text(ATTACKS[1])
    assert (
        page.locator("#search-results :is(img, svg, script), #search-facets :is(img, svg, script)").count()
        == 0
    )
    page.locator("#search-facets input").first.check()
    expect(page.locator("#search-facets .facet-all")).to_be_visible()
    listening.opens("/")
    page.keyboard.press("/")
    page.locator("#search-dialog #q").fill("toll")
    expect(page.locator("#search-results .result").first).to_be_visible()
    listening.is_well()


def test_h02_text_that_was_escaped_before_is_found_and_shown_as_it_was_written(listening: Listening) -> None:
    listening.opens("/search/?q=onerror")
    expect(listening.page.locator("#search-results .result").first).to_be_visible()
    listening.opens(EDGE)
    expect(listening.page.locator(".prose")).to_contain_text("&lt;img src=x onerror=alert(1)&gt;")
    listening.is_well()


def test_h24_a_hostile_query_is_only_text(listening: Listening) -> None:
    said = listening.page.locator("#search-status")
    for query in (ATTACKS[4], ASKING[1], '" onfocus=alert(1) autofocus "'):
        listening.opens(f"/search/?q={quote(query)}")
        expect(said).to_contain_text(query)
    field = listening.page.get_by_role("searchbox")
    field.evaluate(
        "(one, text) => { one.value = text.repeat(40_000); one.dispatchEvent(new Event('input')); }",
        ATTACKS[1],
    )
    expect(said).to_contain_text(ATTACKS[1])  # of a megabyte, what can be looked for
    assert len(said.inner_text()) < 1_000
    for coded in ("%00", "a%00b", "%E0%A4%A", "%FF%FE", "%u202E", "%F0%9F%92%A9%00"):
        listening.opens(f"/search/?q={coded}")
        expect(said).not_to_have_text(re.compile("^$|Loading"))
        expect(said).not_to_contain_text("failed")
    listening.is_well()


def test_h26_the_words_found_are_marked_in_a_text_that_is_markup(listening: Listening) -> None:
    listening.opens("/search/?q=alert")
    mark = listening.page.locator("#search-results mark").first
    expect(mark).to_be_visible()
    assert mark.evaluate("one => one.childNodes.length === 1 && one.firstChild.nodeType") == 3
    listening.is_well()


def test_cards_boxes_and_cites_show_hostile_text_as_text(listening: Listening) -> None:
    page = listening.page
    listening.opens(EDGE)
    box = page.locator("#state")
    for link in ("a.fact-ref", ".prose a.actor", "a.turn-back"):
        if page.locator(link).count():
            page.locator(link).first.hover()
            expect(box).to_be_visible()
            assert box.locator("img, svg, script, iframe").count() == 0
            page.keyboard.press("Escape")
            page.mouse.move(0, 0)
            expect(box).to_be_hidden()
    page.locator("[data-copy]").first.click()
    listening.is_well()


def test_without_the_policy_a_script_in_a_page_would_be_heard_and_with_it_its_violation(
    chromium: Browser, tmp_path: Path
) -> None:
    """What the tests above would say of a page that lets text become markup."""
    (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title>{ATTACKS[0]}{ATTACKS[4]}")
    heard: list[Sequence[object]] = []
    for headers in ({}, sent()):
        with serve(tmp_path, sent=headers) as base:
            context = chromium.new_context()
            context.route("https://evil.example/**", lambda route: route.abort())
            listening = Listening(context, base)
            listening.opens("/")
            listening.page.wait_for_load_state("networkidle")
            listening.looks()
            heard.append((bool(listening.runs), bool(listening.foreign), bool(listening.violations)))
            context.close()
    assert heard == [(True, True, False), (False, False, True)]
