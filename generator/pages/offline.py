"""What a reader sees without a network where a page is not on the device."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.head import Head
from generator.words.catalogue import say


class OfflineView(Struct, frozen=True):
    """Nothing but its head: the browser alone knows which pages it has kept."""

    head: Head


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The one page, where the site may be kept."""
    if archive.site.offline:
        yield Page(urls.OFFLINE, "offline.html", partial(_view, archive, judged), listed=False)


def _view(archive: Archive, judged: Judged) -> OfflineView:
    head = Head(
        title=say(archive.site.language, "You are offline"),
        path=urls.OFFLINE,
        description=say(archive.site.language, "This page is not on this device."),
        listed=False,
    )
    return OfflineView(head)
