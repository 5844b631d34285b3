"""A page is cited in words, as BibTeX and as CSL-JSON."""

import json
import re
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from jsonschema import Draft7Validator

from generator.model.page import Page
from generator.model.site import Site
from generator.pages.parts.citation import citation_of
from tests import readpages

SITE = Site(title="War & Peace", description="", base_url="https://example.org/a/", author="The desk")
DAY = date(2024, 11, 29)
PART = {"type": "integer"}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "type": {"const": "webpage"},
            "id": {"type": "string"},
            **{key: {"type": "string"} for key in ("title", "container-title", "URL", "language")},
            **{key: {"type": "string"} for key in ("status", "note")},
            "author": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["literal"],
                    "additionalProperties": False,
                    "properties": {"literal": {"type": "string"}},
                },
            },
            "issued": {
                "type": "object",
                "required": ["date-parts"],
                "additionalProperties": False,
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 2,
                        "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": PART},
                    }
                },
            },
        },
    },
}
"""What CSL-JSON allows of a web page, as far as it is used here."""


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
        "  title = {{100\\% of \\textbraceleft{}it\\textbraceright{} \\& more\\_}},\n"
        "  howpublished = {War \\& Peace},\n"
        "  year = {2024},\n"
        "  month = nov,\n"
        "  day = {29},\n"
        "  url = {https://example.org/a/facts/war/killed/}\n"
        "}"
    )


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("a\\b", r"a\textbackslash{}b"),
        ("5 < 6 > 4 | 3", r"5 \textless{} 6 \textgreater{} 4 \textbar{} 3"),
        ("~10^3 #1 $5", r"\textasciitilde{}10\textasciicircum{}3 \#1 \$5"),
        ("two\n  lines", "two lines"),
        ("المرصد “x” é", "المرصد “x” é"),
    ],
)
def test_each_sign_that_tex_reads_is_written_as_the_sign(title: str, written: str) -> None:
    assert f"  title = {{{{{written}}}}},\n" in citation_of(SITE, title, "/x/", DAY).bibtex


@pytest.mark.parametrize("title", ["}", "{", "a}b{c", "\\}", "%", "\\", "{{{"])
def test_braces_are_even_whatever_a_title_holds(title: str) -> None:
    """BibTeX counts braces without a look at what stands before them."""
    bibtex, depth = citation_of(SITE, title, "/x/", DAY, title).bibtex, 0
    for place, sign in enumerate(bibtex, 1):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth > 0 or place == len(bibtex) or "{" not in bibtex[:place]
    assert depth == 0


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


def test_csl_json_is_what_its_schema_allows() -> None:
    schema = Draft7Validator(CSL)
    for day, withdrawn in ((DAY, None), (None, None), (DAY, DAY)):
        for title in ("Edge", 'A "quoted" \\ title', "\u2028 \x00", "معركة"):
            schema.validate(json.loads(citation_of(SITE, title, "/x/", day, "", withdrawn).csl))


def test_what_is_not_known_is_left_out() -> None:
    cited = citation_of(Site(title="A", description="", base_url="https://e.org/"), "B", "/", None)
    assert cited.plain == "“B”. In: A, https://e.org/"
    assert "author" not in cited.bibtex
    assert "issued" not in cited.csl


@pytest.mark.slow
def test_a_file_holds_the_same_as_the_page_and_needs_no_script(sample_site: Path) -> None:
    root = readpages.page(sample_site / "2024/11/29/fighters-reach-the-edge/index.html")
    bibtex, csl = (code.text_content() for code in root.xpath("//pre/code"))
    files = {link.get("download"): link.get("href") for link in root.xpath("//a[@download]")}
    name = "2024-11-29-fighters-reach-the-edge"
    assert list(files) == [f"{name}.bib", f"{name}.json"]
    kind, text = (unquote(part) for part in files[f"{name}.bib"].split(",", 1))
    assert (kind, text) == ("data:application/x-bibtex;charset=utf-8", f"{bibtex}\n")
    kind, text = (unquote(part) for part in files[f"{name}.json"].split(",", 1))
    assert kind == "data:application/vnd.citationstyles.csl+json;charset=utf-8"
    assert json.loads(text) == json.loads(csl)
    assert all(re.fullmatch(r"[!-~]+", address) for address in files.values())


def test_documents_days_and_measures_are_cited(sample_pages: dict[str, Page]) -> None:
    cited = {page.template for page in sample_pages.values() if getattr(page.view, "citation", None)}
    assert cited == {"document.html", "day.html", "measure.html"}
