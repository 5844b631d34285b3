"""The newest documents as an Atom feed and a JSON Feed, for readers' own programs."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from heapq import nlargest

from generator.exports.feedtext import ENTRIES, Feed, FeedEntry, atom_bytes, jsonfeed_bytes
from generator.exports.published import Published
from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.notice import changed_on, own_notices
from generator.model.page import File
from generator.words.catalogue import say
from generator.words.corrections import kind_text, notice_title
from generator.words.days import day_text


def files(published: Published) -> Iterator[File]:
    """Both feeds, also while there is nothing to tell: every page links to them."""
    ids = newest(published)
    yield File(urls.FEED_ATOM.removeprefix("/"), partial(feed_atom, published, ids))
    yield File(urls.FEED_JSON.removeprefix("/"), partial(feed_json, published, ids))


def feed_atom(published: Published, documents: tuple[str, ...]) -> bytes:
    """The newest documents as Atom."""
    return atom_bytes(_feed(published, documents))


def feed_json(published: Published, documents: tuple[str, ...]) -> bytes:
    """The newest documents as JSON Feed."""
    return jsonfeed_bytes(_feed(published, documents))


def newest(published: Published) -> tuple[str, ...]:
    """Ids of the documents that a feed tells, the newest first."""
    documents = (document for document in published.archive.documents if not document.draft)
    return tuple(document.id for document in nlargest(ENTRIES, documents, key=_newness))


def _feed(published: Published, documents: tuple[str, ...]) -> Feed:
    archive, site = published.archive, published.archive.site
    return Feed(
        title=site.title,
        description=site.description,
        home=site.base_url,
        atom=site.absolute(urls.FEED_ATOM),
        json=site.absolute(urls.FEED_JSON),
        author=site.author or site.title,
        language=site.language,
        version=published.version,
        entries=tuple(_entry(archive, archive.document[id]) for id in documents),
    )


def _newness(document: Document) -> tuple[date, date, str]:
    """A document that was corrected comes up again, so that whoever has read it learns of that."""
    return (changed_on(document) or document.day, document.day, document.id)


def _entry(archive: Archive, document: Document) -> FeedEntry:
    return FeedEntry(
        address=archive.site.absolute(urls.document_url(document)),
        title=say(archive.site.language, "Withdrawn: %(title)s", title=document.title)
        if document.withdrawn
        else document.title,
        day=document.day,
        text=_text(archive, document),
        author=archive.sources[document.source].name,
        language=document.language,
        tag=document.kind.value,
        changed=changed_on(document),
    )


def _text(archive: Archive, document: Document) -> str:
    """The text, below what was told of it since; programs show the beginning."""
    language = archive.site.language
    told = (
        say(
            language,
            "%(what)s, %(day)s: %(text)s",
            what=notice_title(archive, notice) if notice.decision else kind_text(notice, language),
            day=day_text(notice.day, language),
            text=notice.text,
        )
        for notice in own_notices(document)
    )
    return "\n\n".join((*told, archive.texts[document.id].text))
