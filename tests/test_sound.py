"""What is not sound is not published, and the site that stood before stays."""

from pathlib import Path

import pytest

from generator.errors import PublishError
from generator.model.page import Imprint
from generator.publish import Standing
from generator.sound import make_sure
from tests.archive import SITE, built, files_in, sound
from tests.themes.making import archive_in, theme_in

pytestmark = pytest.mark.slow

LOST = '<!doctype html><title>x</title><a href="/nowhere/">x</a>'
PLACE = sound({"site.yaml": SITE}).archive.site


def test_a_theme_whose_link_leads_nowhere_is_told_with_page_and_place_and_nothing_is_published(
    tmp_path: Path,
) -> None:
    output = tmp_path / "site"
    built(archive_in(tmp_path), output)
    before = files_in(output)
    theme_in(tmp_path, "mine", {"theme.toml": 'base = "default"\n', "templates/notfound.html": LOST})
    with pytest.raises(PublishError, match=r"404\.html leads to nowhere/index\.html") as told:
        built(archive_in(tmp_path, "mine"), output)
    assert told.value.hint.startswith("The site that stood before stays as it was.")
    assert files_in(output) == before


def test_a_search_that_is_cut_off_is_not_published(tmp_path: Path) -> None:
    files = {"pagefind/pagefind-entry.json": b"{"}
    with pytest.raises(PublishError, match=r"pagefind/pagefind-entry\.json is damaged"):
        make_sure(files, files, tmp_path, PLACE, searched=True)


def test_what_stands_already_is_not_looked_at_again_and_of_many_problems_a_few_are_shown(
    tmp_path: Path,
) -> None:
    (tmp_path / "old.html").write_text(LOST)
    make_sure({"old.html": Standing(Imprint("", 0))}, (), tmp_path, PLACE, searched=False)
    links = "".join(f'<a href="/{number}.html">x</a>' for number in range(9))
    with pytest.raises(PublishError, match="and 4 more problems"):
        make_sure({"new.html": links.encode()}, ["new.html"], tmp_path, PLACE, searched=False)
