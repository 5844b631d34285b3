"""What a day changed in the state of a measure."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.fact import Value
from generator.model.verdict import FindingName, Judged, Verdict


class ChangeKind(StrEnum):
    """How the state of a measure moved."""

    NEW = "new"
    UP = "up"
    DOWN = "down"
    CONTESTED = "newly contested"
    CHANGED = "changed"
    SAME = "unchanged"


class Change(Struct, frozen=True):
    """The state of a measure at the end of a day, against the day before."""

    kind: ChangeKind
    before: Verdict
    now: Verdict


def change_on(archive: Archive, judged: Judged, measure: str, day: date) -> Change:
    """The measure as known at the end of a day, and how that differs from what was known before."""
    now, before = judged.known(measure, day), judged.before(measure, day)
    return Change(change_kind(archive, before, now), before, now)


def changes_on(
    archive: Archive, judged: Judged, day: date, documents: Iterable[Document], topics: Iterable[str]
) -> Iterator[Change]:
    """What documents of a day changed, topic by topic and in the order of their measures."""
    told = {fact.measure for document in documents for fact in document.facts}
    for topic in topics:
        for measure in archive.topics[topic].measures:
            if measure.id in told:
                change = change_on(archive, judged, measure.id, day)
                if change.kind is not ChangeKind.SAME:
                    yield change


def change_kind(archive: Archive, before: Verdict, now: Verdict) -> ChangeKind:
    """How one state of a measure differs from the one before."""
    if before.latest is None or now.latest is None:
        return ChangeKind.NEW
    if FindingName.CONTESTED in now.names and FindingName.CONTESTED not in before.names:
        return ChangeKind.CONTESTED
    if FindingName.CONTESTED in now.names:
        return ChangeKind.SAME if _answers(archive, before) == _answers(archive, now) else ChangeKind.CHANGED
    old, new = archive.fact[before.latest].printed, archive.fact[now.latest].printed
    if old == new:
        return ChangeKind.SAME
    if type(old) is not type(new) or isinstance(old, str):
        return ChangeKind.CHANGED
    return ChangeKind.UP if new > old else ChangeKind.DOWN  # type: ignore[operator]  # same type, not text


def _answers(archive: Archive, verdict: Verdict) -> set[Value]:
    return {archive.fact[fact].printed for fact in verdict.current}
