"""The pages that show a file, for a list that leads to them."""

from collections.abc import Iterator

from generator.model import urls
from generator.model.archive import Archive
from generator.preview.values import ChangedPage
from generator.words.days import day_text


def pages_of(archive: Archive, file: str) -> tuple[ChangedPage, ...]:
    """The pages on which a file of the archive is read first: its own before others; none for other files."""
    found = (ChangedPage(path, title, file) for path, title in _pages(archive, file))
    return tuple(found)


def _pages(archive: Archive, file: str) -> Iterator[tuple[str, str]]:
    # A document's name is its id, so that it is found without a look at all the others.
    document = archive.document.get(_id(file))
    if document and document.file == file:
        yield urls.document_url(document), document.title
        yield urls.day_url(document.day), day_text(document.day, archive.site.language, "long")
    if (actor := archive.actors.get(_id(file))) and actor.file == file:
        yield urls.actor_url(actor), actor.name
    if (source := archive.sources.get(_id(file))) and source.file == file:
        yield urls.source_url(source), source.name
    if (topic := archive.topics.get(_id(file))) and topic.file == file:
        yield urls.topic_url(topic), topic.title


def _id(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(".md")
