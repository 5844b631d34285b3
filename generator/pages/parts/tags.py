"""What a page tells programs that show or cite it: OpenGraph, and the tags that libraries read."""

from datetime import date

from generator.cards.card import HEIGHT, WIDTH
from generator.cards.face import has_card
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.notice import changed_on
from generator.model.site import Site
from generator.model.urls import card_url, document_url
from generator.pages.parts.head import Tag, Tags


def tags_of(
    site: Site, path: str, title: str, description: str, card: tuple[str, ...] = (), day: date | None = None
) -> Tags:
    """Of a page of the archive itself; `card` holds what is drawn on its card beside the site's title."""
    shown = _shown(site, path, title, description, "website", (title, *card))
    author = (Tag("citation_author", site.author),) if site.author else ()
    if path == "/":
        return Tags(shown, _card_size(shown))
    return Tags(shown, (*_card_size(shown), *author, *_cited(site, path, title, site.title, day)))


def document_tags(archive: Archive, document: Document, description: str, card: tuple[str, ...]) -> Tags:
    """Of a document: it is cited as what its source has printed."""
    site, source = archive.site, archive.sources[document.source].name
    path, changed = document_url(document), changed_on(document)
    shown = _shown(site, path, document.title, description, "article", (document.title, *card))
    dated = [Tag("article:published_time", document.day.isoformat())]
    if changed:
        dated.append(Tag("article:modified_time", changed.isoformat()))
    topics = (Tag("article:tag", archive.topics[topic].title) for topic in archive.topics_of(document))
    cited = _cited(site, path, document.title, source, document.day, document.language)
    names = (*_card_size(shown), Tag("citation_author", source), *cited)
    return Tags((*shown, *dated, *topics), names)


def picture_of(site: Site, path: str, *texts: str) -> str:
    """The full address of the card of a page with these texts on it; empty where none is drawn."""
    return site.absolute(card_url(path)) if has_card(site, site.title, *texts) else ""


def _shown(
    site: Site, path: str, title: str, description: str, kind: str, texts: tuple[str, ...]
) -> tuple[Tag, ...]:
    """As OpenGraph has it; what is not known is left out."""
    card = picture_of(site, path, *texts)
    told = (
        Tag("og:type", kind),
        Tag("og:site_name", site.title),
        Tag("og:title", title),
        Tag("og:description", description),
        Tag("og:url", site.absolute(path)),
        Tag("og:image", card),
        Tag("og:image:type", "image/png" if card else ""),
        Tag("og:image:width", str(WIDTH) if card else ""),
        Tag("og:image:height", str(HEIGHT) if card else ""),
        Tag("og:image:alt", title if card else ""),
    )
    return tuple(tag for tag in told if tag.content)


def _card_size(shown: tuple[Tag, ...]) -> tuple[Tag, ...]:
    drawn = any(tag.name == "og:image" for tag in shown)
    return (Tag("twitter:card", "summary_large_image" if drawn else "summary"),)


def _cited(
    site: Site, path: str, title: str, publisher: str, day: date | None, language: str = ""
) -> tuple[Tag, ...]:
    """As Google Scholar and Zotero read it."""
    told = (
        Tag("citation_title", title),
        Tag("citation_publisher", publisher),
        Tag("citation_publication_date", f"{day:%Y/%m/%d}" if day else ""),
        Tag("citation_language", language or site.language),
        Tag("citation_public_url", site.absolute(path)),
    )
    return tuple(tag for tag in told if tag.content)
