"""The corrections: what was changed in documents, and figures that an editor set aside, the newest first."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import groupby

from msgspec import Struct

from generator.model import paging, urls
from generator.model.archive import Archive
from generator.model.notice import Notice
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages.parts.correction import Correction, correction_of
from generator.pages.parts.head import Head, Link
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.parts.paging import (
    Pager,
    Place,
    is_newest,
    pager_of,
    period_of,
    place_title,
    place_url,
    placed,
)
from generator.words.catalogue import say, to_say

TITLE = to_say("Corrections")
FEEDS = (Link("Atom", urls.CORRECTIONS_ATOM), Link("JSON Feed", urls.CORRECTIONS_JSON))


class CorrectionDay(Struct, frozen=True):
    """What was told on one day."""

    day: date
    corrections: tuple[Correction, ...]


class CorrectionsView(Struct, frozen=True):
    """Every notice; on an older page, some of them."""

    head: Head
    days: tuple[CorrectionDay, ...]
    """The newest first; empty while nothing has been corrected."""
    pager: Pager | None
    """Between the pages; None where one holds all."""
    total: int = 0
    """How many there are. This and all that follow stand on the newest page alone."""
    figures: int = 0
    """How many figures the archive holds."""
    documents: int = 0
    """How many documents it holds."""
    feeds: tuple[Link, ...] = ()
    """As Atom and as JSON Feed; empty while there is nothing to tell."""


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The page of corrections, also while there are none: a reader should be able to find that out."""
    notices = archive.notices[::-1]
    anchors, most = [notice.anchor for notice in notices], paging.LIMITS.corrections
    for part, place in placed(anchors, most, lambda anchor: archive.notice[anchor].day):
        if is_newest(place):
            figures = sum(len(document.facts) for document in archive.documents)
            told = any(_is_public(archive, notice) for notice in notices)
            sizes = (len(notices), figures, len(archive.documents))
            view = partial(_view, archive, judged, part, place, *sizes, told)
            yield Page(urls.CORRECTIONS, "corrections.html", view)
        else:
            older = partial(_older, archive, judged, part, place)
            yield Page(place_url(urls.CORRECTIONS, place), "corrections.html", older)


def _view(
    archive: Archive,
    judged: Judged,
    anchors: tuple[str, ...],
    place: Place,
    total: int,
    figures: int,
    documents: int,
    told: bool,
) -> CorrectionsView:
    notices = [archive.notice[anchor] for anchor in anchors]
    language = archive.site.language
    title = say(language, TITLE)
    head = Head(
        title=title,
        path=urls.CORRECTIONS,
        description=say(
            language,
            "What was corrected, withdrawn or replaced in this archive, with the day and the reason.",
        ),
        linked_data=breadcrumbs(archive.site, (), title, urls.CORRECTIONS),
        section="corrections",
        feeds=urls.CORRECTIONS if told else "",
    )
    return CorrectionsView(
        head=head,
        days=_days(archive, judged, notices),
        pager=_pager(archive, notices, place),
        total=total,
        figures=figures,
        documents=documents,
        feeds=FEEDS if told else (),
    )


def _older(archive: Archive, judged: Judged, anchors: tuple[str, ...], place: Place) -> CorrectionsView:
    notices = [archive.notice[anchor] for anchor in anchors]
    language = archive.site.language
    name = say(language, TITLE)
    title, path = place_title(name, place, language), place_url(urls.CORRECTIONS, place)
    crumbs = (Link(name, urls.CORRECTIONS),)
    period = period_of([notice.day for notice in notices], language)
    head = Head(
        title=title,
        path=path,
        description=say(
            language, "What was corrected, withdrawn or replaced in this archive, %(period)s.", period=period
        ),
        crumbs=crumbs,
        linked_data=breadcrumbs(archive.site, crumbs, title, path),
        section="corrections",
    )
    return CorrectionsView(head, _days(archive, judged, notices), _pager(archive, notices, place))


def _days(archive: Archive, judged: Judged, notices: Sequence[Notice]) -> tuple[CorrectionDay, ...]:
    """From notices of which the oldest comes first, the newest day first."""
    days = groupby(reversed(notices), key=lambda notice: notice.day)
    return tuple(
        CorrectionDay(day, tuple(correction_of(archive, judged, one) for one in told)) for day, told in days
    )


def _pager(archive: Archive, notices: Sequence[Notice], place: Place) -> Pager | None:
    days = [notice.day for notice in notices]
    return pager_of(urls.CORRECTIONS, place, days, archive.site.language)


def _is_public(archive: Archive, notice: Notice) -> bool:
    """Whether it is told of a document that is no draft, and by none."""
    by = [decision.by.document for decision in notice.decisions if decision.by and not notice.correction]
    return not any(archive.document[document].draft for document in (notice.document, *by))
