"""The newest documents as an Atom feed and a JSON Feed, for readers' own programs."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from generator.exports.jsontext import json_bytes
from generator.exports.published import Published
from generator.exports.xmltext import without_controls, xml_bytes
from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.page import File

ENTRIES = 50
BEGINNING = "1970-01-01T00:00:00Z"
"""When a feed without entries was last changed, for a feed must say so."""
ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def files(published: Published) -> Iterator[File]:
    """Both feeds, also while there is nothing to tell: every page links to them."""
    archive = published.archive
    documents = [document for document in archive.documents if not document.draft]
    newest = sorted(documents, key=lambda document: (document.day, document.id), reverse=True)[:ENTRIES]
    yield File(urls.FEED_ATOM.removeprefix("/"), _atom(archive, newest, published.version))
    yield File(urls.FEED_JSON.removeprefix("/"), _json(archive, newest))


def _atom(archive: Archive, documents: list[Document], version: str) -> bytes:
    site = archive.site
    feed = Element("feed", {"xmlns": ATOM, XML_LANG: site.language})
    _text(feed, "id", site.base_url)
    _text(feed, "title", site.title)
    if site.description:
        _text(feed, "subtitle", site.description)
    _text(feed, "updated", _moment(documents[0]) if documents else BEGINNING)
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=site.absolute(urls.FEED_ATOM))
    SubElement(feed, "link", rel="alternate", type="text/html", href=site.base_url)
    _text(SubElement(feed, "author"), "name", site.author or site.title)
    SubElement(feed, "generator", version=version).text = "Dateline"
    for document in documents:
        _entry(feed, archive, document)
    return xml_bytes(feed)


def _entry(feed: Element, archive: Archive, document: Document) -> None:
    address = archive.site.absolute(urls.document_url(document))
    entry = SubElement(feed, "entry", {XML_LANG: document.language})
    _text(entry, "id", address)
    _text(entry, "title", document.title)
    _text(entry, "published", _moment(document))
    _text(entry, "updated", _moment(document))
    SubElement(entry, "link", rel="alternate", type="text/html", href=address)
    _text(SubElement(entry, "author"), "name", archive.sources[document.source].name)
    SubElement(entry, "category", term=document.kind.value)
    _text(entry, "content", document.prose.text).set("type", "text")


def _text(parent: Element, tag: str, text: str) -> Element:
    element = SubElement(parent, tag)
    element.text = without_controls(text)
    return element


def _json(archive: Archive, documents: list[Document]) -> bytes:
    site = archive.site
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.title,
        "home_page_url": site.base_url,
        "feed_url": site.absolute(urls.FEED_JSON),
        "description": site.description,
        "language": site.language,
        "authors": [{"name": site.author or site.title}],
        "items": [
            {
                "id": site.absolute(urls.document_url(document)),
                "url": site.absolute(urls.document_url(document)),
                "title": document.title,
                "content_text": document.prose.text,
                "date_published": _moment(document),
                "language": document.language,
                "authors": [{"name": archive.sources[document.source].name}],
                "tags": [document.kind.value],
            }
            for document in documents
        ],
    }
    return json_bytes(feed)


def _moment(document: Document) -> str:
    """A document has a day, not an hour: its feed entry stands at the beginning of that day."""
    return f"{document.day.isoformat()}T00:00:00Z"
