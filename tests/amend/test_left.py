"""What a build has left is asked by key; what has changed since counts first."""

from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.amend.left import Head, Later, Left
from generator.amend.tables import FILES, HEAD, PIECE, TAKEN
from generator.memo import cdb
from generator.memo.cdb import Cdb

DOCUMENT, FACT, ACTOR = ("document", "a"), ("fact", "a#killed"), ("actors", "x")
HEAD_OF_ALL = Head(None, "9999-12-31T00:00:00+00:00", 3, 2, b"", {}, passing=False)


def places(*numbers: int) -> bytes:
    return array("I", numbers).tobytes()


@pytest.fixture
def left(tmp_path: Path) -> Iterator[Left]:
    """What is left of a build of two files: the first looked at a document, which a piece did, too."""
    values = {
        (HEAD, None): tuple(HEAD_OF_ALL),
        (FILES, 0): ["one.html", "two.html"],
        (TAKEN, (DOCUMENT[0], repr(DOCUMENT[1]))): (0, b"before", places(0)),
        (TAKEN, (FACT[0], repr(FACT[1]))): (1, b"before", b""),
        (TAKEN, (ACTOR[0], repr(ACTOR[1]))): (2, b"before", b""),
        (PIECE, b"piece"): (b"content", places(0, 2)),
    }
    file = tmp_path / "left"
    cdb.write(file, b"0" * 16, values.items())
    opened = Cdb(file)
    yield Left(opened, Later(), b"", b"")
    opened.close()


def test_a_look_is_known_with_the_files_that_took_it(left: Left) -> None:
    taken = left.taken(DOCUMENT)
    assert taken
    assert (taken.place, taken.digest, taken.files) == (0, b"before", ("one.html",))


def test_a_file_that_was_made_again_counts_as_it_looks_now(left: Left) -> None:
    now = left.with_more({}, {"one.html": places(2), "two.html": places(0)}, {}, (), {0: b"now"}, {})
    taken = now.taken(DOCUMENT)
    assert taken
    assert (taken.digest, taken.files) == (b"now", ("two.html",))


def test_a_moving_look_that_no_file_takes_is_new_to_whoever_takes_it(left: Left) -> None:
    assert left.place(FACT) is None
    assert left.taken(FACT) is None
    assert left.place(ACTOR) == 2
    assert left.place(("actors", "y")) is None


def test_then_it_has_a_place_behind_all_others(left: Left) -> None:
    now = left.with_more({}, {"two.html": places(3)}, {}, [(*FACT, b"now")], {}, {})
    assert now.place(FACT) == 3
    assert now.count == 4
    taken = now.taken(FACT)
    assert taken
    assert (taken.digest, taken.files) == (b"now", ("two.html",))


def test_a_piece_is_there_until_one_of_its_looks_shows_something_else(left: Left) -> None:
    assert left.piece(b"piece")
    assert left.with_more({}, {}, {}, (), {1: b"now"}, {}).piece(b"piece")
    assert left.with_more({}, {}, {}, (), {0: b"now"}, {}).piece(b"piece") is None


def test_a_piece_that_was_made_again_is_there_until_one_of_its_looks_moves_once_more(left: Left) -> None:
    again = left.with_more({}, {}, {b"piece": (b"other", places(0))}, (), {0: b"now"}, {})
    piece = again.piece(b"piece")
    assert piece
    assert piece.content == b"other"
    assert again.with_more({}, {}, {}, (), {2: b"now"}, {}).piece(b"piece")
    assert again.with_more({}, {}, {}, (), {0: b"later"}, {}).piece(b"piece") is None
