"""A sighting shows its wording with the figure marked, and its grade."""

import pytest

from generator.examined import Examined
from generator.pages.parts.sighting import Sighting, sightings_of


def sighting_of(sample: Examined, fact: str) -> Sighting:
    verdict = sample.judged.now[sample.archive.fact[fact].measure]
    seen = sightings_of(sample.archive, verdict)
    assert len(seen) == len(verdict.all_facts)
    return seen[verdict.all_facts.index(fact)]


@pytest.mark.parametrize(
    ("fact", "marked"),
    [
        ("2024-11-29-fighters-reach-the-edge#killed", ["242"]),
        ("2024-11-29-fighters-reach-the-edge#killed-campus", ["Four"]),
        ("2024-11-29-fighters-reach-the-edge#displaced", ["14,000"]),
        ("2024-11-29-fighters-reach-the-edge#killed-since-2011", ["half a million"]),
        ("2024-11-30-half-of-aleppo-taken#resistance", []),
    ],
)
def test_the_figure_is_marked_in_its_wording(sample: Examined, fact: str, marked: list[str]) -> None:
    found = sample.archive.fact[fact]
    seen = sighting_of(sample, fact)
    assert [part.text for part in seen.wording if part.marked] == marked
    assert "".join(part.text for part in seen.wording) == found.quote
    assert seen.grade == "F6"


def test_a_day_is_marked_too(sample: Examined) -> None:
    seen = sighting_of(sample, "2024-11-30-half-of-aleppo-taken#began")
    assert "27 November" in "".join(part.text for part in seen.wording if part.marked)
