"""Every page of a site: the pages of every kind.

The function of a kind names its pages quickly; what a page shows is worked out when it is wanted. To add a
kind, write its file and add its `pages` to KINDS.
"""

from collections.abc import Callable, Iterable

from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages import (
    actor,
    actors,
    corrections,
    day,
    document,
    facts,
    home,
    measure,
    method,
    month,
    notfound,
    offline,
    redirects,
    search,
    source,
    sources,
    topic,
    topics,
    year,
)

Kind = Callable[[Archive, Judged], Iterable[Page]]

KINDS: tuple[Kind, ...] = (
    home.pages,
    year.pages,
    month.pages,
    day.pages,
    document.pages,
    actors.pages,
    actor.pages,
    sources.pages,
    source.pages,
    topics.pages,
    topic.pages,
    facts.pages,
    measure.pages,
    search.pages,
    method.pages,
    corrections.pages,
    notfound.pages,
    offline.pages,
    redirects.pages,
)


def plan(archive: Archive, judged: Judged) -> tuple[Page, ...]:
    """Every page of the site, in the order of KINDS."""
    return tuple(page for pages in KINDS for page in pages(archive, judged))
