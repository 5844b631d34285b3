"""A feed as Atom and as JSON Feed: what both say, and how each writes it."""

from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element, SubElement

from generator.exports.jsontext import json_bytes
from generator.exports.xmltext import without_controls, xml_bytes

ENTRIES = 50
"""How many of the newest a feed tells."""
BEGINNING = "1970-01-01T00:00:00Z"
"""When a feed without entries was last changed, for a feed must say so."""
ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that is told."""

    address: str
    """Absolute, and never used for anything else: it is the entry's id."""
    title: str
    day: date
    text: str
    author: str
    language: str
    tag: str
    changed: date | None = None
    """The day on which it was last changed; None while it stands as it was told first."""

    @property
    def updated(self) -> date:
        """The day that a reader's program goes by to fetch it again."""
        return self.changed or self.day


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed with its entries, the newest first. Every address is absolute."""

    title: str
    description: str
    home: str
    """The page that it tells the news of; also its id."""
    atom: str
    json: str
    author: str
    language: str
    version: str
    """Of Dateline, named as the maker."""
    entries: tuple[FeedEntry, ...]


def atom_bytes(feed: Feed) -> bytes:
    """The feed as RFC 4287 has it."""
    root = Element("feed", {"xmlns": ATOM, XML_LANG: feed.language})
    _text(root, "id", feed.home)
    _text(root, "title", feed.title)
    if feed.description:
        _text(root, "subtitle", feed.description)
    _text(
        root, "updated", _moment(max(entry.updated for entry in feed.entries)) if feed.entries else BEGINNING
    )
    SubElement(root, "link", rel="self", type="application/atom+xml", href=feed.atom)
    SubElement(root, "link", rel="alternate", type="text/html", href=feed.home)
    _text(SubElement(root, "author"), "name", feed.author)
    SubElement(root, "generator", version=feed.version).text = "Dateline"
    for entry in feed.entries:
        _entry(root, entry)
    return xml_bytes(root)


def _entry(root: Element, told: FeedEntry) -> None:
    entry = SubElement(root, "entry", {XML_LANG: told.language})
    _text(entry, "id", told.address)
    _text(entry, "title", told.title)
    _text(entry, "published", _moment(told.day))
    _text(entry, "updated", _moment(told.updated))
    SubElement(entry, "link", rel="alternate", type="text/html", href=told.address)
    _text(SubElement(entry, "author"), "name", told.author)
    SubElement(entry, "category", term=told.tag)
    _text(entry, "content", told.text).set("type", "text")


def _text(parent: Element, tag: str, text: str) -> Element:
    element = SubElement(parent, tag)
    element.text = without_controls(text)
    return element


def jsonfeed_bytes(feed: Feed) -> bytes:
    """The feed as JSON Feed 1.1 has it."""
    return json_bytes(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": feed.home,
            "feed_url": feed.json,
            "description": feed.description,
            "language": feed.language,
            "authors": [{"name": feed.author}],
            "items": [
                {
                    "id": entry.address,
                    "url": entry.address,
                    "title": entry.title,
                    "content_text": entry.text,
                    "date_published": _moment(entry.day),
                    **({"date_modified": _moment(entry.changed)} if entry.changed else {}),
                    "language": entry.language,
                    "authors": [{"name": entry.author}],
                    "tags": [entry.tag],
                }
                for entry in feed.entries
            ],
        }
    )


def _moment(day: date) -> str:
    """What is told has a day, not an hour: its entry stands at the beginning of that day."""
    return f"{day.isoformat()}T00:00:00Z"
