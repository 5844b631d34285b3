"""A web page is read by trafilatura: its text, what it says of itself, and what was left out."""

from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest

from generator.intake.finding import find_all
from generator.intake.found import Found
from generator.intake.page import is_html
from generator.intake.wishes import Wishes
from tests.commandline import dateline
from tests.intake.material import ARCHIVE, NEAR, TEXT

PAGE = f"""<!doctype html>
<html lang="en-GB"><head><title>Olm floods Brenn | The Paper</title>
<meta property="og:title" content="Olm floods the old town of Brenn">
<meta property="og:site_name" content="The Paper">
<meta property="article:published_time" content="2024-11-26T08:00:00Z">
<link rel="canonical" href="https://paper.example/olm-floods-brenn">
<script>var secret = "not to be read";</script></head>
<body><nav><a href="/">Start page</a> <a href="/sport">All about sport</a></nav>
<article><h1>Olm floods the old town of Brenn</h1>
<p>{TEXT[0]}</p><h2>School closed</h2><p>{TEXT[1]}</p><p>{TEXT[2]}</p></article>
<aside><h3>Most read</h3><a href="/a">Ten things to know about ash</a></aside>
<footer>All rights reserved by the owners of this page</footer></body></html>
"""


def page(name: str = "page.html", html: str = PAGE) -> Found:
    found = find_all(name, html.encode(), Wishes(NEAR), ARCHIVE)
    assert isinstance(found, Found), found
    return found


def test_a_page_says_its_title_day_source_address_and_language_itself() -> None:
    found = page()
    assert found.title.text == "Olm floods the old town of Brenn"
    assert found.day.text == date(2024, 11, 26).isoformat()
    assert found.source.text == "paper"
    assert found.url.text == "https://paper.example/olm-floods-brenn"
    assert found.language.text == "en-GB"


def test_the_text_of_a_page_is_its_article() -> None:
    found = page()
    assert [block.text for block in found.blocks] == [TEXT[0], "School closed", *TEXT[1:]]
    assert [block.text for block in found.blocks if block.heading] == ["School closed"]
    assert found.raw.path.endswith(".html")


def test_what_trafilatura_leaves_out_is_listed_with_its_line() -> None:
    left_out = {drop.line.text: drop for drop in page().dropped}
    assert {"Start page", "All about sport", "Ten things to know about ash"} <= left_out.keys()
    assert left_out["Start page"].line.number == 8
    assert left_out["Start page"].reason == "left out by trafilatura (in <a>)"
    assert not any("secret" in text for text in left_out)


def test_figures_of_a_page_are_proposed_as_those_of_a_text() -> None:
    assert [str(proposal.value) for proposal in page().proposals] == ["2024-11-25", "34"]


@pytest.mark.parametrize(
    "start", ["<!DOCTYPE html>", "<html>", "  \n<!-- saved -->\n<html lang='en'>", "<body>"]
)
def test_html_is_known_by_its_first_tag(start: str) -> None:
    assert is_html("-", f"{start}<p>x</p>")


def test_a_text_that_only_speaks_of_html_is_a_text() -> None:
    assert not is_html("a.txt", "The tag <html> comes first.")


def test_without_trafilatura_a_page_is_refused_with_the_command_that_installs_it(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_text("\n".join(TEXT), encoding="utf-8")
    with patch("generator.intake.page.import_module", side_effect=ImportError):
        ran = dateline("import", "a.html", "b.txt", cwd=tmp_path)
    assert ran.code == 2
    assert "a.html: is HTML, and trafilatura, which reads it, is not installed" in ran.err
    assert "pip install 'dateline[import]'" in ran.err
    assert ran.out.startswith("content/articles/")


@pytest.mark.slow
def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body></body></html>", encoding="utf-8")
    ran = dateline("import", "a.html", cwd=tmp_path)
    assert ran.code == 1
    assert "no article was found" in ran.err
