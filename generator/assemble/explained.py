"""Whether readers were told why a published figure is another one now."""

import re
from collections.abc import Sequence

from generator.model.correction import Correction, CorrectionKind
from generator.model.document import Document
from generator.model.record import RecordedDocument, RecordedFact

NUMBER = re.compile(r"\d+(?:\.\d+)?")
GROUPING = re.compile(r"(?<=\d)[,'’\u00a0\u202f ](?=\d{3}(?!\d))")


def is_explained(
    document: Document,
    before: RecordedDocument,
    key: str,
    now: RecordedFact | None,
    superseded: frozenset[str],
) -> bool:
    """Whether the document tells of a change to a fact, or an editor decided about it.

    `before` is the document in the record, `now` the fact as a record would have it, None if it is gone, and
    `superseded` are the ids of facts that others replace. Only corrections that the record does not know
    count: they must name the fact, or what stood there; or withdraw the document.
    """
    fact = next((fact for fact in document.facts if fact.key == key), None)
    if fact is not None and (fact.supersedes or fact.id in superseded):
        return True
    old = before.facts[key]
    if now is not None and now.status is not None and now.status != old.status:
        return True
    return any(
        one.fact == key or _withdraws(one) or _names(one, old, now)
        for one in new_corrections(document.corrections, before.corrections)
    )


def new_corrections(corrections: Sequence[Correction], known: int) -> tuple[Correction, ...]:
    """The newest by their day, after as many as were known; of the same day as the oldest of them, all."""
    newest = sorted(corrections, key=lambda one: one.on, reverse=True)[: max(0, len(corrections) - known)]
    return tuple(one for one in corrections if newest and one.on >= newest[-1].on)


def _withdraws(told: Correction) -> bool:
    return told.kind is CorrectionKind.RETRACTION and told.fact is None


def _names(told: Correction, old: RecordedFact, now: RecordedFact | None) -> bool:
    """Whether it says what stood there and, if it says what stands there now, what that is."""
    if not told.was or told.fact is not None or not _stands_in(old.printed, told.was):
        return False
    return not told.now or now is None or _stands_in(now.printed, told.now)


def _stands_in(printed: str, text: str) -> bool:
    """Whether a text has every number of a figure, or its very words where it has none."""
    numbers = set(NUMBER.findall(GROUPING.sub("", printed)))
    if numbers:
        return numbers <= set(NUMBER.findall(GROUPING.sub("", text)))
    return printed.casefold() in text.casefold()
