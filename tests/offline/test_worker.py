"""The files by which a browser keeps a site, and by which it stops to."""

import json
import struct
from pathlib import Path

import pytest

from generator.asked import Options
from generator.model.site import Site
from generator.offline.worker import worker_files
from tests.archive import PLACES, SITE, article, built, examined, files_in, write
from tests.preview.living import living

KEPT = PLACES | {"site.yaml": f"{SITE}offline: true\n", "articles/2024-11-29-edge.md": article()}
ASSETS = (
    "assets/style.12345678.css",
    "assets/icon.12345678.svg",
    "assets/front.12345678.jpg",
    "assets/offline-icon-512.12345678.png",
    "assets/offline-icon-192.12345678.png",
)


def build_of(worker: bytes) -> dict[str, object]:
    """What the worker is told of the build, which stands in its first line."""
    told: dict[str, object] = json.loads(
        worker.partition(b"\n")[0].removeprefix(b"const BUILD = ").rstrip(b";")
    )
    return told


def files(pages: dict[str, bytes], title: str = "The archive", language: str = "en") -> dict[str, bytes]:
    site = Site(title, "", "https://example.org/", language=language, offline=True)
    held = dict.fromkeys((*ASSETS, "index.html", "offline.html"), b"") | pages
    return worker_files(site, ASSETS, held.__getitem__)


def test_a_worker_begins_with_the_home_page_and_what_pages_need_and_not_with_pictures() -> None:
    told = build_of(files({})["sw.js"])
    assert told["shell"] == ["./", "offline.html", "assets/icon.12345678.svg", "assets/style.12345678.css"]


def test_a_worker_is_another_one_only_where_it_begins_with_something_else() -> None:
    assert files({})["sw.js"] == files({"2024/index.html": b"new"})["sw.js"]
    assert files({})["sw.js"] != files({"index.html": b"new"})["sw.js"]


def test_the_manifest_names_the_site_in_its_language_and_stays_within_it() -> None:
    said = json.loads(files({}, "الأرشيف", "ar")["manifest.webmanifest"])
    assert (said["name"], said["lang"], said["dir"]) == ("الأرشيف", "ar", "rtl")
    assert (said["start_url"], said["scope"]) == ("./", "./")


def test_the_manifest_has_an_icon_for_any_size_and_pictures_for_devices_that_take_no_drawing() -> None:
    icons = json.loads(files({})["manifest.webmanifest"])["icons"]
    assert icons[0] == {"src": "assets/icon.12345678.svg", "sizes": "any", "type": "image/svg+xml"}
    assert [(icon["sizes"], icon["type"], icon.get("purpose")) for icon in icons[1:]] == [
        ("192x192", "image/png", None),
        ("192x192", "image/png", "maskable"),
        ("512x512", "image/png", None),
        ("512x512", "image/png", "maskable"),
    ]


@pytest.mark.slow
def test_a_site_is_not_kept_unless_it_says_so_and_then_bids_earlier_workers_farewell(tmp_path: Path) -> None:
    built(write(tmp_path, KEPT | PLACES), tmp_path / "site")
    site = files_in(tmp_path / "site")
    assert b"unregister()" in site["sw.js"]
    assert b"fetch" not in site["sw.js"]
    assert "offline.html" not in site
    assert "manifest.webmanifest" not in site
    assert b"manifest.webmanifest" not in site["index.html"]
    assert not [path for path in site if path.startswith("assets/offline")]


@pytest.mark.slow
def test_a_site_that_is_kept_has_the_worker_the_manifest_and_the_page(tmp_path: Path) -> None:
    built(write(tmp_path, KEPT), tmp_path / "site")
    site = files_in(tmp_path / "site")
    shell = build_of(site["sw.js"])["shell"]
    assert isinstance(shell, list)
    assert {path for path in shell if path != "./"} <= site.keys()
    said = json.loads(site["manifest.webmanifest"])
    icons = {icon["src"]: icon["sizes"] for icon in said["icons"] if icon["type"] == "image/png"}
    sizes = {path: struct.unpack(">II", site[path][16:24]) for path in icons}  # of IHDR, the first chunk
    assert {path: f"{wide}x{high}" for path, (wide, high) in sizes.items()} == icons
    assert sorted(sizes.values()) == [(192, 192), (512, 512)]
    assert all(len(site[path]) < 3000 for path in icons)
    assert b'rel="manifest" href="../../../../manifest.webmanifest"' in site["2024/11/29/edge/index.html"]
    assert b"/offline.html" not in site["sitemap.xml"]


def test_anything_but_true_or_false_is_a_mistake() -> None:
    result = examined(KEPT | {"site.yaml": f"{SITE}offline: maybe\n"})
    assert [problem.file for problem in result.diagnostics] == ["content/site.yaml"]


@pytest.mark.slow
def test_a_preview_is_never_kept_and_rids_a_browser_of_the_worker_that_the_built_site_had(
    tmp_path: Path,
) -> None:
    write(tmp_path, KEPT)
    with living(tmp_path, options=Options(search=False)) as told:
        page, worker = told.live.served("/"), told.live.served("/sw.js")
        assert page is not None
        assert worker is not None
        assert b"manifest.webmanifest" not in page.content
        assert b"offline." not in page.content
        assert b"unregister()" in worker.content
        assert told.live.served("/manifest.webmanifest") is None
