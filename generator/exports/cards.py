"""`card.png` beside a page: the picture that stands for it where somebody shares its address."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from generator.cards.card import Card, png_of
from generator.cards.face import has_card
from generator.exports.published import Published
from generator.model import urls
from generator.model.page import File
from generator.words.days import day_text


def files(published: Published) -> Iterator[File]:
    """Those of the home page, days, documents and measures, as far as there is a face to set them in."""
    archive, site = published.archive, published.archive.site
    if not has_card(site, site.title):
        return
    yield File(_path(urls.HOME), partial(home_card, published))
    for day in archive.by_day:
        if has_card(site, day_text(day, site.language, "long")):
            yield File(_path(urls.day_url(day)), partial(day_card, published, day))
    for document in archive.documents:
        if not document.draft and has_card(site, document.title, day_text(document.day, site.language)):
            path = _path(urls.document_url(document))
            yield File(path, partial(document_card, published, document.id))
    for id, measure in archive.measures.items():
        if has_card(site, measure.label):
            yield File(_path(urls.measure_url(measure)), partial(measure_card, published, id))


def home_card(published: Published) -> bytes:
    """The title of the site and its description."""
    site = published.archive.site
    below = site.description if has_card(site, site.description) else ""
    return png_of(Card(site.title, "", below))


def day_card(published: Published, day: date) -> bytes:
    """A day."""
    site = published.archive.site
    return png_of(Card(day_text(day, site.language, "long"), site.title))


def document_card(published: Published, document: str) -> bytes:
    """The title of a document and its day."""
    archive = published.archive
    there = archive.reference[document]
    return png_of(Card(there.title, archive.site.title, day_text(there.day, archive.site.language)))


def measure_card(published: Published, measure: str) -> bytes:
    """What a measure asks, and the topic that it belongs to."""
    archive = published.archive
    asked = archive.measures[measure]
    topic, site = archive.topics[asked.topic].title, archive.site
    return png_of(Card(asked.label, site.title, topic if has_card(site, topic) else ""))


def _path(page: str) -> str:
    return urls.card_url(page).removeprefix("/")
