"""What is dear to make and the same for several files is kept from one build to the next, piece by piece."""

import pickle
from array import array
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.asked import Options
from generator.memo.glass import Glass
from generator.memo.ledger import NOTHING, Holding, Ledger, Writing
from generator.memo.pieces import Pieces, batches, keep
from generator.memo.store import Store
from generator.model.archive import Archive
from generator.model.page import Imprint
from generator.model.verdict import Judged
from generator.pages.shared import kept
from tests.archive import sound
from tests.incremental.small import beginning

calls: list[tuple[str, ...]] = []
ids = st.text("abcdefghij-", min_size=1, max_size=6)


@kept
def titles(archive: Archive, judged: Judged, documents: tuple[str, ...]) -> tuple[str, ...]:
    calls.append(documents)
    return tuple(archive.document[id].title for id in documents)


@kept
def title(archive: Archive, judged: Judged, document: str) -> str:
    return titles(archive, judged, (document,))[0]


@pytest.fixture(scope="module")
def seen() -> tuple[Archive, Judged]:
    examined = sound(beginning(), Options(drafts=True))
    return examined.archive, examined.judged


@pytest.fixture
def store(tmp_path: Path) -> Store:
    calls.clear()
    return Store(tmp_path)


def build(store: Store, seen: tuple[Archive, Judged], before: Ledger, moved: str = "") -> Ledger:
    """A build of one file with the title of the first document; what is seen of `moved` has changed."""
    digests = {("document", moved): b"new"}
    found = before.holding({"file": b"maker"}, lambda look: digests.get(look, b"old"))
    holding = Holding({}, found.pieces, found.moved)
    with store:
        glass = Glass(*seen, Pieces(store, before.looks.__getitem__, holding.pieces.get))
        assert title(glass, glass.judged, "first") == "News"
        writing = Writing(
            before,
            holding,
            lambda look: digests.get(look, b"old"),
            lambda piece, looks: keep(store, piece, looks),
        )
        writing.add("file", b"maker", Imprint("", 0), glass.handed_over())
    return writing.done()


def test_a_piece_is_made_once_and_what_it_was_made_of_counts_for_whoever_asks_for_it(
    store: Store, seen: tuple[Archive, Judged]
) -> None:
    first = build(store, seen, Ledger())
    second = build(store, seen, first)
    assert calls == [("first",)]
    assert [second.looks[place] for place in second.files["file"].looks] == [("document", "first")]
    assert second.pieces == first.pieces


def test_it_is_made_anew_when_something_that_it_showed_has_changed(
    store: Store, seen: tuple[Archive, Judged]
) -> None:
    first = build(store, seen, Ledger())
    build(store, seen, first, moved="second")
    assert calls == [("first",)]
    build(store, seen, first, moved="first")
    assert calls == [("first",)] * 2


def test_so_it_is_when_its_bytes_are_gone_or_are_not_what_was_written(
    store: Store, seen: tuple[Archive, Judged]
) -> None:
    first = build(store, seen, Ledger())
    for broken in (b"", b"x"):
        with store:
            for piece in first.pieces.values():
                store.put("pieces", piece.content, broken)
        build(store, seen, first)
    store.throw_away()
    build(store, seen, first)
    assert calls == [("first",)] * 4


def test_a_ledger_that_is_written_down_tells_of_its_pieces_also_of_those_that_are_new_since(
    store: Store, seen: tuple[Archive, Judged]
) -> None:
    whole = build(store, seen, Ledger())
    assert Ledger.of(whole.plain).pieces == whole.pieces
    (gone, old), *_ = whole.pieces.items()
    now = replace(whole, pieces={b"new": old._replace(content=b"other")})
    assert Ledger.of(whole.plain, now.since(whole) or NOTHING).pieces == now.pieces
    assert gone not in now.pieces


def test_a_process_that_is_started_makes_pieces_itself_and_hands_them_over(
    store: Store, seen: tuple[Archive, Judged]
) -> None:
    first = build(store, seen, Ledger())
    with store:
        there: Pieces = pickle.loads(pickle.dumps(Pieces(store, first.looks.__getitem__, first.pieces.get)))  # noqa: S301 -- our own
    assert all(there.known(name, titles.__wrapped__) is None for name in first.pieces)  # type: ignore[attr-defined]
    there.add(b"name", titles.__wrapped__, ("News",), array("I", [0]))  # type: ignore[attr-defined]
    assert [(one.name, one.numbers) for one in there.taken()] == [(b"name", array("I", [0]))]
    assert there.taken() == ()


@pytest.mark.slow
@settings(max_examples=30)
@given(st.sets(ids, min_size=60, max_size=120), ids)
def test_another_id_changes_no_batch_but_its_own(some: set[str], new: str) -> None:
    before, after = set(batches(sorted(some))), set(batches(sorted({*some, new})))
    assert sorted(id for batch in before for id in batch) == sorted(some)
    assert len(after - before) <= 2
    assert len(before - after) <= 1
