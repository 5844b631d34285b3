"""The corrections: what was changed in documents, and figures that an editor set aside, the newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from generator.model import urls
from generator.model.archive import Archive
from generator.model.notice import notices_in, public_notices
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.correction import Correction, correction_of
from generator.pages.parts.head import Head, Link
from generator.pages.parts.linkeddata import breadcrumbs

TITLE = "Corrections"
FEEDS = (Link("Atom", urls.CORRECTIONS_ATOM), Link("JSON Feed", urls.CORRECTIONS_JSON))


@dataclass(frozen=True, slots=True)
class CorrectionDay:
    """What was told on one day."""

    day: date
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """Every notice."""

    head: Head
    days: tuple[CorrectionDay, ...]
    """The newest first; empty while nothing has been corrected."""
    total: int
    figures: int
    """How many figures the archive holds."""
    documents: int
    """How many documents it holds."""
    feeds: tuple[Link, ...]
    """As Atom and as JSON Feed; empty while there is nothing to tell."""


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The one page of corrections, also while there are none: a reader should be able to find that out."""
    yield Page(urls.CORRECTIONS, "corrections.html", partial(_view, archive, judged))


def _view(archive: Archive, judged: Judged) -> CorrectionsView:
    notices = notices_in(archive.documents)
    head = Head(
        title=TITLE,
        path=urls.CORRECTIONS,
        description="What was corrected, withdrawn or replaced in this archive, with the day and the reason.",
        linked_data=breadcrumbs(archive.site, (), TITLE, urls.CORRECTIONS),
        section="corrections",
    )
    days = groupby(notices, key=lambda notice: notice.day)
    return CorrectionsView(
        head=head,
        days=tuple(
            CorrectionDay(day, tuple(correction_of(archive, judged, one) for one in told))
            for day, told in days
        ),
        total=len(notices),
        figures=len(archive.facts),
        documents=len(archive.documents),
        feeds=FEEDS if public_notices(archive) else (),
    )
