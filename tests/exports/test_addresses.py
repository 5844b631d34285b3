"""Sitemap, robots.txt and _headers of a built site."""

from pathlib import Path

import pytest
from lxml import etree

from generator.asked import Options
from generator.model import policy
from tests import readpages
from tests.archive import PLACES, SITE, article, built, files_in, write

pytestmark = pytest.mark.slow


def listed_in(site: Path) -> list[str]:
    return etree.fromstring((site / "sitemap.xml").read_bytes()).xpath("//*[local-name()='loc']/text()")


def test_the_sitemap_lists_every_page_but_the_one_for_unknown_addresses(sample_site: Path) -> None:
    pages = {path.removesuffix("index.html") for path, _ in readpages.pages(sample_site)} - {"404.html"}
    listed = listed_in(sample_site)
    assert listed == sorted(f"https://briefing.example.org/{path}" for path in pages)


def test_the_sitemap_leaves_drafts_out(tmp_path: Path) -> None:
    files = PLACES | {"articles/a.md": article(), "articles/b.md": article(more="draft: true")}
    built(write(tmp_path, files), tmp_path / "site", Options(drafts=True, search=False))
    listed = listed_in(tmp_path / "site")
    assert (tmp_path / "site" / "2024" / "11" / "29" / "b" / "index.html").is_file()
    assert [address for address in listed if "/2024/11/29/" in address] == [
        "https://example.org/2024/11/29/",
        "https://example.org/2024/11/29/a/",
    ]


def test_robots_txt_names_the_sitemap(sample_site: Path) -> None:
    lines = (sample_site / "robots.txt").read_text().splitlines()
    assert lines[-1] == "Sitemap: https://briefing.example.org/sitemap.xml"
    assert "Allow: /" in lines
    assert not any(line.startswith("Disallow") for line in lines)


def test_headers_send_the_policy_that_every_page_states_and_forbid_framing(sample_site: Path) -> None:
    lines = (sample_site / "_headers").read_text().splitlines()
    assert lines[0] == "/*"
    assert f"  Content-Security-Policy: {policy.META}; frame-ancestors 'none'" in lines
    assert "  X-Content-Type-Options: nosniff" in lines
    assert "/assets/*" in lines


def test_the_policy_allows_no_inline_script_or_style() -> None:
    assert "unsafe-inline" not in policy.HEADER
    assert "'unsafe-eval'" not in policy.HEADER
    assert "default-src 'none'" in policy.DIRECTIVES


def test_a_site_below_a_path_says_so_in_every_file_for_machines(tmp_path: Path) -> None:
    site_yaml = SITE.replace("https://example.org/", "https://example.org/a/b")
    built(write(tmp_path, PLACES | {"site.yaml": site_yaml, "articles/a.md": article()}), tmp_path / "site")
    site = files_in(tmp_path / "site")
    assert b"Sitemap: https://example.org/a/b/sitemap.xml" in site["robots.txt"]
    assert site["_headers"].startswith(b"/a/b/*\n")
    assert all(address.startswith("https://example.org/a/b/") for address in listed_in(tmp_path / "site"))
    assert b"https://example.org/a/b/2024/11/29/a/" in site["feed.xml"]
