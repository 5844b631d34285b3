"""A document as markup for programs that show it elsewhere: the text of its page, without its marks."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from msgspec import structs

from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import Document, MadeBy
from generator.model.notice import own_notices
from generator.model.prose import Prose
from generator.render.weave import weave
from generator.words.catalogue import say, to_say
from generator.words.corrections import kind_text, notice_title
from generator.words.days import day_text

MADE_BY = {
    MadeBy.AI: to_say("This summary was written by a machine."),
    MadeBy.MIXED: to_say("This summary was written by a person with the help of a machine."),
    MadeBy.HUMAN: to_say("This summary was written by a person."),
}


def document_html(archive: Archive, document: Document) -> str:
    """What was told of it since, who made it, what to take away, and the text; every address is absolute."""
    return "".join((*_told(archive, document), *_own(archive, document)))


def _told(archive: Archive, document: Document) -> Iterator[str]:
    """In the language of the site, what stands around the text."""
    language = archive.site.language
    for notice in own_notices(document):
        what = notice_title(archive, notice) if notice.decision else kind_text(notice, language)
        day = day_text(notice.day, language)
        told = say(language, "%(what)s, %(day)s: %(text)s", what=what, day=day, text=notice.text)
        yield f"<p><strong>{escape(told)}</strong></p>\n"
    if document.made_by:
        yield f"<p><em>{escape(say(language, MADE_BY[document.made_by]))}</em></p>\n"
    if document.takeaways:
        yield f"<p><strong>{escape(say(language, 'To take away'))}</strong></p>\n"


def _own(archive: Archive, document: Document) -> Iterator[str]:
    """In the language of the document, which elsewhere may stand among texts in another direction."""
    site = archive.site
    yield f'<div lang="{escape(document.language)}" dir="auto">\n'
    if document.takeaways:
        points = (f"<li>{escape(takeaway.text)}</li>\n" for takeaway in document.takeaways)
        yield f"<ul>\n{''.join(points)}</ul>\n"
    here = site.absolute(urls.document_url(document))
    yield weave(_elsewhere(archive.texts[document.id], here), (), site.absolute)
    yield "</div>\n"


def _elsewhere(prose: Prose, here: str) -> Prose:
    """The text with links to its own places as a page elsewhere must have them."""
    if not any(link.href.startswith("#") for link in prose.links):
        return prose
    links = (
        structs.replace(link, href=here + link.href) if link.href.startswith("#") else link
        for link in prose.links
    )
    return replace(prose, links=tuple(links))
