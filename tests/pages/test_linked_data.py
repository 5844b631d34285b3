"""What pages tell machines about themselves: documents, claims and their first appearance."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.model.page import Page
from tests import readpages
from tests.archive import PLACES, actor, article, md, pages_of, sound, topic

WAR = PLACES | {
    "topics/war.md": topic("killed: {label: Killed, unit: people}"),
    "actors/sohr.md": actor("Observatory", kind="monitor"),
    "actors/rami.md": actor("Rami", kind="person"),
}
FIRST, SECOND = "articles/2024-11-29-first.md", "articles/2024-11-30-second.md"


def given(value: int, who: str | None, as_of: str = "2024-11-29") -> str:
    return f"measure: war/killed, value: {value}, as_of: {as_of}, according_to: {who or 'null'}"


def claims_of(*texts: str) -> list[Any]:
    """The Claims on the one measure of an archive with these articles, one a day."""
    documents = dict(zip((FIRST, SECOND), texts, strict=False))
    data = pages_of(sound(WAR | documents))["/facts/war/killed/"].view.head.linked_data
    return [thing for thing in data.get("@graph", [data]) if thing["@type"] == "Claim"]


def things_in(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from things_in(part)


def test_two_documents_with_one_origin_and_one_figure_are_one_claim_that_appears_twice() -> None:
    (claim,) = claims_of(article(given(9, "sohr"), title="A"), article(given(9, "sohr"), day="2024-11-30"))
    assert [one["headline"] for one in claim["appearance"]] == ["A", "News"]
    assert claim["firstAppearance"] == claim["appearance"][0]
    assert claim["firstAppearance"]["datePublished"] == "2024-11-29"


def test_a_claim_is_by_its_origin_and_not_by_who_printed_it() -> None:
    (claim,) = claims_of(article(given(9, "sohr")))
    assert claim["author"] == {
        "@type": "Organization",
        "name": "Observatory",
        "url": "https://example.org/actors/sohr/",
    }
    assert claim["name"] == "Killed: 9 people"


def test_the_text_of_a_claim_is_the_quotation() -> None:
    result = sound(WAR | {FIRST: article(given(9, "sohr"))})
    data = pages_of(result)["/facts/war/killed/"].view.head.linked_data
    assert data["@graph"][-1]["text"] == result.archive.facts[0].quote != ""


def test_a_person_who_asserts_for_himself_is_a_person() -> None:
    (claim,) = claims_of(article(given(9, "rami")))
    assert claim["author"]["@type"] == "Person"


def test_a_figure_that_its_origin_replaced_is_claimed_no_more() -> None:
    (claim,) = claims_of(
        article(given(9, "sohr")), article(given(12, "sohr", "2024-11-30"), day="2024-11-30")
    )
    assert claim["name"] == "Killed: 12 people"
    assert claim["temporalCoverage"] == "2024-11-30"


def test_who_names_nobody_makes_claims_apart_without_an_author() -> None:
    claims = claims_of(article(given(9, None)), article(given(9, None), day="2024-11-30"))
    assert [("author" in claim, len(claim["appearance"])) for claim in claims] == [(False, 1), (False, 1)]


def test_a_doubtful_day_is_not_told_as_a_certain_one() -> None:
    (claim,) = claims_of(article(given(9, "sohr", "2024-11-29~")))
    assert "temporalCoverage" not in claim


def test_a_measure_without_figures_has_its_trail_alone() -> None:
    data = pages_of(sound(WAR))["/facts/war/killed/"].view.head.linked_data
    assert data["@type"] == "BreadcrumbList"


def test_a_document_tells_what_was_set_right_in_it() -> None:
    wrong = f"{given(9, 'sohr')}, status: corrected, on: 2024-12-01, reason: A printing error."
    pages = pages_of(sound(WAR | {FIRST: article(wrong)}))
    data = pages["/2024/11/29/first/"].view.head.linked_data["@graph"][-1]
    assert data["@type"] == "NewsArticle"
    assert data["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "A printing error.",
            "datePublished": "2024-12-01",
            "url": "https://example.org/corrections/#2024-11-29-first.killed.corrected",
        }
    ]


def test_a_summary_is_based_on_the_documents_that_it_condenses() -> None:
    summary = md("title: In short\ndate: 2024-11-30\nsource: paper\ncovers: [2024-11-29-first]")
    pages = pages_of(sound(WAR | {FIRST: article(), "summaries/short.md": summary}))
    data = pages["/2024/11/30/short/"].view.head.linked_data["@graph"][-1]
    assert data["isBasedOn"] in {"https://example.org" + path for path in pages}


def test_every_address_is_absolute_and_every_day_a_day(sample_pages: dict[str, Page]) -> None:
    for path, page in sample_pages.items():
        for thing in things_in(dict(page.view.head.linked_data)):
            for key, value in thing.items():
                if key in {"url", "item", "mainEntityOfPage"}:
                    assert value.startswith("https://"), (path, key, value)
                if key.startswith("date"):
                    assert re.fullmatch(r"\d{4}-\d\d-\d\d", value), (path, key, value)


@pytest.mark.slow
def test_every_appearance_of_the_built_sample_leads_to_its_sentence(sample_site: Path) -> None:
    followed = 0
    for _, root in readpages.pages(sample_site):
        for block in readpages.linked_data(root):
            for thing in things_in(block):
                if thing.get("@type") != "Claim":
                    continue
                for appearance in thing["appearance"]:
                    path, _, anchor = (
                        appearance["url"].removeprefix("https://briefing.example.org/").partition("#")
                    )
                    assert readpages.page(sample_site / path / "index.html").xpath("//*[@id=$a]", a=anchor)
                    followed += 1
    assert followed > 20


def things_of(page: Page) -> dict[str, Any]:
    """What a page says of itself, by type; of Claims the last."""
    data = page.view.head.linked_data
    return {thing["@type"]: thing for thing in data.get("@graph", [data])}


def test_a_document_is_by_its_source_and_published_by_the_archive(sample_pages: dict[str, Page]) -> None:
    things = things_of(sample_pages["/2024/11/29/fighters-reach-the-edge/"])
    article = things["NewsArticle"]
    assert article["author"]["name"] == "BFM TV"
    assert article["publisher"]["name"] == "The makers of Dateline"
    assert [topic["name"] for topic in article["about"]] == ["The Aleppo offensive"]
    trail = [step["name"] for step in things["BreadcrumbList"]["itemListElement"]]
    assert trail[1:4] == ["2024", "November", "29"]


def test_what_a_machine_wrote_is_told_as_that() -> None:
    def source_type(maker: str) -> Any:
        summary = md(f"title: In short\ndate: 2024-11-30\nsource: paper\nmade_by: {maker}")
        page = pages_of(sound(WAR | {"summaries/short.md": summary}))["/2024/11/30/short/"]
        return things_of(page)["NewsArticle"].get("digitalSourceType")

    assert source_type("ai") == "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
    assert source_type("mixed") == "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource"
    assert source_type("human") is None


def test_a_measure_is_a_dataset_with_files_that_are_there(
    sample_pages: dict[str, Page], sample_site: Path
) -> None:
    dataset = things_of(sample_pages["/facts/aleppo-offensive/killed/"])["Dataset"]
    assert 50 <= len(dataset["description"]) <= 5000, "what Google asks of a description"
    assert dataset["temporalCoverage"] == "2024-11-28/2024-11-30"
    assert dataset["variableMeasured"]["unitText"] == "people"
    for file in dataset["distribution"]:
        path = file["contentUrl"].removeprefix("https://briefing.example.org/")
        assert (sample_site / path).is_file()


def test_a_day_is_a_collection_of_that_day(sample_pages: dict[str, Page]) -> None:
    collection = things_of(sample_pages["/2024/11/29/"])["CollectionPage"]
    assert collection["temporalCoverage"] == "2024-11-29"
    assert collection["isPartOf"]["@type"] == "WebSite"
