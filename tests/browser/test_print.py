"""What a reader gets on paper."""

import re
import zlib
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.archive import PLACES, article, built, write
from tests.browser.conftest import Reader
from tests.browser.server import serve

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DAY = "/2024/11/29/"
DOCUMENT = "/2024/11/29/fighters-reach-the-edge/"
MEASURE = "/facts/aleppo-offensive/killed/"
AFTER = "link => getComputedStyle(link, '::after').content"
A4 = (596, 843)  # as Chromium has it
LETTER = (612, 792)


@pytest.fixture
def on_paper(reader: Reader) -> Reader:
    """A reader who prints, with a dark screen."""
    reader.page.emulate_media(media="print", color_scheme="dark")
    return reader


def sheets(page: Page, paper: str) -> list[tuple[int, int]]:
    """Width and height of each sheet of a print, in points."""
    printed = page.pdf(format=paper, prefer_css_page_size=False)
    inside = [printed]
    for stream in re.finditer(rb"stream\r?\n(.*?)endstream", printed, re.DOTALL):
        try:
            inside.append(zlib.decompress(stream[1]))
        except zlib.error:
            continue
    sizes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", b"\n".join(inside))
    return [(round(float(width)), round(float(height))) for width, height in sizes]


@pytest.mark.parametrize("path", ["/", DAY, DOCUMENT, "/facts/", MEASURE, "/actors/sohr/"])
def test_nothing_that_only_a_screen_can_use_is_printed(on_paper: Reader, path: str) -> None:
    on_paper.opens(path)
    page = on_paper.page
    for useless in (
        "nav",
        ".foot-links",
        "form",
        "fieldset",
        "dialog",
        "select",
        "input",
        ".fact-refs",
        ".skip",
    ):
        for part in page.locator(useless).all():
            expect(part).to_be_hidden()
    for button in page.locator("button").all():
        expect(button).to_be_hidden() if not button.evaluate("one => one.closest('th')") else None
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"


def test_an_address_stands_behind_links_that_lead_out_of_the_archive_and_only_behind_those(
    tmp_path: Path, chromium: Browser
) -> None:
    body = "See [the report](https://reports.example.net/7) and [the other](2024-11-28-other.md)."
    files = {
        "articles/2024-11-28-other.md": article(day="2024-11-28", title="The other"),
        "articles/2024-11-29-news.md": article(more="url: https://paper.example.net/a", body=body),
    }
    built(write(tmp_path, PLACES | files), tmp_path / "site")
    with serve(tmp_path / "site") as base:
        page = chromium.new_page(base_url=base)
        page.emulate_media(media="print")
        page.goto("2024/11/29/news/")
        links = page.locator("main a:visible")
        shown = {link.inner_text(): link.evaluate(AFTER) for link in links.all()}
        page.close()
    assert "https://reports.example.net/7" in shown.pop("the report")
    assert "https://paper.example.net/a" in shown.pop("Where it was printed")
    assert "The Paper" in shown
    assert set(shown.values()) == {"none"}


@pytest.mark.parametrize(
    ("path", "until"),
    [
        ("/", "Documents up to 30 November 2024"),
        (DAY, "As it stood on 29 November 2024"),
        (DOCUMENT, "Text of 29 November 2024"),
        ("/facts/", "Last change on 30 November 2024"),
        (MEASURE, "Last change on 30 November 2024"),
        ("/actors/sohr/", "Documents up to 30 November 2024"),
        ("/sources/bfmtv/", "Documents up to 29 November 2024"),
    ],
)
def test_the_last_line_says_up_to_when_where_and_by_what(on_paper: Reader, path: str, until: str) -> None:
    on_paper.opens(path)
    line = on_paper.page.locator("footer > :visible").last
    expect(line).to_have_text(
        re.compile(rf"^{until} · https://briefing\.example\.org{path} · Dateline [\d.]+$")
    )
    on_paper.page.emulate_media(media="screen")
    expect(on_paper.page.locator(".foot-print")).to_be_hidden()


def test_every_sheet_carries_the_title_and_up_to_when(on_paper: Reader) -> None:
    on_paper.opens(DAY)
    style = "getComputedStyle(document.documentElement).getPropertyValue"
    title = on_paper.page.evaluate(f"{style}('--running')")
    assert title == '"Friday 29 November 2024 – Aleppo, one week in November"'
    assert on_paper.page.evaluate(f"{style}('--cut-off')") == '"As it stood on 29 November 2024 · "'
    on_paper.opens("/about/method/")
    assert on_paper.page.evaluate(f"{style}('--cut-off')") == '""'


@pytest.mark.parametrize(("paper", "size"), [("A4", A4), ("Letter", LETTER)])
def test_a_page_is_printed_upright_and_the_fact_table_on_its_side(
    on_paper: Reader, paper: str, size: tuple[int, int]
) -> None:
    on_paper.opens(DOCUMENT)
    assert set(sheets(on_paper.page, paper)) == {size}
    on_paper.opens("/facts/")
    on_paper.page.get_by_role("table").wait_for()
    lying = sheets(on_paper.page, paper)
    assert len(lying) > 1
    assert set(lying) == {size[::-1]}


def test_the_heads_of_a_table_can_be_repeated_on_every_sheet(on_paper: Reader) -> None:
    on_paper.opens("/facts/")
    heads = on_paper.page.locator(".facts-table thead")
    assert heads.evaluate("head => getComputedStyle(head).display") == "table-header-group"
    for button in heads.locator("button").all():  # a box in the head would keep Chromium from it
        assert button.evaluate("button => getComputedStyle(button).display") == "contents"


def test_reasons_that_a_screen_folds_away_are_printed(on_paper: Reader) -> None:
    on_paper.opens(DAY)
    reason = on_paper.page.locator(".why-reasons li").first
    expect(reason).to_be_visible()
    assert on_paper.page.locator(".why[open]").count() == 0
