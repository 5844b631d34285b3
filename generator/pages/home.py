"""Home: the latest briefing, the days before it, what changed in the figures, the topics."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from generator.model import paging, urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.verdict import FindingName, Judged
from generator.pages.parts.change import Change, ChangeKind, changes_on
from generator.pages.parts.daycard import DayCard, daycard_of
from generator.pages.parts.head import Head, Link
from generator.pages.parts.known import known_text
from generator.pages.parts.lastchange import last_change
from generator.pages.parts.linkeddata import website
from generator.pages.parts.onthisday import OnThisDay, on_this_day
from generator.pages.parts.row import MeasureRow, row_now, row_of
from generator.pages.parts.tags import tags_of
from generator.pages.parts.topiccard import TopicCard, topic_card

DAYS_BEFORE = 7
CONTESTED = 6


class Changed(Struct, frozen=True):
    """A measure that the latest day changed."""

    row: MeasureRow
    change: str
    """New, up, down, newly contested or changed since the day before."""
    before: str
    """What was known the day before; empty when the measure is new."""


class HomeView(Struct, frozen=True):
    """The front of the archive; `latest` is None while it has no documents."""

    head: Head
    latest: DayCard | None
    changes: tuple[Changed, ...]
    """The measures that the latest day changed, as far as there is room."""
    other_changes: int
    """How many more it changed."""
    contested: tuple[MeasureRow, ...]
    """Measures whose answers cannot all be true, the latest changed first; at most CONTESTED."""
    other_contested: int
    """How many more there are."""
    before: tuple[DayCard, ...]
    echoes: OnThisDay | None
    """The day of the latest briefing in other years, and a week before; None where there is nothing."""
    topics: tuple[TopicCard, ...]
    """Those with the newest documents, by title."""
    other_topics: int
    """How many more there are."""
    years: tuple[Link, ...]


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The one home page."""
    days = sorted(archive.by_day, reverse=True)
    years = tuple(sorted({day.year for day in days}, reverse=True))
    topics = tuple((id, len(archive.by_topic.get(id, ()))) for id in _newest_topics(archive))
    others = len(archive.topics) - len(topics)
    view = partial(_view, archive, judged, tuple(days[: DAYS_BEFORE + 1]), years, topics, others)
    yield Page(urls.HOME, "home.html", view)


def _newest_topics(archive: Archive) -> list[str]:
    """Those that the newest documents tell of, as many as there is room for, by title."""
    told = (topic for document in reversed(archive.documents) for topic in archive.topics_of(document))
    by_title = sorted(archive.topics.values(), key=lambda topic: topic.title)
    newest: dict[str, None] = {}
    for id in chain(told, (topic.id for topic in by_title)):
        if len(newest) == paging.LIMITS.front:
            break
        newest[id] = None
    return [topic.id for topic in by_title if topic.id in newest]


def _view(
    archive: Archive,
    judged: Judged,
    days: tuple[date, ...],
    years: tuple[int, ...],
    topics: tuple[tuple[str, int], ...],
    other_topics: int,
) -> HomeView:
    changes = _changes(archive, judged, days[0]) if days else []
    contested = _contested(archive, judged)
    site, most = archive.site, paging.LIMITS.front
    return HomeView(
        head=Head(
            title=site.title,
            path=urls.HOME,
            description=site.description,
            linked_data=website(site),
            section="home",
            tags=tags_of(site, urls.HOME, site.title, site.description),
        ),
        latest=daycard_of(archive, days[0], most) if days else None,
        changes=tuple(_changed(archive, change) for change in changes[:most]),
        other_changes=max(len(changes) - most, 0),
        contested=tuple(
            replace(row_now(archive, judged, id), changed=day) for id, day in contested[:CONTESTED]
        ),
        other_contested=max(len(contested) - CONTESTED, 0),
        before=tuple(daycard_of(archive, day, paging.LIMITS.titles) for day in days[1:]),
        echoes=on_this_day(archive, days[0], days[1:]) if days else None,
        topics=tuple(topic_card(archive, id, documents) for id, documents in topics),
        other_topics=other_topics,
        years=tuple(Link(str(year), urls.year_url(year)) for year in years),
    )


def _changes(archive: Archive, judged: Judged, day: date) -> list[Change]:
    """What the documents of a day changed; what moved stands before what is told for the first time."""
    documents = archive.by_day[day]
    topics = sorted({topic for document in documents for topic in archive.topics_of(document)})
    changes = changes_on(archive, judged, day, documents, topics)
    return sorted(changes, key=lambda change: change.kind is ChangeKind.NEW)


def _changed(archive: Archive, change: Change) -> Changed:
    measure = archive.measures[change.now.measure]
    return Changed(
        row_of(archive, change.now), change.kind.value, known_text(archive, measure, change.before)
    )


def _contested(archive: Archive, judged: Judged) -> list[tuple[str, date | None]]:
    """All measures that are contested, with the day of their last change, the latest first."""
    contested = [id for id, verdict in judged.now.items() if FindingName.CONTESTED in verdict.names]
    changed = ((id, last_change(archive, judged, id)) for id in contested)
    return sorted(changed, key=lambda one: one[1] or date.min, reverse=True)
