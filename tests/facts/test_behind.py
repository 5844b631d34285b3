"""What fell behind, heard day by day, is what falls behind when all of it is heard at once."""

import random
from itertools import groupby
from operator import attrgetter

import pytest

from generator.facts.behind import Behind
from generator.facts.late import late_facts
from generator.facts.sighting import Sighting, order_of, sighting_of

from .builders import said

pytestmark = pytest.mark.slow

HEDGES = ("exactly", "exactly", "exactly", "about", "at-least", "up-to")
STORIES = 600


def a_story(chance: random.Random) -> list[Sighting]:
    """A few figures of one origin in the order in which they were published, some of them on one day."""
    story, published = list[Sighting](), 20
    for number in range(chance.randint(2, 9)):
        published += chance.choice((0, 1, 1, 2))
        fact = said(
            chance.randint(1, 5) * 10,
            f"document-{chance.randint(0, 4)}",
            key=f"fact-{number}",
            as_of=chance.randint(20, 23),
            published=published,
            qualifier=chance.choice(HEDGES),
        )
        story.append(sighting_of(fact))
    return story


def in_order(sightings: list[Sighting]) -> tuple[Sighting, ...]:
    return tuple(sorted(sightings, key=lambda one: order_of(one.fact)))


def test_whoever_listens_every_day_finds_what_fell_behind_in_all_that_was_said() -> None:
    chance = random.Random(8)  # noqa: S311 -- no secret, and always the same
    for _ in range(STORIES):
        story = a_story(chance)
        silent = {one.id for one in story if chance.random() < 0.15}
        behind, so_far = Behind(), list[Sighting]()
        for _, group in groupby(story, attrgetter("published")):
            news = list(group)
            so_far += news
            behind.hear(in_order(news), silent)
            assert behind.late == late_facts(in_order(so_far), silent)
        chance.shuffle(so_far)
        assert Behind.of(so_far, silent).late == behind.late
