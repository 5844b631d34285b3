"""Every link inside the site leads to a page that is planned, and to a place on it that is there."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from generator.examined import Examined
from generator.exports.all import export
from generator.exports.published import Published
from generator.memo.values import fields_of, is_value
from generator.model.page import Page
from generator.model.urls import fact_url
from tests import readpages


def links_in(value: object, field: str = "") -> Iterator[str]:
    """Everything in a view that is an address of the site by the name of its field."""
    if isinstance(value, str) and field in {"url", "href", "path"} and value.startswith("/"):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from links_in(part, field)
    elif is_value(value):
        for name in fields_of(type(value)):
            yield from links_in(getattr(value, name), name)


def test_every_link_of_a_view_leads_to_a_page_and_an_anchor(
    sample: Examined, sample_pages: dict[str, Page]
) -> None:
    data = {"/" + file.path for file in export(Published(sample.archive, sample.judged, (), ""))}
    anchors = {fact_url(document, fact) for document in sample.archive.documents for fact in document.facts}
    followed = set()
    for path, page in sample_pages.items():
        for link in links_in(page.view):
            target, mark, _ = link.partition("#")
            assert target in sample_pages or target in data, f"{path} leads to {link}"
            assert not mark or link in anchors, f"{path} leads to {link}"
            followed.add(link)
    assert anchors <= followed, "every quotation can be reached"


def test_no_two_pages_stand_at_one_address(sample: Examined, sample_pages: dict[str, Page]) -> None:
    from generator.pages.plan import plan

    assert len(plan(sample.archive, sample.judged)) == len(sample_pages)


def test_a_page_says_of_itself_where_it_stands(sample_pages: dict[str, Page]) -> None:
    assert {path for path, page in sample_pages.items() if page.view.head.path != path} == set()
    titles: Mapping[str, str] = {path: page.view.head.title for path, page in sample_pages.items()}
    assert all(titles.values())


@pytest.mark.slow
def test_every_relative_address_of_the_built_site_leads_to_a_file_and_an_anchor(sample_site: Path) -> None:
    pages = dict(readpages.pages(sample_site))
    ids = {path: set(root.xpath("//@id")) for path, root in pages.items()}
    files = {file.relative_to(sample_site).as_posix() for file in sample_site.rglob("*") if file.is_file()}
    for path, root in pages.items():
        here = "/" + path.removesuffix("index.html")
        for address in {*root.xpath("//@href"), *root.xpath("//@src")}:
            if re.match(r"https?:|data:", address):
                continue
            parts = urlsplit(urljoin(here, address))
            target = unquote(parts.path).lstrip("/")
            target += "index.html" if not target or target.endswith("/") else ""
            assert target in files, f"{path}: {address}"
            if parts.fragment and target.endswith(".html"):
                assert unquote(parts.fragment) in ids[target], f"{path}: {address}"
