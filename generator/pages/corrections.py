"""The corrections: every figure that an editor set aside, the newest decision first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.model import urls
from generator.model.archive import Archive
from generator.model.decision import decisions_in, public_decisions
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.correction import Correction, correction_of
from generator.pages.parts.head import Head, Link
from generator.pages.parts.linkeddata import breadcrumbs

TITLE = "Corrections"
FEEDS = (Link("Atom", urls.CORRECTIONS_ATOM), Link("JSON Feed", urls.CORRECTIONS_JSON))


@dataclass(frozen=True, slots=True)
class CorrectionDay:
    """What was decided on one day."""

    day: date
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """Every decision of an editor."""

    head: Head
    days: tuple[CorrectionDay, ...]
    """The newest first; empty while nothing has been corrected."""
    total: int
    figures: int
    """How many figures the archive holds."""
    feeds: tuple[Link, ...]
    """As Atom and as JSON Feed; empty while there is nothing to tell."""


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The one page of corrections, also while there are none: a reader should be able to find that out."""
    decisions = decisions_in(archive.facts)
    head = Head(
        title=TITLE,
        path=urls.CORRECTIONS,
        description="Every figure that was withdrawn, set right or replaced, with the day and the reason.",
        linked_data=breadcrumbs(archive.site, (), TITLE, urls.CORRECTIONS),
        section="corrections",
    )
    days = groupby(decisions, key=lambda decision: decision.day)
    view = CorrectionsView(
        head=head,
        days=tuple(
            CorrectionDay(day, tuple(correction_of(archive, judged, one) for one in decided))
            for day, decided in days
        ),
        total=len(decisions),
        figures=len(archive.facts),
        feeds=FEEDS if public_decisions(archive) else (),
    )
    yield Page(urls.CORRECTIONS, "corrections.html", view)
