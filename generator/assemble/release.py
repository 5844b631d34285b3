"""What is published at a moment: the one place where drafts, embargoes, expiries and days are decided."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from generator.model.document import Document
from generator.model.written.document import WrittenDocument
from generator.read.discover import DOCUMENTS
from generator.read.entry import Entry
from generator.read.file import ReadFile

_DRAFT = re.compile(r"draft[ \t]*:[ \t]+true[ \t]*(?:#.*)?")
_FENCE = "---"


class Absence(StrEnum):
    """Why a document is left out."""

    DRAFT = "draft"
    """It is not finished: only an editor can change that."""
    LATER = "later-day"
    """It belongs to a later day than the archive is built for."""
    EXPIRED = "expired"
    EMBARGOED = "embargoed"


@dataclass(frozen=True, slots=True)
class Release:
    """When an archive is looked at, and what is shown beside what is published."""

    moment: datetime | None = None
    """Decides embargo and expiry. Where none is known an embargo holds, and nothing has expired."""
    today: date | None = None
    """The day that it is at `moment` in the time zone of the site."""
    last_day: date | None = None
    """Documents of later days are left out; None leaves out none for its day."""
    drafts: bool = False
    """Whether drafts and embargoed documents are shown."""


@dataclass(frozen=True, slots=True)
class Absent:
    """A document that is left out, as read."""

    file: ReadFile
    why: Absence


def release_of(
    as_of: date | datetime | None, now: datetime | None, timezone: str, *, drafts: bool = False
) -> Release:
    """The release for a day (its end, in the zone of the site), for a moment, or else for now.

    Only a day or moment that was asked for leaves out documents of later days; that it is today does not.
    """
    zone = ZoneInfo(timezone)
    if isinstance(as_of, datetime):
        today = as_of.astimezone(zone).date()
        return Release(as_of.astimezone(UTC), today, today, drafts)
    if as_of is not None:
        return Release(_end_of(as_of, zone), as_of, as_of, drafts)
    if now is None:
        return Release(drafts=drafts)
    return Release(now.astimezone(UTC), now.astimezone(zone).date(), None, drafts)


def absence_of(file: ReadFile, release: Release) -> Absence | None:
    """Why a file is left out of a release; None for what is published, and for all but documents."""
    entry, written = file.entry, file.entry.written
    if not isinstance(written, WrittenDocument):
        unread = written is None and entry.file.kind in DOCUMENTS
        return Absence.DRAFT if unread and not release.drafts and _says_draft(entry) else None
    moment = release.moment
    if written.draft and not release.drafts:
        return Absence.DRAFT
    if release.last_day is not None and written.date > release.last_day:
        return Absence.LATER
    if written.expires is not None and moment is not None and written.expires <= moment:
        return Absence.EXPIRED
    embargoed = _is_embargoed(written.publish_at, moment)
    return Absence.EMBARGOED if embargoed and not release.drafts else None


def shown_in(release: Release, document: Document) -> Document:
    """The document as a release shows it: what is under embargo and shown all the same is as a draft is."""
    embargoed = _is_embargoed(document.publish_at, release.moment)
    return replace(document, draft=True) if embargoed and not document.draft else document


def _is_embargoed(publish_at: datetime | None, moment: datetime | None) -> bool:
    return publish_at is not None and (moment is None or moment < publish_at)


def _end_of(day: date, zone: ZoneInfo) -> datetime:
    """The last instant of a day."""
    begins = datetime.combine(day + timedelta(days=1), time(), zone)
    return begins.astimezone(UTC) - timedelta.resolution


def _says_draft(entry: Entry) -> bool:
    """Whether front matter that cannot be read as a whole still has the line `draft: true`."""
    lines = [line.rstrip() for line in entry.lines]
    if not lines or lines[0] != _FENCE:
        return False
    end = lines.index(_FENCE, 1) if _FENCE in lines[1:] else len(lines)
    return any(_DRAFT.fullmatch(line) for line in lines[1:end])
