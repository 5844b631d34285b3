"""Where a reader meets a correction: on the document's page, in lists, in citations, in the search."""

import json
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from generator.asked import Options
from tests import readpages
from tests.archive import PLACES, article, built, write
from tests.corrections.paper import FILES


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corrected")
    built(write(folder, FILES), folder / "site", Options(search=False))
    return folder / "site"


def page(site: Path, path: str) -> HtmlElement:
    return readpages.page(site / path / "index.html")


def words(root: HtmlElement, path: str) -> list[str]:
    return [readpages.text(found) for found in root.xpath(path)]


EDGE, REPORT = "2024/11/29/fighters-reach-the-edge", "2024/11/28/report-of-a-strike"
CARD = "//article[contains(@class, 'card-withdrawn')]//*[contains(@class, 'chip-retraction')]"


@pytest.mark.slow
def test_corrections_stand_before_the_text_and_clarifications_after_it(site: Path) -> None:
    root = page(site, EDGE)
    assert words(root, "//section[@class='told-first']//strong") == ["Figure withdrawn", "Correction"]
    assert words(root, "//section[@class='told-last']//strong") == ["Clarification", "Update"]
    order = [found.get("class") for found in root.xpath("//section[@class] | //div[@class='prose']")]
    assert order.index("told-first") < order.index("prose") < order.index("told-last")


@pytest.mark.slow
def test_a_correction_says_what_stood_there_and_what_stands_there_now(site: Path) -> None:
    root = page(site, EDGE)
    assert words(root, "//dl[@class='was-now']//dt") == ["Was", "Now"]
    assert words(root, "//dl[@class='was-now']//dd") == ["42 civilians", "24 civilians"]


@pytest.mark.slow
def test_each_correction_leads_to_its_place_on_the_page_of_corrections(site: Path) -> None:
    ids = set(page(site, "corrections").xpath("//@id"))
    followed = [link.partition("#")[2] for link in page(site, EDGE).xpath("//a[@class='told-day']/@href")]
    assert len(followed) == 4
    assert set(followed) <= ids


@pytest.mark.slow
def test_every_decision_has_a_place_on_the_page_of_corrections_also_those_of_a_withdrawn_text(
    site: Path,
) -> None:
    ids = page(site, "corrections").xpath("//@id")
    assert "2024-11-28-report-of-a-strike.killed.retracted" in ids
    assert len(ids) == len(set(ids))


def test_a_withdrawn_document_says_so_before_its_headline(site: Path) -> None:
    root = page(site, REPORT)
    first = root.xpath("//main/article/*")[0]
    assert first.get("class") == "withdrawal"
    assert "Withdrawn on Saturday 30 November 2024" in readpages.text(first)
    assert "The agency has withdrawn its report." in readpages.text(first)
    assert "more than 900 dead" in readpages.text(root.xpath("//div[@class='prose']")[0])


def test_a_document_that_stands_has_no_banner(site: Path) -> None:
    assert page(site, EDGE).xpath("//*[@class='withdrawal']") == []


@pytest.mark.parametrize("path", ["2024/11/28", "sources/wire", "topics/war"])
def test_a_withdrawn_document_is_marked_on_its_cards(site: Path, path: str) -> None:
    assert words(page(site, path), CARD) == ["withdrawn on 30 November 2024"]


@pytest.mark.parametrize("path", ["", "2024/11", "actors/sohr"])
def test_a_withdrawn_document_is_marked_in_short_lists(site: Path, path: str) -> None:
    marks = "//*[a[contains(., 'Hundreds dead')]]/span[contains(@class, 'chip-retraction')]"
    assert words(page(site, path), marks) == ["withdrawn on 30 November 2024"]


def test_the_first_sentence_of_a_withdrawn_document_is_not_printed_on_its_card(site: Path) -> None:
    assert "more than 900 dead after" not in readpages.text(page(site, "2024/11/28"))


def test_a_briefing_does_not_open_with_what_a_withdrawn_summary_said(site: Path) -> None:
    assert page(site, "2024/11/29").xpath("//*[@id='takeaways']") == []
    assert words(page(site, "2024/11/29/the-day-in-short"), "//*[@class='takeaway']") == [
        "At least 242 people have been killed."
    ]


def test_a_citation_of_a_withdrawn_document_says_so_in_every_form(site: Path) -> None:
    (plain,) = words(page(site, REPORT), "//p[@class='citation']")
    assert "“Hundreds dead in a strike on the bridge” [withdrawn on 30 November 2024], 28 November" in plain
    bibtex, csl = (found.text_content() for found in page(site, REPORT).xpath("//pre"))
    assert "note = {Withdrawn on 30 November 2024}" in bibtex
    (item,) = json.loads(csl)
    assert (item["status"], item["note"]) == ("retracted", "Withdrawn on 30 November 2024")


def test_a_citation_of_a_document_that_stands_has_no_note(site: Path) -> None:
    bibtex, csl = (found.text_content() for found in page(site, EDGE).xpath("//pre"))
    assert "note" not in bibtex
    assert "status" not in csl


def test_linked_data_has_the_corrections_with_day_text_and_place(site: Path) -> None:
    thing = readpages.news_article(page(site, EDGE))
    assert [(one["datePublished"], one["text"][:20]) for one in thing["correction"]] == [
        ("2024-12-02", "The United Nations s"),
        ("2024-11-30", "An earlier version o"),
        ("2024-11-30", "The road was cut at "),
        ("2024-11-29", "Adds a sentence on t"),
    ]
    assert {one["@type"] for one in thing["correction"]} == {"CorrectionComment"}
    assert thing["dateModified"] == "2024-12-02"
    assert "creativeWorkStatus" not in thing


def test_linked_data_of_a_withdrawn_document_says_so(site: Path) -> None:
    thing = readpages.news_article(page(site, REPORT))
    assert thing["creativeWorkStatus"] == "Withdrawn"


def test_linked_data_of_an_unchanged_document_has_no_day_of_change(site: Path) -> None:
    thing = readpages.news_article(page(site, "2024/11/30/the-airport"))
    assert "dateModified" not in thing
    assert "correction" not in thing


def test_the_search_knows_which_documents_are_withdrawn(site: Path) -> None:
    status = "//meta[@name='dateline:status']/@content"
    assert page(site, REPORT).xpath(status) == ["withdrawn"]
    assert page(site, EDGE).xpath(status) == []


def test_a_withdrawn_document_stays_in_the_sitemap(site: Path) -> None:
    assert f"{REPORT}/" in (site / "sitemap.xml").read_text()


@pytest.mark.slow
def test_words_of_a_correction_are_text_and_never_markup(tmp_path: Path) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    told = f"corrections: [{{kind: retraction, text: '{hostile}', was: '{hostile}', on: 2024-12-01}}]"
    files = PLACES | {"articles/2024-11-29-a.md": article(more=told)}
    built(write(tmp_path, files), tmp_path / "site")
    for path in ("2024/11/29/a", "corrections"):
        root = page(tmp_path / "site", path)
        assert hostile in readpages.text(root.xpath("//main")[0])
        assert root.xpath("//img") == []
