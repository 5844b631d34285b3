"""Where a build leaves what the next one may want: in the store, as a whole or only what is new in it."""

import marshal
from pathlib import Path

from generator.amend.left import FORM, Kept, Left, packed
from generator.books import place_of
from generator.memo import grown
from generator.memo.store import Store

_STEP = "left"
FEW = 0.05
"""The share of documents up to which only those are written down that have other texts."""


def leave(store: Store, output: Path, left: Left | None, mark: bytes) -> None:
    """Keep what a build into an output folder has left, which closed its books with this mark."""
    place = place_of(output)
    if left is not None and left.token and len(left.amended) <= FEW * len(left.documents):
        since = {at: (tuple(kept), drawn) for at, (kept, drawn) in left.amended.items()}
        grown.put_since(store, _STEP, place, left.token, marshal.dumps(since, FORM), mark)
        return
    content = b""
    if left is not None:
        documents = list(left.documents)
        for at, (kept, _) in left.amended.items():
            documents[at] = kept
        content = marshal.dumps(
            (
                left.around,
                left.moment,
                left.until,
                left.told,
                [tuple(one) for one in documents],
                packed(left.rest) if left.amended else left.content,
            ),
            FORM,
        )
    grown.put_whole(store, _STEP, place, content, mark)


def what_was_left(store: Store, output: Path) -> Left | None:
    """What the last build into an output folder has left; None where that is nothing that can be read."""
    kept = grown.read(store, _STEP, place_of(output))
    if kept is None or not kept.whole:
        return None
    try:
        around, moment, until, told, documents, rest = marshal.loads(kept.whole)  # noqa: S302 -- see above
        since = marshal.loads(kept.since) if kept.since else {}  # noqa: S302 -- see above
        amended = {place: (Kept(*one), drawn) for place, (one, drawn) in since.items()}
        there = [Kept(*one) for one in documents]
        for place, (one, _) in amended.items():
            there[place] = one
    except (EOFError, ValueError, TypeError, IndexError, AttributeError):
        return None
    return Left(around, moment, until, told, there, rest, amended, kept.token, kept.mark)
