"""Schema.org things (JSON-LD) that pages say about themselves; every address is absolute."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.notice import Notice, changed_on, own_notices
from generator.model.site import Site
from generator.model.urls import document_url, notice_url
from generator.pages.parts.head import Link

Thing = Mapping[str, Any]


def together(*things: Thing) -> Thing:
    """Several things on one page as a graph; one alone stays as it is."""
    return things[0] if len(things) == 1 else {"@graph": list(things)}


def website(site: Site) -> Thing:
    """The archive as a whole."""
    return {
        "@type": "WebSite",
        "name": site.title,
        "description": site.description,
        "url": site.base_url,
        "inLanguage": site.language,
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


def news_article(archive: Archive, document: Document, description: str) -> Thing:
    """A document: what it is called, when and by whom it was printed, and what was set right in it since."""
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
        "sourceOrganization": {"@type": "Organization", "name": source.name},
        "isPartOf": {"@type": "WebSite", "name": site.title, "url": site.base_url},
    }
    if source.url:
        thing["sourceOrganization"]["url"] = source.url
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


def _correction(archive: Archive, notice: Notice) -> Thing:
    return {
        "@type": "CorrectionComment",
        "text": notice.text,
        "datePublished": notice.day.isoformat(),
        "url": archive.site.absolute(notice_url(notice, archive.older_page.get(notice.anchor))),
    }
