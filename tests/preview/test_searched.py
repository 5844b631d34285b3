"""Only pages that may have changed are rendered for the search."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.preview.searched import Eyes, Searched
from generator.preview.snapshot import Snapshot
from generator.render.renderer import render
from generator.search import seen_digest
from tests.archive import actor, article, topic, write
from tests.preview.living import EDGE, PAGE, PLACES, Told, living

pytestmark = pytest.mark.slow

OTHER = "articles/2024-11-28-other.md"
FILES = PLACES | {
    "actors/hts.md": actor("The Group"),
    "topics/war.md": topic("killed: {label: Killed}"),
    EDGE: article("measure: war/killed, value: 31", more="actors: [hts]", title="The edge"),
    "articles/2023-01-01-old.md": article(day="2023-01-01", title="Of old"),
    OTHER: article("measure: war/killed, value: 30", day="2024-11-28", title="The other"),
}


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    with living(tmp_path, FILES) as told:
        yield told


def snapshot_of(told: Told) -> Snapshot:
    assert told.live.settled(60)
    snapshot = told.live._current.snapshot
    assert snapshot is not None
    return snapshot


def rendered(searched: Searched, snapshot: Snapshot) -> set[str]:
    """Bring what is known up to date; the pages that had to be rendered for that."""
    pages = {page.file: page for page in snapshot.pages.values() if page.searched}
    eyes: Eyes = searched.through(snapshot)
    again = {file for file, page in pages.items() if eyes.standing(page) is None}
    for file in again:
        eyes.rendered(pages[file])
    for file, page in pages.items():
        plain = render(snapshot.theme, snapshot.archive.site, "0", page)
        assert eyes.digest(file) == seen_digest(plain)
    searched.done(eyes, pages)
    return again


def test_a_page_is_rendered_once_and_again_only_when_something_on_it_may_have_changed(
    told: Told, tmp_path: Path
) -> None:
    searched = Searched()
    first = rendered(searched, snapshot_of(told))
    assert {PAGE[1:] + "index.html", "2023/01/01/old/index.html", "2023/01/01/index.html"} <= first
    assert rendered(searched, snapshot_of(told)) == set()
    write(tmp_path, {EDGE: FILES[EDGE] + "\nOne more sentence.\n"})
    assert told.shows("One more sentence.")
    again = rendered(searched, snapshot_of(told))
    assert PAGE[1:] + "index.html" in again
    assert not {"2023/01/01/old/index.html", "2023/01/01/index.html"} & again
    assert rendered(searched, snapshot_of(told)) == set()


def test_a_figure_bears_on_the_pages_of_others(told: Told, tmp_path: Path) -> None:
    searched = Searched()
    rendered(searched, snapshot_of(told))
    write(tmp_path, {OTHER: FILES[OTHER].replace("30", "45")})
    assert told.shows("45", "/2024/11/28/other/")
    assert {"2024/11/28/other/index.html", "facts/war/killed/index.html"} <= rendered(
        searched, snapshot_of(told)
    )


def test_another_theme_renders_every_page(told: Told, tmp_path: Path) -> None:
    searched = Searched()
    first = rendered(searched, snapshot_of(told))
    write(tmp_path, {"site.yaml": PLACES["site.yaml"].replace("title: ", "title: Another ")})
    assert told.shows("Another ", "/")
    assert rendered(searched, snapshot_of(told)) == first
