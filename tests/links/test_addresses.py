"""The addresses to which a text may lead are those of the site, neither more nor less."""

import re

import pytest

from generator.asked import Options
from generator.assemble.addresses import addresses_of
from generator.assemble.targets import SECTIONS
from generator.examined import Examined, examine
from generator.exports.all import export
from generator.exports.published import Published
from generator.pages.plan import plan
from tests.archive import ROOT, article, sound
from tests.links.archive import AROUND

pytestmark = pytest.mark.slow

NUMBERED = re.compile(r"/[a-z][a-z/-]*/\d+/")
"""A further page of a long list."""
MOVED = AROUND | {
    "articles/2024-11-27-old.md": article(
        "measure: war/killed, value: 9, according_to: sohr, status: retracted, on: 2024-12-01, reason: Wrong",
        day="2024-11-27",
        more="aliases: [/old/path/, /old.html]",
    )
}


def site_of(examined: Examined) -> set[str]:
    """The paths of everything that a build makes, but for what is made for a server and the theme."""
    pages = plan(examined.archive, examined.judged)
    files = export(Published(examined.archive, examined.judged, (), ""))
    paths = {page.path for page in pages} | {f"/{file.path}".removesuffix("index.html") for file in files}
    return {path for path in paths if not NUMBERED.fullmatch(path) and not path.startswith("/_")}


@pytest.mark.parametrize("folder", [".", "tests/sites/second/archive", "tests/sites/two-days"])
def test_every_page_and_export_of_an_archive_is_known_and_nothing_else(folder):
    examined = examine(ROOT / folder, Options(), lambda stage: None)
    assert addresses_of(examined.archive) == site_of(examined)


def test_old_addresses_and_feeds_of_corrections_are_known_where_there_are_any():
    examined = sound(MOVED)
    assert addresses_of(examined.archive) == site_of(examined) | {"/old/path/", "/old.html"}
    assert "/corrections/feed.xml" in addresses_of(examined.archive)
    assert "/corrections/feed.xml" not in addresses_of(sound(AROUND).archive)


def test_every_place_that_a_link_may_name_is_in_the_default_theme():
    templates = ROOT / "themes" / "default" / "templates"
    pages = "".join(
        (templates / f"{kind}.html").read_text() for kind in ("document", "actor", "source", "topic")
    )
    assert {id for id in SECTIONS if f'id="{id}"' not in pages} == set()
