"""When time alone changes what is published."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from generator.model.written.document import WrittenDocument
from generator.read.file import ReadFile


def due_after(moment: datetime, moments: Iterable[datetime | None], timezone: str) -> datetime:
    """The first of these moments after `moment`, or when the next day begins if that is earlier; in UTC.

    If they are all at which an embargo ends or something expires, every moment until then is like this one.
    """
    zone = ZoneInfo(timezone)
    tomorrow = moment.astimezone(zone).date() + timedelta(days=1)
    midnight = datetime.combine(tomorrow, time(), zone).astimezone(UTC)
    return min((midnight, *(at for at in moments if at is not None and at > moment)))


def moments_of(files: Iterable[ReadFile]) -> Iterator[datetime | None]:
    """When an embargo ends, or something expires."""
    for file in files:
        if isinstance(written := file.entry.written, WrittenDocument):
            yield written.publish_at
            yield written.expires
