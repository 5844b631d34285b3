"""What a feed says of documents: which are the newest, and each of them whole."""

from collections.abc import Collection, Iterable, Sequence
from heapq import nlargest
from itertools import islice
from uuid import NAMESPACE_URL, uuid5

from generator.exports.feed import Feed, FeedEntry, moment
from generator.exports.feedhtml import document_html
from generator.exports.published import Published
from generator.exports.shared import shared
from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import Document, DocumentKind
from generator.model.notice import changed_on, own_notices
from generator.render.relative import relative
from generator.words.catalogue import say, to_say
from generator.words.days import day_text

HINT = to_say("This is a feed: give its address to a feed reader, and it tells you what is new here.")
KINDS = {DocumentKind.ARTICLE: to_say("Article"), DocumentKind.SUMMARY: to_say("Summary")}


def newest(archive: Archive, ids: Sequence[str], told: Collection[str], most: int) -> tuple[str, ...]:
    """The newest of these documents, which stand oldest first, without drafts.

    One that was corrected comes up again, so that whoever has read it learns of that: `told` holds the ids of
    all of which something was told.
    """
    public = (id for id in reversed(ids) if not archive.document[id].draft)
    again = (id for id in ids if id in told and not archive.document[id].draft) if told else ()
    return tuple(nlargest(most, {*islice(public, most), *again}, key=lambda id: _newness(archive, id)))


def told_of(archive: Archive) -> frozenset[str]:
    """Ids of the documents of which something was told after they were published."""
    return frozenset(notice.document for notice in archive.notices)


def feed_of(
    published: Published, home: str, title: str, description: str, entries: Iterable[FeedEntry]
) -> Feed:
    """The feed about the page at the path `home`, below which it stands."""
    site = published.archive.site
    atom, style = urls.atom_url(home), published.feed_style
    return Feed(
        title=title,
        description=" ".join(part for part in (description, site.notice) if part),
        home=site.absolute(home),
        atom=site.absolute(atom),
        json=site.absolute(urls.jsonfeed_url(home)),
        author=site.author or site.title,
        language=site.language,
        version=published.version,
        hint=say(site.language, HINT),
        style=relative(atom, style) if style else "",
        entries=tuple(entries),
    )


def documents_feed(
    published: Published, home: str, title: str, description: str, documents: Iterable[str]
) -> Feed:
    """A feed of documents."""
    entries = (_entry(published, id) for id in documents)
    return feed_of(published, home, title, description, entries)


def _newness(archive: Archive, id: str) -> tuple[str, str, str]:
    document = archive.document[id]
    return (_updated(document), moment(document.day), id)


def _updated(document: Document) -> str:
    """Also on the day on which it was published, each word about it counts."""
    changed = changed_on(document)
    if changed is None:
        return moment(document.day)
    return moment(changed, sum(notice.day == changed for notice in own_notices(document)))


@shared
def _entry(published: Published, id: str) -> FeedEntry:
    archive = published.archive
    document, site = archive.document[id], archive.site
    title = document.title
    kind = say(site.language, KINDS[document.kind])
    topics = (archive.topics[topic] for topic in archive.topics_of(document))
    return FeedEntry(
        id=uuid5(NAMESPACE_URL, f"{site.base_url}#{id}").urn,
        address=site.absolute(urls.document_url(document)),
        title=say(site.language, "Withdrawn: %(title)s", title=title) if document.withdrawn else title,
        day=day_text(document.day, site.language),
        published=moment(document.day),
        updated=_updated(document),
        summary=document.teaser,
        html=document_html(archive, document),
        author=archive.sources[document.source].name,
        language=document.language,
        tags=((document.kind.value, kind), *((topic.id, topic.title) for topic in topics)),
        printed=document.url or "",
    )
