"""Every address of the site that stays, known before a page is planned."""

from collections.abc import Iterator

from generator.assemble.assets import published_assets
from generator.model import urls
from generator.model.archive import Archive
from generator.model.notice import public_notices

_ALWAYS = (
    urls.HOME,
    urls.ACTORS,
    urls.SOURCES,
    urls.TOPICS,
    urls.FACTS,
    urls.SEARCH,
    urls.METHOD,
    urls.CORRECTIONS,
    urls.NOT_FOUND,
    urls.FEED_ATOM,
    urls.FEED_JSON,
    "/actors.json",
    "/datapackage.json",
    "/facts.csv",
    "/facts.json",
    "/published.json",
    "/robots.txt",
    "/sitemap.xml",
)


def addresses_of(archive: Archive) -> frozenset[str]:
    """Paths of the pages and files of the site to which a text may lead.

    Left out are addresses that mean something else tomorrow (the second page of a long list), and files that
    are for a server (`/_headers`). Old addresses of documents are among them, for they lead on.
    """
    return frozenset(_addresses(archive))


def _addresses(archive: Archive) -> Iterator[str]:
    yield from _ALWAYS
    if public_notices(archive):
        yield from (urls.CORRECTIONS_ATOM, urls.CORRECTIONS_JSON)
    for day in archive.by_day:
        yield urls.year_url(day.year)
        yield urls.month_url(day.year, day.month)
        yield urls.day_url(day)
        yield urls.day_data_url(day)
    for document in archive.documents:
        yield urls.document_url(document)
        yield from document.aliases
    for actor in archive.actors.values():
        yield urls.actor_url(actor)
        if any(not archive.document[id].draft for id in archive.concerning.get(actor.id, ())):
            yield from (urls.atom_url(urls.actor_url(actor)), urls.jsonfeed_url(urls.actor_url(actor)))
    yield from map(urls.source_url, archive.sources.values())
    for topic in archive.topics.values():
        yield urls.topic_url(topic)
        if any(not document.draft for document in archive.by_topic.get(topic.id, ())):
            yield from (urls.atom_url(urls.topic_url(topic)), urls.jsonfeed_url(urls.topic_url(topic)))
    for measure in archive.measures.values():
        yield urls.measure_url(measure)
        yield from (urls.measure_data_url(measure, form) for form in ("json", "csv"))
    yield from (asset.address for asset in published_assets(archive))
