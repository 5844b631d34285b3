"""Looks are told by number, each process counting for itself."""

import pickle
from array import array

from generator.memo.looks import Look, Looked, Numbers, Places

EDGE, FRONT, DAY = ("document", "edge"), ("document", "front"), ("by_day", "2024-11-28")


def places() -> tuple[Places, list[Look]]:
    """Places in a list that grows by each look that is not there yet."""
    found: list[Look] = []

    def place(look: Look) -> int:
        if look not in found:
            found.append(look)
        return found.index(look)

    return Places(place), found


def test_what_is_asked_for_first_gets_the_next_number_of_all_tables() -> None:
    looks: list[Look] = []
    documents, days = Numbers("document", looks), Numbers("by_day", looks)
    assert [documents["edge"], days["2024-11-28"], documents["front"], documents["edge"]] == [0, 1, 2, 0]
    assert looks == [EDGE, DAY, FRONT]


def test_two_processes_may_number_the_same_looks_otherwise() -> None:
    taken, looks = places()
    assert taken.of(Looked(1, (EDGE, FRONT), array("I", [0, 1]))) == array("I", [0, 1])
    assert taken.of(Looked(2, (FRONT, DAY), array("I", [0, 1]))) == array("I", [1, 2])
    assert taken.of(Looked(1, (DAY,), array("I", [2, 0]))) == array("I", [2, 0])
    assert looks == [EDGE, FRONT, DAY]


def test_numbers_of_looks_that_were_known_before_are_their_places() -> None:
    taken = Places({FRONT: 3, DAY: 4}.__getitem__, before=3)
    assert taken.of(Looked(1, (DAY, FRONT), array("I", [2, 3, 4]))) == array("I", [2, 4, 3])
    assert taken.of(Looked(2, (FRONT,), array("I", [0, 3]))) == array("I", [0, 3])
    assert taken.at(2, array("I", [3, 1])) == array("I", [3, 1])


def test_numbers_go_on_counting_in_another_process() -> None:
    looks: list[Look] = []
    tables = [Numbers("document", looks), Numbers("by_day", looks)]
    assert tables[0]["edge"] == 0
    documents, days, there = pickle.loads(pickle.dumps([*tables, looks]))  # noqa: S301 -- our own
    assert [documents["edge"], days["2024-11-28"]] == [0, 1]
    assert there == [EDGE, DAY]
    assert looks == [EDGE]
