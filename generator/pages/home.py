"""Home: the latest briefing, the days before it, what changed in the figures, the topics."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from generator.model import urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.verdict import FindingName, Judged
from generator.pages.parts.crosstable import CrossRow, crosstable_of
from generator.pages.parts.daycard import DayCard, daycard_of
from generator.pages.parts.head import Head, Link
from generator.pages.parts.lastchange import last_change
from generator.pages.parts.linkeddata import website
from generator.pages.parts.row import MeasureRow, row_now
from generator.pages.parts.topiccard import TopicCard, topic_cards

DAYS_BEFORE = 7
CONTESTED = 6


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front of the archive; `latest` is None while it has no documents."""

    head: Head
    latest: DayCard | None
    changes: tuple[CrossRow, ...]
    """The measures that the latest day changed."""
    contested: tuple[MeasureRow, ...]
    """Measures whose answers cannot all be true, the latest changed first; at most CONTESTED."""
    before: tuple[DayCard, ...]
    topics: tuple[TopicCard, ...]
    years: tuple[Link, ...]


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The one home page."""
    yield Page(urls.HOME, "home.html", partial(_view, archive, judged))


def _view(archive: Archive, judged: Judged) -> HomeView:
    days = sorted(archive.by_day, reverse=True)
    changes: tuple[CrossRow, ...] = ()
    if days:
        table = crosstable_of(archive, judged, days[0], archive.by_day[days[0]])
        changes = tuple(row for row in table.rows if row.change)
    site = archive.site
    return HomeView(
        head=Head(
            title=site.title,
            path=urls.HOME,
            description=site.description,
            linked_data=website(site),
            section="home",
        ),
        latest=daycard_of(archive, days[0]) if days else None,
        changes=changes,
        contested=_contested(archive, judged),
        before=tuple(daycard_of(archive, day) for day in days[1 : DAYS_BEFORE + 1]),
        topics=topic_cards(archive),
        years=tuple(
            Link(str(year), urls.year_url(year)) for year in sorted({day.year for day in days}, reverse=True)
        ),
    )


def _contested(archive: Archive, judged: Judged) -> tuple[MeasureRow, ...]:
    contested = [id for id, verdict in judged.now.items() if FindingName.CONTESTED in verdict.names]
    changed = {id: last_change(archive, judged, id) for id in contested}
    latest = sorted(contested, key=lambda id: changed[id] or date.min, reverse=True)[:CONTESTED]
    return tuple(replace(row_now(archive, judged, id), changed=changed[id]) for id in latest)
