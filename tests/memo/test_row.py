"""A row that is followed from run to run holds what would be made of its members anew."""

import random
from collections import Counter

import pytest

from generator.memo import Memory
from generator.memo.counted import counted
from generator.memo.row import each


class Thing:
    """Something that is itself and nothing else."""

    def __init__(self, word: str) -> None:
        self.word = word


MADE: list[str] = []


def words(thing: Thing, other: Thing, more: str) -> tuple[str, ...]:
    MADE.append(thing.word)
    return (thing.word, other.word, more)


def edited(chance: random.Random, things: list[Thing]) -> list[Thing]:
    """The things after one edit: another one in a place, one more, one fewer, or two that change places."""
    things, place = list(things), chance.randrange(len(things))
    match chance.randrange(4):
        case 0:
            things[place] = Thing(chance.choice("abc"))
        case 1:
            things.insert(place, Thing(chance.choice("abc")))
        case 2 if len(things) > 2:
            del things[place]
        case _:
            other = chance.randrange(len(things))
            things[place], things[other] = things[other], things[place]
    return things


@pytest.mark.parametrize("seed", range(20))
def test_a_row_and_its_counts_are_those_of_its_members_after_any_edits(seed):
    chance, memory = random.Random(seed), Memory()  # noqa: S311 -- repeatable, not secret
    things = [Thing(word) for word in "abcabc"]
    for _ in range(30):
        for _ in range(chance.choice((0, 1, 1, 4))):
            things = edited(chance, things)
        more = chance.choice("xxxxy")
        with memory.run():
            row = each(memory, words, things, things[::-1], by=(more,), plain=True)
            count = counted(memory, words, row)
        fresh = [(one.word, other.word, more) for one, other in zip(things, things[::-1], strict=True)]
        assert list(row) == fresh
        times = Counter(word for words in fresh for word in words)
        assert count.times == times
        assert count.several == {word for word, number in times.items() if number > 1}


def test_only_what_is_new_is_made():
    memory, things, other = Memory(), [Thing("a"), Thing("b"), Thing("c")], Thing("z")
    with memory.run():
        each(memory, words, things, [other] * 3, by=("x",))
    MADE.clear()
    with memory.run():
        row = each(memory, words, [things[0], Thing("n"), *things[1:]], [other] * 4, by=("x",))
    assert MADE == ["n"]
    assert [one[0] for one in row] == ["a", "n", "b", "c"]


def test_a_row_in_which_nothing_is_new_is_the_very_same_one():
    memory, things = Memory(), [Thing("a"), Thing("b")]
    with memory.run():
        first = each(memory, words, things, things, by=("x",), plain=True)
    with memory.run():
        alike = each(memory, words, [things[0], Thing("b")], [things[0], Thing("b")], by=("x",), plain=True)
    assert alike is first
    with memory.run():
        other = each(memory, words, [things[0], Thing("c")], things, by=("x",), plain=True)
    assert other is not first
