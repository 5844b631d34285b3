"""Built pages, read with a parser that is not ours."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import html
from lxml.html import HtmlElement


def page(file: Path) -> HtmlElement:
    """One page."""
    return html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def pages(site: Path) -> Iterator[tuple[str, HtmlElement]]:
    """Every page of a site with its file's path from the root."""
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), page(file)


def text(element: HtmlElement) -> str:
    """What a reader reads, on one line."""
    return " ".join(element.text_content().split())


def linked_data(root: HtmlElement) -> list[Any]:
    """Every JSON-LD block of a page, parsed."""
    return [json.loads(script.text or "") for script in root.xpath("//script[@type='application/ld+json']")]


def news_article(root: HtmlElement) -> Any:
    """What the page of a document says of it in JSON-LD."""
    (thing,) = (
        thing for block in linked_data(root) for thing in block["@graph"] if thing["@type"] == "NewsArticle"
    )
    return thing
