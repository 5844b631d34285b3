"""Schema.org things (JSON-LD) that pages say about themselves; every address is absolute."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from generator.model.archive import Archive
from generator.model.document import Document, MadeBy
from generator.model.notice import Notice, changed_on, own_notices
from generator.model.site import Site
from generator.model.topic import Measure
from generator.model.urls import (
    document_url,
    measure_data_url,
    measure_url,
    notice_url,
    source_url,
    topic_url,
)
from generator.pages.parts.head import Link

Thing = Mapping[str, Any]

FORMS = {"json": "application/json", "csv": "text/csv"}
SOURCE_TYPES = {
    MadeBy.AI: "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
    MadeBy.MIXED: "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource",
}
"""What schema.org calls a text that a machine made, or had a part in."""


def together(*things: Thing) -> Thing:
    """Several things on one page as a graph; one alone stays as it is."""
    return things[0] if len(things) == 1 else {"@graph": list(things)}


def website(site: Site) -> Thing:
    """The archive as a whole."""
    return {**_part_of(site), "description": site.description, "inLanguage": site.language} | _by(site)


def day_page(site: Site, title: str, path: str, description: str, day: date) -> Thing:
    """The briefing of a day."""
    return {
        "@type": "CollectionPage",
        "name": title,
        "description": description,
        "url": site.absolute(path),
        "inLanguage": site.language,
        "temporalCoverage": day.isoformat(),
        "isPartOf": _part_of(site),
    } | _by(site)


def dataset(site: Site, measure: Measure, headline: Sequence[str], days: Sequence[date]) -> Thing:
    """A measure with all its sightings, as of these days, and where programs get them."""
    asked: dict[str, Any] = {"@type": "PropertyValue", "name": measure.label}
    if measure.unit:
        asked["unitText"] = measure.unit
    first, last = min(days).isoformat(), max(days).isoformat()
    return {
        "@type": "Dataset",
        "name": measure.label,
        "description": f"{measure.label}: {' '.join(headline)}",
        "url": site.absolute(measure_url(measure)),
        "inLanguage": site.language,
        "isAccessibleForFree": True,
        "creator": _publisher(site),
        "variableMeasured": asked,
        "temporalCoverage": first if first == last else f"{first}/{last}",
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": form,
                "contentUrl": site.absolute(measure_data_url(measure, ending)),
            }
            for ending, form in FORMS.items()
        ],
        "isPartOf": _part_of(site),
    }


def breadcrumbs(site: Site, crumbs: Sequence[Link], title: str, path: str) -> Thing:
    """The trail from the home page to this one."""
    trail = (Link(site.title, "/"), *crumbs, Link(title, path))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": link.text, "item": site.absolute(link.url)}
            for position, link in enumerate(trail, start=1)
        ],
    }


def news_article(archive: Archive, document: Document, description: str, card: str = "") -> Thing:
    """A document: what it is called, when and by whom it was printed, and what was set right in it since.

    `card` is the full address of its picture, where it has one.
    """
    site, source = archive.site, archive.sources[document.source]
    address = site.absolute(document_url(document))
    thing: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": document.title,
        "description": description,
        "datePublished": document.day.isoformat(),
        "inLanguage": document.language,
        "url": address,
        "mainEntityOfPage": address,
        "author": {
            "@type": "Organization",
            "name": source.name,
            "url": source.url or site.absolute(source_url(source)),
        },
        "publisher": _publisher(site),
        "isPartOf": _part_of(site),
    }
    if card:
        thing["image"] = card
    if document.made_by in SOURCE_TYPES:
        thing["digitalSourceType"] = SOURCE_TYPES[document.made_by]
    topics = [archive.topics[topic] for topic in archive.topics_of(document)]
    if topics:
        thing["about"] = [
            {"@type": "Thing", "name": topic.title, "url": site.absolute(topic_url(topic))}
            for topic in topics
        ]
    covered = [site.absolute(document_url(archive.document[other])) for other in document.covers]
    basis = [document.url, *covered] if document.url else covered
    if basis:
        thing["isBasedOn"] = basis[0] if len(basis) == 1 else basis
    corrections = [_correction(archive, notice) for notice in own_notices(document)]
    if corrections:
        thing["correction"] = corrections
    if corrections and (changed := changed_on(document)):
        thing["dateModified"] = changed.isoformat()
    if document.withdrawn:
        thing["creativeWorkStatus"] = "Withdrawn"
    return thing


def _part_of(site: Site) -> dict[str, Any]:
    return {"@type": "WebSite", "name": site.title, "url": site.base_url}


def _publisher(site: Site) -> Thing:
    """Who answers for the archive."""
    return {"@type": "Organization", "name": site.author or site.title, "url": site.base_url}


def _by(site: Site) -> dict[str, Any]:
    return {"publisher": _publisher(site)} if site.author else {}


def _correction(archive: Archive, notice: Notice) -> Thing:
    return {
        "@type": "CorrectionComment",
        "text": notice.text,
        "datePublished": notice.day.isoformat(),
        "url": archive.site.absolute(notice_url(notice, archive.older_page.get(notice.anchor))),
    }
