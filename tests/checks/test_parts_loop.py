"""Parts are smaller than their total, all the way down."""

from tests.archive import PLACES, topic
from tests.checks.told import told


def loops(measures: str):
    return told(PLACES | {"topics/war.md": topic(measures)}, "parts-loop")


def test_a_loop_is_an_error_at_the_part_that_closes_it_with_all_that_are_in_it():
    measures = """
        all: {label: All, parts: [dead]}
        dead: {label: Dead, parts: [soldiers, civilians]}
        soldiers: {label: Soldiers}
        civilians: {label: Civilians, parts: [dead]}
    """
    assert loops(measures) == [
        "topics/war.md:7:41 dead: these are parts of one another: dead → civilians → dead"
    ]


def test_parts_of_parts_are_no_loop_and_neither_is_a_part_of_two_totals():
    measures = """
        all: {label: All, parts: [dead, children]}
        dead: {label: Dead, parts: [children]}
        children: {label: Children}
    """
    assert loops(measures) == []
