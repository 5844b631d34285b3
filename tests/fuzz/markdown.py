"""The text of a document: whatever it is, its page is harmless HTML, and every word of it stands there."""

import re

from lxml import html

from generator.model.prose import Prose
from generator.read.markdown import read_prose
from tests.fuzz.bounded import is_repeated, repeated
from tests.hostile.test_nothing_lost import page_of

ALLOWED = {
    "a": {"href", "title", "rel", "class"},
    "bdi": {"class"},
    "blockquote": set(),
    "br": set(),
    "code": {"class"},
    "em": set(),
    "figcaption": set(),
    "figure": set(),
    **{f"h{level}": {"id"} for level in range(1, 7)},
    "hr": set(),
    "img": {"src", "alt", "title", "width", "height", "loading", "decoding"},
    "li": {"value"},
    "ol": {"start"},
    "p": set(),
    "pre": set(),
    "s": set(),
    "strong": set(),
    "table": set(),
    "tbody": set(),
    "td": {"class"},
    "th": {"class"},
    "thead": set(),
    "tr": set(),
    "ul": set(),
}
"""The elements of a text, each with its attributes."""
LEADS = re.compile(r"https?://[^/?#\\@]|mailto:|/(?![/\\])|#", re.IGNORECASE)
CLASSES = re.compile("actor|outside-host|language-[a-z0-9-]+|align-(left|center|right)")
WORD = re.compile(r"(?<![&#\w%\\])[a-z]{4,}(?![\w;])", re.IGNORECASE)
LABEL = re.compile(r"\[((?:\\.|[^\\\]])*)\]", re.DOTALL)


def target(data: bytes) -> None:
    """The bytes are the text."""
    body = data.decode("utf-8", "replace").replace("\x00", "").replace("\ufeff", "")
    led, page = page_of(body)
    shown = harmless(page)
    assert not (lost := lost_words(body, led, shown)), lost
    if is_repeated(data):
        read_prose(repeated(body), "en")


def harmless(page: str) -> html.HtmlElement:
    """What a browser makes of a page; fails where it would not be what was meant, or may not stand there."""
    root = html.fragment_fromstring(page, create_parent="div")
    tags = re.findall(r"<([a-zA-Z][a-zA-Z0-9]*)", page)
    assert [each.tag for each in root.iter()] == ["div", *tags]
    for each in root.iterdescendants():
        assert set(each.attrib) <= ALLOWED[each.tag], html.tostring(each)
        assert CLASSES.fullmatch(each.get("class", "actor")), html.tostring(each)
        assert LEADS.match(each.get("href", "#")), html.tostring(each)
        assert LEADS.match(each.get("src", "#")), html.tostring(each)
    return root


def lost_words(body: str, led: Prose, shown: html.HtmlElement) -> set[str]:
    """The words of a body that stand neither in its page nor in an address of it.

    A label that a link goes by is no text, and an address within the archive that leads nowhere stands only
    in what the editor is told.
    """
    seen = [shown.text_content(), *map(str, shown.xpath(".//@*"))]
    seen += (f"{link.written} {link.title} {link.alt}" for link in led.links)
    words = {word.lower() for word in WORD.findall(body)}
    if "]:" in body:
        words -= {word.lower() for label in LABEL.findall(body) for word in WORD.findall(label)}
    whole = " ".join(seen).lower()
    return {word for word in words if word not in whole}
