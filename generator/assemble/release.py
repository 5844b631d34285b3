"""What is published at a moment: the one place where drafts, embargoes, expiries and days are decided."""

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from generator.model.document import Document
from generator.model.embargo import is_embargoed
from generator.read.file import ReadFile
from generator.read.form import Form


class Absence(StrEnum):
    """Why a document is left out."""

    DRAFT = "draft"
    """It is not finished: only an editor can change that."""
    LATER = "later-day"
    """It belongs to a later day than the archive is built for."""
    EXPIRED = "expired"
    EMBARGOED = "embargoed"


class Release(Struct, frozen=True):
    """When an archive is looked at, and what is shown beside what is published."""

    moment: datetime | None = None
    """Decides embargo and expiry. Where none is known an embargo holds, and nothing has expired."""
    today: date | None = None
    """The day that it is at `moment` in the time zone of the site."""
    last_day: date | None = None
    """Documents of later days are left out; None leaves out none for its day."""
    drafts: bool = False
    """Whether drafts and embargoed documents are shown."""


class Absent(Struct, frozen=True):
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


def absence_of(form: Form, release: Release) -> Absence | None:
    """Why a file of this form is left out of a release; None for what is published, and for no document."""
    if form.draft and not release.drafts:
        return Absence.DRAFT
    if form.day is None:
        return None
    if release.last_day is not None and form.day > release.last_day:
        return Absence.LATER
    if form.expires is not None and release.moment is not None and form.expires <= release.moment:
        return Absence.EXPIRED
    embargoed = is_embargoed(form.publish_at, release.moment)
    return Absence.EMBARGOED if embargoed and not release.drafts else None


def shown_in(release: Release, document: Document) -> Document:
    """The document as a release shows it: what is under embargo and shown all the same is as a draft is."""
    embargoed = is_embargoed(document.publish_at, release.moment)
    return replace(document, draft=True) if embargoed and not document.draft else document


def _end_of(day: date, zone: ZoneInfo) -> datetime:
    """The last instant of a day."""
    begins = datetime.combine(day + timedelta(days=1), time(), zone)
    return begins.astimezone(UTC) - timedelta.resolution
