"""A feed as Atom, which a browser shows to people by a style sheet.

Browsers no longer transform XML (XSLT), and a style sheet can make nothing a link. So beside what the
standard names, the feed and each entry hold a link and a few words in XHTML, which programs for feeds pass
over.
"""

from xml.etree.ElementTree import Element, SubElement

from generator.exports.feed import Feed, FeedEntry
from generator.exports.xmltext import without_controls, xml_bytes

BEGINNING = "1970-01-01T00:00:00Z"
"""When a feed without entries was last changed, for a feed must say so."""
NAMESPACE = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def atom_bytes(feed: Feed) -> bytes:
    """The feed as RFC 4287 has it."""
    root = Element("feed", {"xmlns": NAMESPACE, XML_LANG: feed.language})
    _text(root, "id", feed.home)
    _text(root, "title", feed.title)
    if feed.description:
        _text(root, "subtitle", feed.description)
    _text(root, "updated", max((entry.updated for entry in feed.entries), default=BEGINNING))
    SubElement(root, "link", rel="self", type="application/atom+xml", href=feed.atom)
    SubElement(root, "link", rel="alternate", type="text/html", href=feed.home)
    _text(SubElement(root, "author"), "name", feed.author)
    SubElement(root, "generator", version=feed.version).text = "Dateline"
    _for_people(root, "p", feed.hint)
    _for_people(root, "a", feed.home, href=feed.home)
    for entry in feed.entries:
        _entry(root, entry, feed.language)
    return xml_bytes(root, feed.style)


def _entry(root: Element, told: FeedEntry, language: str) -> None:
    entry = SubElement(root, "entry", {XML_LANG: told.language})
    _text(entry, "id", told.id)
    _text(entry, "title", told.title)
    _text(entry, "published", told.published)
    _text(entry, "updated", told.updated)
    SubElement(entry, "link", rel="alternate", type="text/html", href=told.address)
    if told.printed:
        SubElement(entry, "link", rel="via", href=told.printed)
    _for_people(entry, "a", told.title, href=told.address, dir="auto")
    _text(SubElement(entry, "author"), "name", told.author)
    _for_people(entry, "time", told.day, lang=language)
    for term, label in told.tags:
        SubElement(entry, "category", term=term, label=without_controls(label))
    if told.summary:
        _text(entry, "summary", told.summary)
    _text(entry, "content", told.html).set("type", "html")


def _text(parent: Element, tag: str, text: str) -> Element:
    element = SubElement(parent, tag)
    element.text = without_controls(text)
    return element


def _for_people(parent: Element, tag: str, text: str, **attributes: str) -> None:
    _text(parent, tag, text).attrib.update({"xmlns": XHTML, **attributes})
