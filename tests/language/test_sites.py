"""Whole sites in Arabic, Chinese and French: nothing in them is said in another language by mistake."""

import re
import shutil
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from tests import readpages
from tests.archive import ROOT, built

pytestmark = pytest.mark.slow

SITES = ROOT / "tests" / "sites"
LATIN = re.compile(r"[A-Za-z]{2,}")
NAMES = re.compile(
    r"Dateline|Atom|JSON(?: Feed)?|CSV|CSL-JSON|BibTeX|JavaScript|https?://\S+|"
    r"\b(?:ar|en|zh)\b|The Valley Observer|Civil Defence|Palm Valley[\w' ]*|PVFU|newspaper|Red Crescent"
)
"""What is called the same everywhere, and what the archive itself has in Latin letters."""
TOLD = "@aria-label | @data-label | @title | @placeholder | @alt"


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the invented archive in Arabic."""
    return _site("arabic", tmp_path_factory.mktemp("arabic"))


@pytest.fixture(scope="module")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the invented archive in Chinese."""
    return _site("chinese", tmp_path_factory.mktemp("chinese"))


def _site(name: str, folder: Path) -> Path:
    shutil.copytree(SITES / name / "archive", folder / "archive")
    built(folder / "archive", folder / "site")
    return folder / "site"


def said(root: HtmlElement) -> list[str]:
    """All words of a page that are not marked as being in another language, and are no code."""
    codes = " or ".join(f"self::{code}" for code in ("pre", "kbd", "script", "style"))
    aside = f"ancestor-or-self::*[{codes} or (@lang and not(self::html))]"
    texts = root.xpath(f"//text()[not(parent::*[{aside}])]") + root.xpath(f"//*[not({aside})]/{_each(TOLD)}")
    return [" ".join(str(text).split()) for text in texts if str(text).strip()]


def _each(attributes: str) -> str:
    return f"@*[{' or '.join(f'name()={name.strip()[1:]!r}' for name in attributes.split('|'))}]"


@pytest.mark.parametrize("language", ["arabic", "chinese"])
def test_no_page_says_a_word_in_latin_letters(language: str, request: pytest.FixtureRequest) -> None:
    for file, root in readpages.pages(request.getfixturevalue(language)):
        head = root.xpath("//head/*[self::meta[@name='generator'] or self::link]")
        for element in head:
            element.getparent().remove(element)
        latin = [text for text in said(root) if LATIN.search(NAMES.sub("", text))]
        assert not latin, file


def test_an_arabic_site_is_written_from_right_to_left_and_a_chinese_one_from_left_to_right(
    arabic: Path, chinese: Path
) -> None:
    for site, language, direction in ((arabic, "ar", "rtl"), (chinese, "zh", "ltr")):
        for _, root in readpages.pages(site):
            assert (root.get("lang"), root.get("dir")) == (language, direction)


def test_a_text_in_another_language_says_so_with_its_direction(arabic: Path) -> None:
    root = readpages.page(arabic / "2025/03/05/in-english/index.html")
    assert root.xpath("//h1/@lang | //h1/@dir") == ["en", "ltr"]
    assert root.xpath("//div[contains(@class, 'prose')]/@dir") == ["ltr"]
    measure = readpages.page(arabic / "facts/flood/displaced/index.html")
    quotations = {(quote.get("lang"), quote.get("dir")) for quote in measure.xpath("//q")}
    assert quotations == {(None, None), ("en", "ltr")}


def test_the_search_of_an_arabic_site_has_its_words_in_all_six_plural_forms(arabic: Path) -> None:
    form = readpages.page(arabic / "search/index.html").xpath("//form[@data-search]")[0]
    assert form.get("data-text-loading") == "جارٍ تحميل البحث…"
    forms = [form.get(f"data-text-{name}-all") for name in ("zero", "one", "two", "few", "many", "other")]
    assert forms[:4] == ["لا نتائج.", "نتيجة واحدة.", "نتيجتان.", "{count} نتائج."]


def test_a_chinese_site_has_chinese_words_and_dates(chinese: Path) -> None:
    root = readpages.page(chinese / "2025/05/12/index.html")
    assert readpages.text(root.xpath("//h1")[0]) == "2025年5月12日星期一"
    assert readpages.text(root.xpath("//nav[@class='menu']//a")[0]) == "首页"


def test_feeds_are_told_in_the_language_of_the_site(arabic: Path) -> None:
    feed = (arabic / "corrections" / "feed.xml").read_text("utf-8")
    assert "التصويبات" in feed
    assert "تصويب في 6 مارس 2025: كان اسم القرية مكتوبًا خطأً." in feed
