"""A page is cited in words, as BibTeX and as CSL-JSON."""

import json
from datetime import date

from generator.model.site import Site
from generator.pages.parts.citation import citation_of

SITE = Site(title="War & Peace", description="", base_url="https://example.org/a/", author="The desk")
DAY = date(2024, 11, 29)


def test_in_words_author_title_day_and_address_are_said() -> None:
    cited = citation_of(SITE, "100% of it", "/facts/war/killed/", DAY)
    assert cited.plain == (
        "The desk, “100% of it”, 29 November 2024. In: War & Peace, https://example.org/a/facts/war/killed/"
    )


def test_bibtex_escapes_what_tex_would_read() -> None:
    cited = citation_of(SITE, "100% of {it} & more_", "/facts/war/killed/", DAY)
    assert cited.bibtex == (
        "@misc{facts-war-killed,\n"
        "  author = {{The desk}},\n"
        "  title = {{100\\% of \\{it\\} \\& more\\_}},\n"
        "  howpublished = {War \\& Peace},\n"
        "  year = {2024},\n"
        "  month = {11},\n"
        "  day = {29},\n"
        "  url = {https://example.org/a/facts/war/killed/}\n"
        "}"
    )


def test_csl_json_is_a_list_with_one_web_page() -> None:
    (item,) = json.loads(citation_of(SITE, "Edge", "/2024/11/29/edge/", DAY, "BFM TV").csl)
    assert item == {
        "id": "2024-11-29-edge",
        "type": "webpage",
        "title": "Edge",
        "container-title": "War & Peace",
        "URL": "https://example.org/a/2024/11/29/edge/",
        "author": [{"literal": "BFM TV"}],
        "issued": {"date-parts": [[2024, 11, 29]]},
        "language": "en",
    }


def test_what_is_not_known_is_left_out() -> None:
    cited = citation_of(Site(title="A", description="", base_url="https://e.org/"), "B", "/", None)
    assert cited.plain == "“B”. In: A, https://e.org/"
    assert "author" not in cited.bibtex
    assert "issued" not in cited.csl
