"""404: what to do when nothing stands at an address."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.head import Head
from generator.words.catalogue import say


class NotFoundView(Struct, frozen=True):
    """Nothing but its head: the page leads on by the main menu and the search."""

    head: Head


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The one page for unknown addresses."""
    yield Page(urls.NOT_FOUND, "notfound.html", partial(_view, archive, judged), listed=False)


def _view(archive: Archive, judged: Judged) -> NotFoundView:
    head = Head(
        title=say(archive.site.language, "Page not found"),
        path=urls.NOT_FOUND,
        description=say(archive.site.language, "Nothing stands at this address."),
        listed=False,
    )
    return NotFoundView(head)
