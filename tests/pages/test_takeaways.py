"""A takeaway says what stands behind it."""

import pytest

from generator.pages.parts.takeaway import takeaways_of
from tests.archive import PLACES, article, examined, md, topic

FILES = PLACES | {
    "topics/war.md": topic("killed: {label: Killed, unit: people}"),
    "articles/2024-11-29-edge.md": article("measure: war/killed, value: 242, according_to: null"),
}


@pytest.mark.parametrize(
    ("takeaway", "grounds"),
    [
        ("{text: At least 242 are dead., facts: [2024-11-29-edge#killed]}", "supported"),
        ("{text: The balance of power may be tipping.}", "bare"),
        ("{text: At least 500 are dead., facts: [2024-11-29-edge#killed]}", "unmatched"),
        ("{text: At least 242 are dead.}", "unmatched"),
    ],
)
def test_a_takeaway_is_marked_by_what_stands_behind_it(takeaway: str, grounds: str) -> None:
    summary = md(f"title: Sum\ndate: 2024-11-29\nsource: paper\ntakeaways:\n  - {takeaway}")
    archive = examined(FILES | {"summaries/2024-11-29-sum.md": summary}).archive
    (seen,) = takeaways_of(archive, archive.document["2024-11-29-sum"])
    assert seen.grounds == grounds
