"""`dateline build --offline`: a folder and a zip beside the site."""

import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.errors import PublishError
from generator.offline.copy import copy_site
from generator.offline.places import copy_folder, copy_zip
from tests.archive import PLACES, actor, article, files_in, topic, write
from tests.commandline import Ran, dateline

pytestmark = pytest.mark.slow

FILES = PLACES | {
    "articles/2024-11-29-edge.md": article("measure: war/killed, value: 242, according_to: hts"),
    "articles/2024-11-28-start.md": article(day="2024-11-28", more="aliases: [/old/start/]"),
    "actors/hts.md": actor("The Group"),
    "topics/war.md": topic("killed: {label: Killed, unit: people, cumulative: true}"),
}
ADDRESS = re.compile(r'<(\w+)[^>]*?\s(?:href|src)="([^"]*)"')


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small archive."""
    return write(tmp_path / "archive", FILES)


def copies(folder: Path, *more: str) -> Ran:
    return dateline("build", folder, "--no-search", "--offline", *more)


def test_the_copy_stands_beside_the_site_as_a_folder_and_as_a_zip_with_the_same_files(folder: Path) -> None:
    ran = copies(folder)
    assert ran.code == 0
    assert "site-offline.zip" in ran.out
    copied = files_in(folder / "site-offline")
    assert {"index.html", "2024/11/29/edge/index.html", "facts.csv", "old/start/index.html"} <= copied.keys()
    with ZipFile(folder / "site-offline.zip") as packed:
        inside = {name: packed.read(name) for name in packed.namelist()}
    assert inside == {f"site-offline/{path}": content for path, content in copied.items()}
    assert list(inside) == sorted(inside)


def test_every_link_of_the_copy_leads_to_a_file_of_the_copy(folder: Path) -> None:
    copies(folder)
    root = (folder / "site-offline").resolve()
    seen = 0
    for page in root.rglob("*.html"):
        for tag, address in ADDRESS.findall(page.read_text()):
            path = address.partition("#")[0].partition("?")[0]
            if path.startswith(("https:", "data:")):
                assert tag in {"a", "link"}, address
                continue
            seen += 1
            assert not path or (page.parent / path).resolve().is_file(), (page, address)
    assert seen > 100


def test_what_only_a_server_or_a_browser_that_is_served_needs_is_left_out(folder: Path) -> None:
    copies(folder)
    copied = set(files_in(folder / "site-offline"))
    left_out = {
        "404.html",
        "_headers",
        "robots.txt",
        "sitemap.xml",
        "feed.xml",
        "feed.json",
        "sw.js",
        "published.json",
    }
    assert left_out <= files_in(folder / "site").keys()
    assert not left_out & copied
    assert not any("/search." in path for path in copied)


def test_the_search_page_says_why_there_is_none_and_where_there_is_one(folder: Path) -> None:
    copies(folder)
    page = (folder / "site-offline/search/index.html").read_text()
    assert "may not read the index" in page
    assert 'href="https://example.org/search/"' in page
    assert "data-search" not in page
    assert "<noscript" not in page
    assert (
        "may not read the index" in (folder / "site/search/index.html").read_text().partition("<template")[2]
    )


def test_the_same_archive_gives_the_same_zip_and_an_unchanged_one_is_not_written_again(
    folder: Path, tmp_path: Path
) -> None:
    copies(folder)
    first = (folder / "site-offline.zip").read_bytes()
    stamp = (folder / "site-offline.zip").stat().st_mtime_ns
    assert copies(folder).code == 0
    assert (folder / "site-offline.zip").stat().st_mtime_ns == stamp
    other = tmp_path / "other"
    other.mkdir()
    assert copies(folder, "--output", str(other / "site"), "--no-cache").code == 0
    assert (other / "site-offline.zip").read_bytes() == first


def test_what_is_gone_from_the_site_goes_from_the_copy(folder: Path) -> None:
    copies(folder)
    (folder / "content/articles/2024-11-28-start.md").unlink()
    copies(folder)
    assert not (folder / "site-offline/2024/11/28").exists()
    with ZipFile(folder / "site-offline.zip") as packed:
        assert not any("/2024/11/28/" in name for name in packed.namelist())


def test_a_copy_that_was_thrown_away_is_made_again(folder: Path) -> None:
    copies(folder)
    shutil.rmtree(folder / "site-offline")
    (folder / "site-offline.zip").unlink()
    copies(folder)
    assert (folder / "site-offline/index.html").is_file()
    assert (folder / "site-offline.zip").is_file()


def test_a_build_without_it_leaves_an_earlier_copy_alone(folder: Path) -> None:
    copies(folder)
    before = files_in(folder / "site-offline")
    dateline("build", folder, "--no-search")
    assert files_in(folder / "site-offline") == before


@pytest.mark.parametrize("name", ["site-offline", "site-offline.zip"])
def test_files_that_no_build_has_made_are_never_written_over(folder: Path, name: str) -> None:
    mine = folder / name / "mine.txt" if name == "site-offline" else folder / name
    mine.parent.mkdir(exist_ok=True)
    mine.write_text("mine")
    ran = copies(folder)
    assert ran.code == 2
    assert "not made by a build" in ran.err
    assert mine.read_text() == "mine"


def test_mistakes_leave_the_earlier_copy_as_it_was(folder: Path) -> None:
    copies(folder)
    before = files_in(folder / "site-offline")
    write(folder, {"articles/2024-11-27-bad.md": article(day="2024-11-27", more="sauce: x")})
    assert copies(folder).code == 1
    assert files_in(folder / "site-offline") == before


def test_the_copy_takes_its_name_from_the_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert copy_folder(Path("public")) == Path("public-offline")
    assert copy_zip(Path("a/public")) == Path("a/public-offline.zip")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert copy_folder(Path()) == tmp_path / "here-offline"


def test_a_link_at_the_place_of_the_zip_is_not_followed(folder: Path, tmp_path: Path) -> None:
    copies(folder)
    (folder / "site-offline.zip").rename(tmp_path / "elsewhere.zip")
    (folder / "site-offline.zip").symlink_to(tmp_path / "elsewhere.zip")
    with pytest.raises(PublishError):
        copy_site(
            folder / "site", sorted(files_in(folder / "site")), "https://example.org/", lambda told: None
        )
