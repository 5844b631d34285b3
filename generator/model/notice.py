"""A notice: one thing that is told to the readers of a document after it was published."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.model.correction import Correction, CorrectionKind
from generator.model.decision import Decision, decisions_in
from generator.model.document import Document
from generator.model.verdict import FindingName

if TYPE_CHECKING:
    from generator.model.archive import Archive  # which keeps the notices of all documents


class Notice(Struct, frozen=True):
    """A correction of a document with the figures that it takes back, or an editor's decision by itself."""

    document: str
    day: date
    anchor: str
    """Names it for good: `2024-11-29-edge.killed.retracted`, `2024-11-29-edge.update.2024-12-01`."""
    correction: Correction | None
    """None for a decision that no correction tells of."""
    decisions: tuple[Decision, ...]
    """The figures that were set aside by it."""

    @property
    def withdraws(self) -> bool:
        """Whether it withdraws the whole document."""
        told = self.correction
        return told is not None and told.kind is CorrectionKind.RETRACTION and told.fact is None

    @property
    def decision(self) -> Decision | None:
        """What was decided about a single figure; None where it is about the text, or all of it."""
        return self.decisions[0] if self.decisions and not self.withdraws else None

    @property
    def text(self) -> str:
        """What was changed and why."""
        return self.correction.text if self.correction else self.decisions[0].reason


def public_notices(archive: "Archive") -> tuple[Notice, ...]:
    """All notices of documents that are no drafts, the newest first."""
    return notices_in(document for document in archive.documents if not document.draft)


def notices_in(documents: Iterable[Document]) -> tuple[Notice, ...]:
    """All notices of these documents, the newest first; of one day by document, corrections first.

    A retraction and the decisions that follow from it are one notice.
    """
    known = tuple(documents)
    decided: dict[str, list[Decision]] = {}
    for decision in decisions_in(fact for document in known for fact in document.facts):
        decided.setdefault(decision.fact.document, []).append(decision)
    found = [one for document in known for one in _notices(document, decided.get(document.id, []))]
    return tuple(sorted(found, key=lambda one: (-one.day.toordinal(), one.document, not one.correction)))


def own_notices(document: Document) -> tuple[Notice, ...]:
    """What is told on a document's own page, the newest first: not that a figure was replaced elsewhere."""
    if not document.corrections and not any(fact.decides for fact in document.facts):
        return ()
    return tuple(one for one in notices_in([document]) if not any(told.by for told in one.decisions))


def changed_on(document: Document) -> date | None:
    """The day of the newest notice of a document; None while it stands as it was published."""
    return max((one.day for one in own_notices(document)), default=None)


def _notices(document: Document, decisions: list[Decision]) -> Iterator[Notice]:
    """Those of one document, corrections in the order of its front matter, then decisions by themselves."""
    left = list(decisions)
    seen: Counter[str] = Counter()
    # A retraction that names its figure tells of it before one that withdraws all of them.
    for told in sorted(document.corrections, key=lambda one: one.fact is None):
        follow = [decision for decision in left if _follows(decision, told)]
        left = [decision for decision in left if decision not in follow]
        anchor = ".".join((document.id, *([told.fact] if told.fact else []), told.kind, told.on.isoformat()))
        seen[anchor] += 1
        if told.fact and follow:
            anchor = follow[0].anchor
        elif seen[anchor] > 1:
            anchor = f"{anchor}.{seen[anchor]}"
        yield Notice(document.id, told.on, anchor, told, tuple(follow))
    for decision in left:
        yield Notice(document.id, decision.day, decision.anchor, None, (decision,))


def _follows(decision: Decision, told: Correction) -> bool:
    """Whether a figure was taken back by this retraction, and not by a word of its own."""
    return (
        told.kind is CorrectionKind.RETRACTION
        and decision.outcome is FindingName.RETRACTED
        and (decision.day, decision.reason) == (told.on, told.text)
        and told.fact in {None, decision.fact.key}
    )
