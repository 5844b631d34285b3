"""The newest documents as an Atom feed and a JSON Feed, for readers' own programs."""

from collections.abc import Iterator
from datetime import date

from generator.exports.feedtext import ENTRIES, Feed, FeedEntry, atom_bytes, jsonfeed_bytes
from generator.exports.published import Published
from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.notice import changed_on, own_notices
from generator.model.page import File
from generator.words.corrections import kind_text, notice_title
from generator.words.days import day_text


def files(published: Published) -> Iterator[File]:
    """Both feeds, also while there is nothing to tell: every page links to them."""
    archive, site = published.archive, published.archive.site
    documents = [document for document in archive.documents if not document.draft]
    newest = sorted(documents, key=_newness, reverse=True)[:ENTRIES]
    feed = Feed(
        title=site.title,
        description=site.description,
        home=site.base_url,
        atom=site.absolute(urls.FEED_ATOM),
        json=site.absolute(urls.FEED_JSON),
        author=site.author or site.title,
        language=site.language,
        version=published.version,
        entries=tuple(_entry(archive, document) for document in newest),
    )
    yield File(urls.FEED_ATOM.removeprefix("/"), atom_bytes(feed))
    yield File(urls.FEED_JSON.removeprefix("/"), jsonfeed_bytes(feed))


def _newness(document: Document) -> tuple[date, date, str]:
    """A document that was corrected comes up again, so that whoever has read it learns of that."""
    return (changed_on(document) or document.day, document.day, document.id)


def _entry(archive: Archive, document: Document) -> FeedEntry:
    return FeedEntry(
        address=archive.site.absolute(urls.document_url(document)),
        title=f"Withdrawn: {document.title}" if document.withdrawn else document.title,
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
        f"{notice_title(archive, notice) if notice.decision else kind_text(notice)}, "
        f"{day_text(notice.day, language)}: {notice.text}"
        for notice in own_notices(document)
    )
    return "\n\n".join((*told, document.prose.text))
