"""The fact table under a reader's hands: sorting, filters, an exact number, the address, many pages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.conftest import Reader
from tests.browser.server import serve
from tests.manymeasures import many, write_table

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KILLED = "People killed since the offensive began"
DISPLACED = "People displaced by the violence"
BEGAN = "Day the offensive began"
RESISTED = "Was the entry into Aleppo resisted"
STRICT = "require-trusted-types-for 'script'; trusted-types 'none'"

COLUMNS = (
    "Measure",
    "Latest",
    "Low to high",
    "Figures over time",
    "Documents",
    "Origins",
    "Findings",
    "Last change",
)


def labels(page: Page) -> list[str]:
    """The measures that are shown, from the top."""
    return page.locator(".facts-table tbody th[scope=row] > a").all_inner_texts()


def status(page: Page) -> Locator:
    return page.get_by_role("status")


def says(page: Page, words: str) -> None:
    expect(status(page)).to_have_text(words)


def keys(page: Page, column: int) -> list[str]:
    """What the rows that have anything in a column are sorted by there, from the top."""
    found = page.locator(f".facts-table tbody tr > :nth-child({column + 1})[data-key]:not([data-key=''])")
    return [cell.get_attribute("data-key") or "" for cell in found.all()]


def number_or_text(key: str) -> tuple[int, float, str]:
    """Numbers before days before words, as a reader expects a mixed column."""
    first = key.split("|", maxsplit=1)[0]
    if re.fullmatch(r"-?[\d.]+", first):
        return (0, float(first), "")
    return (1 if re.fullmatch(r"\d{4}-\d\d-\d\d", first) else 2, 0, first.casefold())


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_can_be_sorted_both_ways(reader: Reader, name: str) -> None:
    page = reader.page
    reader.opens("/facts/")
    column = COLUMNS.index(name)
    head = page.get_by_role("columnheader", name=name, exact=True)
    assert head.get_attribute("aria-sort") is None
    button = head.get_by_role("button")
    for order in ("ascending", "descending"):
        button.click()
        expect(head).to_have_attribute("aria-sort", order)
        assert page.locator("[aria-sort]").count() == 1
        shown = labels(page)
        assert len(shown) == 15
        found = [number_or_text(key) for key in (shown if name == "Measure" else keys(page, column))]
        assert len(set(found)) > 1
        assert found == sorted(found, reverse=order == "descending")
    expect(button).to_be_focused()


def test_what_has_no_figure_stays_at_the_end_in_either_order(reader: Reader) -> None:
    reader.opens("/facts/")
    for _ in range(2):
        reader.page.get_by_role("button", name="Documents").click()
        assert set(labels(reader.page)[-2:]) == {
            "Fighters of its allies killed",
            "Civilians killed in any other way",
        }


def test_a_sorted_table_is_one_list_in_which_each_row_names_its_topic(reader: Reader) -> None:
    page = reader.page
    reader.opens("/facts/")
    expect(page.locator(".facts-topic")).to_have_count(1)
    page.get_by_role("button", name="Latest").click()
    expect(page.locator(".facts-topic")).to_have_count(0)
    expect(page.locator(".facts-of:visible")).to_have_count(15)
    page.get_by_role("button", name="Reset").click()
    expect(page.locator(".facts-topic")).to_have_count(1)
    expect(page.locator(".facts-of:visible")).to_have_count(0)
    assert page.locator("[aria-sort]").count() == 0


@pytest.mark.parametrize(
    ("name", "choice", "found"),
    [
        ("Topic", "aleppo-offensive", 15),
        ("Actor", "un", 1),
        ("Source", "bfmtv", None),
        ("Finding", "contested", 2),
        ("Year", "2024", 13),
    ],
)
def test_each_filter_narrows_the_table(reader: Reader, name: str, choice: str, found: int | None) -> None:
    page = reader.page
    reader.opens("/facts/")
    menu = page.get_by_label(name, exact=True)
    text = menu.locator(f"option[value='{choice}']").inner_text()
    promised = int(re.findall(r"\((\d+)\)", text)[-1])
    assert found in {None, promised}
    menu.select_option(choice)
    says(page, f"{promised} of 15 measures")
    assert len(labels(page)) == promised
    assert page.url.endswith(f"?{name.lower()}={choice}")


def test_filters_work_together(reader: Reader) -> None:
    page = reader.page
    reader.opens("/facts/")
    page.get_by_label("Finding").select_option("stale")
    says(page, "2 of 15 measures")
    page.get_by_label("Exact number").fill("121")
    says(page, "1 of 15 measures")
    assert labels(page) == [KILLED]
    page.get_by_label("Actor").select_option("un")
    says(page, "No measure fits. Change a filter, or reset them all.")
    assert labels(page) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("242", [KILLED]),
        ("2420", []),
        ("24", ["Civilians killed"]),
        ("14,000", [DISPLACED]),
        ("14 000", [DISPLACED]),
        ("14\u202f000", [DISPLACED]),
        ("14000.0", [DISPLACED]),
        ("١٤٠٠٠", [DISPLACED]),
        ("27 November 2024", [BEGAN]),
        ("2024-11-27", [BEGAN]),
        ("27 NOV", [BEGAN]),
        ("Unopposed", [RESISTED]),
        ("<img src=x onerror=alert(1)>", []),
    ],
)
def test_an_exact_number_finds_that_number_alone(reader: Reader, typed: str, found: list[str]) -> None:
    page = reader.page
    reader.opens("/facts/")
    page.get_by_label("Exact number").fill(typed)
    expect(status(page)).not_to_have_text("15 measures")
    assert labels(page) == found
    assert page.locator("main img").count() == 0


def test_the_state_is_restored_from_the_address(reader: Reader) -> None:
    page = reader.page
    reader.opens("/facts/?actor=sohr&number=19&sort=documents&order=descending")
    says(page, "1 of 15 measures")
    expect(page.get_by_label("Actor")).to_have_value("sohr")
    expect(page.get_by_label("Exact number")).to_have_value("19")
    expect(page.get_by_role("columnheader", name="Documents")).to_have_attribute("aria-sort", "descending")
    page.get_by_role("link", name=labels(page)[0]).click()
    page.go_back()
    says(page, "1 of 15 measures")


def test_back_and_forward_go_through_the_filters(reader: Reader) -> None:
    page = reader.page
    reader.opens("/facts/")
    page.get_by_label("Finding").select_option("contested")
    says(page, "2 of 15 measures")
    page.get_by_label("Exact number").press_sequentially("2024-11-27", delay=5)
    says(page, "1 of 15 measures")
    page.get_by_role("button", name="Measure", exact=True).click()
    page.go_back()
    assert page.locator("[aria-sort]").count() == 0
    says(page, "1 of 15 measures")
    page.go_back()
    says(page, "2 of 15 measures")
    expect(page.get_by_label("Exact number")).to_have_value("")
    page.go_back()
    says(page, "15 measures")
    expect(page.get_by_label("Finding")).to_have_value("")
    page.go_forward()
    says(page, "2 of 15 measures")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?sort=nonsense&order=sideways", "15 measures"),
        ("?topic=nowhere", "No measure fits. Change a filter, or reset them all."),
        ("?topic=%3Cscript%3E", "No measure fits. Change a filter, or reset them all."),
        ("?order=descending", "15 measures"),
        ("?colour=red", "15 measures"),
    ],
)
def test_an_address_that_nobody_made_does_no_harm(reader: Reader, query: str, said: str) -> None:
    reader.opens(f"/facts/{query}")
    says(reader.page, said)


def test_all_of_it_can_be_done_with_the_keyboard(reader: Reader) -> None:
    page = reader.page
    reader.opens("/facts/")
    page.get_by_label("Topic").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.get_by_label("Finding")).to_be_focused()
    page.keyboard.type("contested")
    says(page, "2 of 15 measures")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Exact number")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Measure", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    expect(page.get_by_role("columnheader", name="Measure", exact=True)).to_have_attribute(
        "aria-sort", "descending"
    )
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    says(page, "15 measures")
    expect(page.get_by_label("Topic")).to_be_focused()


def test_on_a_phone_the_filters_wait_behind_a_word_and_sort_too(phone: Reader) -> None:
    page = phone.page
    phone.opens("/facts/")
    expect(page.get_by_label("Topic")).to_be_hidden()
    page.locator("summary", has_text="Filter and sort").click()
    page.get_by_label("Finding").select_option("stale")
    page.get_by_label("Sort by").select_option("latest")
    assert labels(page) == ["Civilians killed", KILLED]
    page.get_by_label("Order").select_option("descending")
    assert labels(page) == [KILLED, "Civilians killed"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_javascript_the_table_is_whole_and_no_control_is_shown(
    chromium: Browser, searchable_site: Path
) -> None:
    with serve(searchable_site) as base:
        context = chromium.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{base}facts/")
        assert len(labels(page)) == 15
        expect(page.get_by_role("combobox")).to_have_count(0)
        expect(page.locator("thead button")).to_have_count(0)
        row = page.get_by_role("row").filter(has_text=KILLED)
        expect(row).to_contain_text(re.compile(r"5 documents\s+1 origin"))
        expect(row.get_by_role("img")).to_have_accessible_name(re.compile("about 200 on 28 Nov"))
        context.close()


def test_a_figure_of_the_table_leads_to_its_sentence(reader: Reader) -> None:
    page = reader.page
    reader.opens("/facts/?number=242")
    says(page, "1 of 15 measures")
    page.get_by_role("link", name="277", exact=True).click()
    expect(page.locator("mark.quote:target")).to_contain_text("277")


@pytest.fixture(scope="session")
def large_table(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The pages of a table of 2,000 measures."""
    return write_table(many(40, 50, days=2), tmp_path_factory.mktemp("large"))


@pytest.fixture(params=["/", "/archive/"], ids=["at-the-root", "under-a-path"])
def large(request: pytest.FixtureRequest, chromium: Browser, large_table: list[Path]) -> Iterator[Reader]:
    """A reader of that table, whose server forbids every way to make HTML from a string."""
    with serve(large_table[0].parents[1], request.param) as base:
        page = chromium.new_page(viewport={"width": 1280, "height": 844})
        reader = Reader(page, base)
        page.on("pageerror", lambda error: reader.troubles.append(str(error)))
        page.on("console", lambda said: reader.troubles.append(said.text) if said.type == "error" else None)
        page.route("**/facts/**", _strictly)
        page.set_default_timeout(20_000)
        yield reader
        page.close()
    assert reader.troubles == []


def _strictly(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, headers={**answer.headers, "Content-Security-Policy": STRICT})


def test_a_filter_finds_a_measure_of_the_last_page(large: Reader) -> None:
    page = large.page
    large.opens("/facts/")
    says(page, "2,000 measures")
    assert len(labels(page)) == 100
    page.get_by_label("Exact number").fill("39,491")
    says(page, "1 of 2,000 measures")
    assert labels(page) == ["Things counted 39.49"]
    expect(page.get_by_role("navigation", name="Pages of the table")).to_be_hidden()
    link = page.get_by_role("link", name="Things counted 39.49")
    assert link.evaluate("link => link.href") == f"{large.base}facts/story-39/m-49/"
    page.get_by_role("button", name="Reset").click()
    says(page, "2,000 measures")
    assert labels(page)[0] == "Things counted 0.0"
    assert len(labels(page)) == 100
    expect(page.get_by_role("navigation", name="Pages of the table")).to_be_visible()


def test_a_later_page_finds_what_stands_on_the_first(large: Reader) -> None:
    page = large.page
    large.opens("/facts/page/7/?topic=story-0&sort=latest&order=descending")
    says(page, "50 of 2,000 measures")
    assert labels(page) == [f"Things counted 0.{m}" for m in range(49, -1, -1)]
    link = page.get_by_role("link", name="Things counted 0.49")
    assert link.evaluate("link => link.href") == f"{large.base}facts/story-0/m-49/"


def test_many_rows_come_in_turns_and_the_first_new_one_gets_the_focus(large: Reader) -> None:
    page = large.page
    large.opens("/facts/?year=2024")
    says(page, "2,000 of 2,000 measures")
    assert len(labels(page)) == 150
    expect(page.locator(".facts-topic")).to_have_count(3)
    page.get_by_role("button", name="Show more").click()
    assert len(labels(page)) == 300
    expect(page.get_by_role("link", name="Things counted 3.0", exact=True)).to_be_focused()
    assert labels(page) == [f"Things counted {t}.{m}" for t in range(6) for m in range(50)]


def test_pages_lead_from_one_to_the_next(large: Reader) -> None:
    page = large.page
    large.opens("/facts/")
    page.get_by_role("link", name="Next", exact=True).click()
    assert large.stands_at == "/facts/page/2/"
    expect(page.get_by_role("heading", level=1)).to_contain_text("page 2 of 20")
    page.get_by_role("link", name="Page 20", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("page 20 of 20")
    assert labels(page)[-1] == "Things counted 39.49"
    expect(page.get_by_role("link", name="Next", exact=True)).to_have_count(0)


def test_where_the_other_pages_cannot_be_read_this_page_is_searched(large: Reader) -> None:
    page = large.page
    page.route("**/facts/page/9/", lambda route: route.abort())
    large.opens("/facts/")
    page.get_by_label("Topic").select_option("story-1")
    expect(status(page)).to_contain_text("could not be read")
    assert labels(page) == [f"Things counted 1.{m}" for m in range(50)]
    page.unroute("**/facts/page/9/")
    assert [trouble for trouble in large.troubles if "ERR_FAILED" not in trouble] == []
    large.troubles.clear()
    page.get_by_label("Topic").select_option("story-39")
    says(page, "50 of 2,000 measures")
