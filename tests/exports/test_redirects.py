"""Old addresses: a small page at each, and a line for hosts that read `_redirects`."""

from pathlib import Path
from urllib.parse import urljoin

import pytest

from generator.asked import Options
from tests import readpages
from tests.archive import PLACES, SITE, article, built, files_in, write

MOVED = "articles/2024-11-29-edge.md"
OLD = "aliases: [/news/edge.html, /2024/11/28/edge/, /old/edge]"


def site_of(
    tmp_path: Path, base_url: str = "https://example.org/", more: str = OLD, **files: str
) -> dict[str, bytes]:
    site_yaml = SITE.replace("https://example.org/", base_url)
    archive = PLACES | {"site.yaml": site_yaml, MOVED: article(title="The <edge>", more=more)}
    built(write(tmp_path, archive), tmp_path / "site", Options(search=False, drafts=True))
    return files_in(tmp_path / "site")


@pytest.mark.slow
@pytest.mark.parametrize("base_url", ["https://example.org/", "https://example.org/a/b/"])
@pytest.mark.parametrize("old", ["2024/11/28/edge/index.html", "old/edge/index.html", "news/edge.html"])
def test_an_old_address_holds_a_page_that_leads_to_the_new_one(
    tmp_path: Path, base_url: str, old: str
) -> None:
    site_of(tmp_path, base_url)
    root = readpages.page(tmp_path / "site" / old)
    target = f"{base_url}2024/11/29/edge/"
    here = base_url + old.removesuffix("index.html")
    (refresh,) = root.xpath("//meta[@http-equiv='refresh']/@content")
    seconds, _, address = refresh.partition("; url=")
    assert (seconds, urljoin(here, address)) == ("0", target)
    assert root.xpath("//link[@rel='canonical']/@href") == [target]
    assert root.xpath("//meta[@name='robots']/@content") == ["noindex"]
    (link,) = root.xpath("//a")
    assert (urljoin(here, link.get("href")), readpages.text(link)) == (target, "The <edge>")


@pytest.mark.slow
def test_a_redirect_is_small_and_found_neither_by_search_nor_in_the_sitemap(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    page = site["old/edge/index.html"]
    assert len(page) < 2000
    assert b"data-pagefind" not in page
    assert b"<script" not in page
    assert b"/old/edge" not in site["sitemap.xml"]


@pytest.mark.slow
def test_redirects_are_written_with_and_without_the_last_slash_in_order(tmp_path: Path) -> None:
    assert site_of(tmp_path)["_redirects"].decode().splitlines() == [
        "/2024/11/28/edge /2024/11/29/edge/ 301",
        "/2024/11/28/edge/ /2024/11/29/edge/ 301",
        "/news/edge.html /2024/11/29/edge/ 301",
        "/old/edge /2024/11/29/edge/ 301",
        "/old/edge/ /2024/11/29/edge/ 301",
    ]


@pytest.mark.slow
def test_redirects_below_a_path_say_so_at_both_ends(tmp_path: Path) -> None:
    lines = site_of(tmp_path, "https://example.org/a/b/")["_redirects"].decode().splitlines()
    assert lines[0] == "/a/b/2024/11/28/edge /a/b/2024/11/29/edge/ 301"


def test_where_nothing_moved_there_is_no_file_of_redirects(tmp_path: Path) -> None:
    assert "_redirects" not in site_of(tmp_path, more="")
