"""What pages tell programs that show them elsewhere or keep them in a library."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.cards import face
from generator.model.page import Page
from tests import readpages
from tests.archive import PLACES, SITE, article, pages_of, sound, topic
from tests.corrections.paper import FILES

EDGE = "/2024/11/29/fighters-reach-the-edge/"
PUBLIC = PLACES | {"site.yaml": SITE.replace("example.org", "briefing.news")}
WAR = {"topics/war.md": topic("killed: {label: Killed, unit: people}")}


def told(page: Page) -> Mapping[str, str]:
    tags = page.view.head.tags
    return {tag.name: tag.content for tag in (*tags.properties, *tags.names)}


def test_a_document_is_shown_and_cited_as_what_its_source_has_printed(sample_pages: dict[str, Page]) -> None:
    tags = told(sample_pages[EDGE])
    assert tags["og:type"] == "article"
    assert tags["og:title"] == tags["citation_title"] == sample_pages[EDGE].view.title
    assert tags["og:url"] == tags["citation_public_url"] == f"https://briefing.example.org{EDGE}"
    assert tags["citation_author"] == tags["citation_publisher"] == "BFM TV"
    assert tags["citation_publication_date"] == "2024/11/29"
    assert tags["citation_language"] == "en"
    assert tags["article:published_time"] == "2024-11-29"
    assert "article:modified_time" not in tags


def test_a_day_and_a_measure_are_cited_as_parts_of_the_archive(sample_pages: dict[str, Page]) -> None:
    day, measure = (told(sample_pages[path]) for path in ("/2024/11/29/", "/facts/aleppo-offensive/killed/"))
    assert day["citation_title"] == "Briefing for 29 November 2024"
    assert measure["citation_title"] == "People killed since the offensive began"
    for tags in (day, measure):
        assert tags["og:type"] == "website"
        assert tags["citation_author"] == "The makers of Dateline"
        assert tags["citation_publisher"] == "Aleppo, one week in November"


def test_the_day_of_the_newest_correction_is_told() -> None:
    assert told(pages_of(sound(FILES))[EDGE])["article:modified_time"] == "2024-12-02"


def test_no_tag_is_empty_and_all_stand_on_the_page_once(sample_site: Path) -> None:
    for path, root in readpages.pages(sample_site):
        tags = root.xpath("//head/meta[@property or starts-with(@name, 'citation_')]")
        assert all(tag.get("content") for tag in tags), path
        named = [tag.get("property") or tag.get("name") for tag in tags]
        once = [name for name in named if name != "article:tag"]
        assert len(once) == len(set(once)), path


def test_a_page_leads_to_its_own_feeds_before_those_of_the_site(sample_site: Path) -> None:
    root = readpages.page(sample_site / "actors/sohr/index.html")
    feeds = root.xpath("//link[@rel='alternate' and @type='application/atom+xml']")
    assert [link.get("href") for link in feeds] == ["feed.xml", "../../feed.xml"]
    assert feeds[0].get("title") == "Syrian Observatory for Human Rights – Aleppo, one week in November"
    assert root.xpath("//main//a[contains(@href, 'feed.')]/@href") == ["feed.xml", "feed.json"]


def test_a_site_that_is_not_public_yet_has_no_pictures(sample_pages: dict[str, Page]) -> None:
    for path in ("/", EDGE):
        assert "og:image" not in told(sample_pages[path])
        assert told(sample_pages[path])["twitter:card"] == "summary"


def test_a_public_site_has_a_picture_of_home_days_documents_and_measures() -> None:
    pytest.importorskip("PIL")
    given = "measure: war/killed, value: 9"
    pages = pages_of(sound(PUBLIC | WAR | {"articles/a.md": article(given, title="Café – “Łódź”")}))
    for path in ("/", "/2024/11/29/", "/2024/11/29/a/", "/facts/war/killed/"):
        tags = told(pages[path])
        assert tags["og:image"] == f"https://briefing.news{path}card.png"
        assert tags["twitter:card"] == "summary_large_image"
    data = pages["/2024/11/29/a/"].view.head.linked_data["@graph"][1]
    assert data["image"] == "https://briefing.news/2024/11/29/a/card.png"


def test_a_title_that_the_face_has_no_letters_for_has_no_picture() -> None:
    pytest.importorskip("PIL")
    pages = pages_of(sound(PUBLIC | {"articles/a.md": article(title="المرصد")}))
    assert "og:image" not in told(pages["/2024/11/29/a/"])


def test_without_the_extra_no_page_has_a_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(face, "installed", lambda: False)
    pages = pages_of(sound(PUBLIC | {"articles/a.md": article()}))
    assert {path for path, page in pages.items() if "og:image" in told(page)} == set()
