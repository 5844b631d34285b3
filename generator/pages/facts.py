"""The fact table: one row a measure, grouped by topic."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.head import Head, Link
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.parts.row import MeasureRow, row_of
from generator.words.numbers import count


@dataclass(frozen=True, slots=True)
class FactsGroup:
    """The measures of one topic."""

    topic: Link
    rows: tuple[MeasureRow, ...]


@dataclass(frozen=True, slots=True)
class FactsView:
    """Every measure of the archive with what is known of it."""

    head: Head
    groups: tuple[FactsGroup, ...]
    documents: int
    figures: int


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The one fact table."""
    groups = tuple(
        FactsGroup(
            Link(topic.title, urls.topic_url(topic)),
            tuple(row_of(archive, judged.now[measure.id]) for measure in topic.measures),
        )
        for topic in sorted(archive.topics.values(), key=lambda topic: topic.title)
        if topic.measures
    )
    language = archive.site.language
    measures = count(len(archive.measures), "measure", "measures", language)
    figures = count(len(archive.facts), "figure", "figures", language)
    head = Head(
        title="Facts",
        path=urls.FACTS,
        description=f"{measures}, {figures}: what every source says, side by side, and who asserts it.",
        linked_data=breadcrumbs(archive.site, (), "Facts", urls.FACTS),
        section="facts",
    )
    documents = sum(bool(document.facts) for document in archive.documents)
    yield Page(urls.FACTS, "facts.html", FactsView(head, groups, documents, len(archive.facts)))
