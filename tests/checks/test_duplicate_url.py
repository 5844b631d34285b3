"""An editor is told when one address was entered twice."""

import pytest

from tests.archive import PLACES, article, md
from tests.checks.told import told

EDGE = "https://example.org/news/edge"


def twice(one: str, other: str):
    files = {f"articles/{name}.md": article(more=f"url: {url}") for name, url in (("a", one), ("b", other))}
    return told(PLACES | files, "duplicate-url")


@pytest.mark.parametrize(
    "other",
    [
        EDGE,
        "http://example.org/news/edge",
        "https://EXAMPLE.org/news/edge/",
        "https://example.org:443/news/edge#comments",
        "https://example.org/news/edge?utm_source=mail&UTM_medium=x",
    ],
)
def test_two_ways_to_write_an_address_are_one(other):
    assert twice(EDGE, other) == [f"articles/b.md:5:6 {other}: content/articles/a.md gives this address, too"]


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/news/Edge",
        "https://example.org/news/edge?page=2",
        "https://www.example.org/news/edge",
        "https://example.org:8080/news/edge",
        "https://example.org/news",
    ],
)
def test_addresses_that_may_lead_elsewhere_are_two(other):
    assert twice(EDGE, other) == []


def test_documents_without_an_address_are_not_compared():
    assert told(PLACES | {"articles/a.md": article(), "articles/b.md": article()}, "duplicate-url") == []


def test_a_summary_may_give_the_address_of_what_it_covers():
    front = f"title: Week\ndate: 2024-11-30\nsource: paper\nurl: {EDGE}\n"
    files = PLACES | {"articles/a.md": article(more=f"url: {EDGE}")}
    assert told(files | {"summaries/w.md": md(f"{front}covers: [a]")}, "duplicate-url") == []
    assert len(told(files | {"summaries/w.md": md(front)}, "duplicate-url")) == 1
