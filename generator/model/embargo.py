"""Embargo: what is not published before its moment."""

from datetime import datetime


def is_embargoed(publish_at: datetime | None, moment: datetime | None) -> bool:
    """Whether something waits to be published at a moment, in UTC; where no moment is known it waits."""
    return publish_at is not None and (moment is None or moment < publish_at)
