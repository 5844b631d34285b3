"""A web page to its text, by trafilatura."""

import re
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from typing import Any

from msgspec import Struct

from generator.intake.dropped import Dropped
from generator.intake.lines import Line
from generator.intake.refused import Refused

INSTALL = "pip install 'dateline[import]'"
_BEGINS = re.compile(r"(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_PROBE = 8192
"""Characters at the beginning among which the first tag is looked for."""
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "head", "title", "iframe", "object"})
_SPACE = re.compile(r"\s+")


class Page(Struct, frozen=True):
    """What stands on a web page: its text, what it says of itself, and what was left out."""

    text: str
    title: str = ""
    day: date | None = None
    author: str = ""
    site: str = ""
    url: str = ""
    language: str = ""
    dropped: tuple[Dropped, ...] = ()


def is_html(name: str, text: str) -> bool:
    """Whether a file is HTML, by its ending or its first tag."""
    if name.lower().endswith((".html", ".htm", ".xhtml")):
        return True
    start = text[:_PROBE].lstrip()
    while start.startswith("<!--"):
        start = start.partition("-->")[2].lstrip()
    return _BEGINS.match(start) is not None


def read_page(html: str) -> Page | Refused:
    """The text of a page with its title, day, author, site, address and language; nothing is fetched."""
    try:
        trafilatura: Any = import_module("trafilatura")
        lxml_html: Any = import_module("lxml.html")
    except ImportError:
        return Refused("is HTML, and trafilatura, which reads it, is not installed", INSTALL, machine=True)
    try:
        found = trafilatura.bare_extraction(
            html, with_metadata=True, include_comments=False, include_tables=True
        )
        tree = lxml_html.document_fromstring(
            html.encode("utf-8"), parser=lxml_html.HTMLParser(encoding="utf-8")
        )
    except (
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        RecursionError,
        lxml_html.etree.LxmlError,
    ) as error:
        return Refused(
            f"is HTML that cannot be read ({type(error).__name__})", "save its text as a .txt file"
        )
    text = (found.text or "").strip() if found else ""
    if not text:
        return Refused("is HTML in which no article was found", "copy its text into a .txt file")
    kept = _SPACE.sub("", f"{text}{found.title or ''}")
    return Page(
        text=text,
        title=found.title or "",
        day=_day(found.date),
        author=found.author or "",
        site=found.sitename or "",
        url=found.url or "",
        language=(tree.get("lang") or found.language or "").strip(),
        dropped=tuple(_left_out(tree, kept)),
    )


def _left_out(tree: Any, kept: str) -> Iterator[Dropped]:
    """The texts of a page that are not in what was kept."""
    for element, text, line in _texts(tree):
        bare = _SPACE.sub("", text)
        if bare and bare not in kept:
            tag = element.tag if isinstance(element.tag, str) else "comment"
            yield Dropped(Line(line, " ".join(text.split())), f"left out by trafilatura (in <{tag}>)")


def _texts(tree: Any) -> Iterator[tuple[Any, str, int]]:
    """Every stretch of text that a reader of the page would see, with its element and line."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            seen: str | None = None
        elif _is_unseen(element):
            seen = None
        else:
            seen = element.text
        if seen:
            yield element, seen, element.sourceline or 0
        parent = element.getparent()
        if element.tail and parent is not None and not _is_unseen(parent):
            yield parent, element.tail, element.sourceline or 0


def _is_unseen(element: Any) -> bool:
    return element.tag in _UNSEEN or any(above.tag in _UNSEEN for above in element.iterancestors())


def _day(found: str | None) -> date | None:
    try:
        return date.fromisoformat(found) if found else None
    except ValueError:
        return None
