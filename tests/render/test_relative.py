"""Addresses relative to the page they stand on."""

import posixpath
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.relative import relative

pytestmark = pytest.mark.slow

HOST = "https://example.org/any/place"
names = st.text("abc-0123456789", min_size=1, max_size=4)
folders = st.lists(names, max_size=4).map(lambda parts: "/" + "".join(f"{part}/" for part in parts))
files = st.tuples(folders, names).map(lambda parts: f"{parts[0]}{parts[1]}.xml")
targets = st.tuples(folders | files, st.sampled_from(["", "#fact-killed"])).map("".join)


@pytest.mark.parametrize(
    ("here", "target", "expected"),
    [
        ("/2024/11/", "/facts/", "../../facts/"),
        ("/", "/facts/", "facts/"),
        ("/facts/", "/", "../"),
        ("/facts/", "/facts/", "./"),
        ("/facts/", "/facts/#top", "#top"),
        ("/2024/11/29/", "/2024/11/29/edge/#fact-killed", "edge/#fact-killed"),
        ("/2024/11/29/edge/", "/2024/11/29/", "../"),
        ("/2024/11/29/edge/", "/feed.xml", "../../../../feed.xml"),
        ("/facts/", "#top", "#top"),
        ("/facts/", "https://example.org/", "https://example.org/"),
        ("/facts/", "mailto:desk@example.org", "mailto:desk@example.org"),
    ],
)
def test_from_here_to_there(here: str, target: str, expected: str) -> None:
    assert relative(here, target) == expected


def leads_there(way: str, here: str, target: str) -> bool:
    """Whether a browser that stands at `here`, under whatever path, is led to `target`."""
    return urljoin(HOST + here, way) == HOST + target


@given(folders, targets)
def test_a_browser_that_follows_the_relative_address_comes_to_the_target(here: str, target: str) -> None:
    way = relative(here, target)
    assert not way.startswith("/")
    assert leads_there(way, here, target)


def test_the_shortest_way_without_the_last_slash_would_not_lead_there() -> None:
    here, target = "/2024/11/", "/facts/"
    assert not leads_there(posixpath.relpath(target, here), here, target)
    assert leads_there(relative(here, target), here, target)
