"""The copy of a site is read from a disk, as a reader does who has unpacked it: by clicking."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.offline.copy import copy_site
from tests.archive import ROOT, built, files_in, write
from tests.manymeasures import many

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KILLED = "People killed since the offensive began"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, from its zip."""
    folder = tmp_path_factory.mktemp("copied")
    archive = built(ROOT, folder / "site")
    copy = copy_site(
        folder / "site", sorted(files_in(folder / "site")), archive.site.base_url, lambda told: None
    )
    with ZipFile(copy.zip) as packed:
        packed.extractall(folder / "a place with spaces")
    return folder / "a place with spaces" / "site-offline"


@pytest.fixture
def page(chromium: Browser, unpacked: Path) -> Iterator[Page]:
    """The home page. At the end nothing may have gone wrong, and nothing but files been asked for."""
    opened = chromium.new_page(viewport={"width": 1280, "height": 900})
    yield from _watched(opened, unpacked / "index.html")


def _watched(opened: Page, file: Path) -> Iterator[Page]:
    troubles: list[str] = []
    opened.on("pageerror", lambda error: troubles.append(f"script: {error}"))
    opened.on(
        "console", lambda said: troubles.append(said.text) if said.type in {"error", "warning"} else None
    )
    opened.on("requestfailed", lambda asked: troubles.append(f"failed: {asked.url}"))
    opened.on(
        "request",
        lambda asked: troubles.append(asked.url) if not asked.url.startswith(("file:", "data:")) else None,
    )
    opened.set_default_timeout(15_000)
    opened.goto(file.as_uri())
    yield opened
    opened.close()
    assert troubles == []


def test_a_reader_clicks_through_every_kind_of_page(page: Page, unpacked: Path) -> None:
    def stands_at(path: str) -> None:
        expect(page).to_have_url(f"{unpacked.as_uri()}/{path}index.html")
        expect(page.locator("h1").first).to_be_visible()
        assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper')")

    main = page.get_by_role("main")
    menu = page.get_by_role("navigation", name="Main")
    stands_at("")
    main.get_by_role("link", name="Friday 29 November 2024").first.click()
    stands_at("2024/11/29/")
    main.get_by_role("link", name="Fighters reach the edge of Aleppo and shell the city").first.click()
    stands_at("2024/11/29/fighters-reach-the-edge/")
    page.locator(".prose").get_by_role("link", name="Syrian Observatory for Human Rights").first.click()
    stands_at("actors/sohr/")
    menu.get_by_role("link", name="Actors").click()
    stands_at("actors/")
    menu.get_by_role("link", name="Topics").click()
    stands_at("topics/")
    main.get_by_role("link", name="The Aleppo offensive").first.click()
    stands_at("topics/aleppo-offensive/")
    menu.get_by_role("link", name="Sources").click()
    stands_at("sources/")
    main.get_by_role("link", name="BFM TV").first.click()
    stands_at("sources/bfmtv/")
    menu.get_by_role("link", name="Method").click()
    stands_at("about/method/")
    page.get_by_role("contentinfo").get_by_role("link", name="Corrections").click()
    stands_at("corrections/")
    menu.get_by_role("link", name="Facts").click()
    stands_at("facts/")
    main.get_by_role("link", name=KILLED).first.click()
    stands_at("facts/aleppo-offensive/killed/")
    menu.get_by_role("link", name="Search").click()
    stands_at("search/")
    expect(main).to_contain_text("may not read the index")
    menu.get_by_role("link", name="Home").click()
    stands_at("")


def test_a_figure_leads_to_its_sentence(page: Page) -> None:
    page.get_by_role("main").get_by_role("link", name="Friday 29 November 2024").first.click()
    page.get_by_role("row").filter(has_text=KILLED).get_by_role(
        "link", name="at least 242", exact=True
    ).click()
    expect(page.locator("mark.quote:target")).to_be_in_viewport()


def test_the_fact_table_can_be_filtered_and_sorted_and_the_address_keeps_it(page: Page) -> None:
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Facts").click()
    rows = page.locator(".facts-table tbody tr:not(.facts-topic)")
    everything = rows.count()
    page.get_by_label("Exact number").fill("242")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text(KILLED)
    page.reload()
    expect(rows).to_have_count(1)
    page.get_by_role("button", name="Reset").click()
    expect(rows).to_have_count(everything)
    page.get_by_role("button", name="Measure").click()
    expect(page.locator("[aria-sort=ascending]")).to_have_text("Measure")


def test_beside_a_quotation_stands_what_the_archive_knows(page: Page) -> None:
    page.get_by_role("main").get_by_role("link", name="Friday 29 November 2024").first.click()
    page.get_by_role("link", name="Fighters reach the edge of Aleppo and shell the city").first.click()
    page.locator("mark.quote").first.hover()
    expect(page.locator("#state")).to_contain_text(KILLED)


def test_a_table_of_many_pages_finds_what_stands_on_the_page_and_says_so(
    tmp_path: Path, chromium: Browser
) -> None:
    built(write(tmp_path, many(3, 50, days=1)), tmp_path / "site")
    copy = copy_site(
        tmp_path / "site", sorted(files_in(tmp_path / "site")), "https://example.org/", lambda told: None
    )
    opened = chromium.new_page(viewport={"width": 1280, "height": 900})
    for page in _watched(opened, copy.folder / "facts/index.html"):
        page.get_by_label("Topic").select_option("story-1")
        expect(page.locator(".facts-filters [role=status]")).to_contain_text("could not be read")
        page.get_by_role("button", name="Reset").click()
        page.get_by_role("link", name="Next", exact=True).click()
        expect(page).to_have_url(f"{copy.folder.as_uri()}/facts/page/2/index.html")
