"""Search: a form that Pagefind's index answers in the browser."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.head import Head
from generator.pages.parts.linkeddata import breadcrumbs
from generator.words.catalogue import say


class SearchView(Struct, frozen=True):
    """The search page; the results are made in the browser."""

    head: Head
    documents: int
    first: date | None
    """The first and the last day with documents; None in an empty archive."""
    last: date | None


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The one search page."""
    days = list(archive.by_day)
    first, last = (days[0], days[-1]) if days else (None, None)
    yield Page(
        urls.SEARCH, "search.html", partial(_view, archive, judged, len(archive.documents), first, last)
    )


def _view(
    archive: Archive, judged: Judged, documents: int, first: date | None, last: date | None
) -> SearchView:
    language = archive.site.language
    title = say(language, "Search")
    head = Head(
        title=title,
        path=urls.SEARCH,
        description=say(language, "Search the documents, days, actors and measures of the archive."),
        linked_data=breadcrumbs(archive.site, (), title, urls.SEARCH),
        section="search",
    )
    return SearchView(head, documents, first, last)
