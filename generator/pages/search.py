"""Search: a form that Pagefind's index answers in the browser."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.model import urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.head import Head
from generator.pages.parts.linkeddata import breadcrumbs


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page; the results are made in the browser."""

    head: Head
    documents: int


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The one search page."""
    yield Page(urls.SEARCH, "search.html", partial(_view, archive, judged))


def _view(archive: Archive, judged: Judged) -> SearchView:
    head = Head(
        title="Search",
        path=urls.SEARCH,
        description="Search the documents, days, actors and measures of the archive.",
        linked_data=breadcrumbs(archive.site, (), "Search", urls.SEARCH),
        section="search",
    )
    return SearchView(head, len(archive.documents))
