"""Which files of content/assets/ may be published, and what is said of the others."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.asset import Asset
from generator.model.diagnostic import Diagnostic
from generator.read.assets import Found, dimensions, find_assets
from generator.read.limits import ASSET
from generator.read.seen import Seen
from generator.read.signatures import kind_of
from tests.links.archive import png

PNG = png(40, 30)
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b080015002501011100") + b"\0" * 20
GIF = b"GIF89a" + bytes([37, 0, 21, 0]) + b"\0" * 20


def found(folder: Path, files: dict[str, bytes], seen: Seen[Asset | Diagnostic] | None = None) -> Found:
    content = folder / "content"
    for name, raw in files.items():
        file = content / "assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
    return find_assets(content, content.resolve(), seen or Seen[Asset | Diagnostic]())


def told(folder: Path, files: dict[str, bytes]) -> list[str]:
    return [f"{one.file} {one.code}: {one.message} ({one.hint})" for one in found(folder, files).diagnostics]


def test_pictures_have_a_size_and_other_files_have_none(tmp_path):
    files = {"a/front.png": PNG, "b.JPG": JPEG, "c.gif": GIF, "d.csv": b"a,b\n", "e.pdf": b"%PDF-1.7\n"}
    assets = sorted(found(tmp_path, files).files, key=lambda asset: asset.file)
    assert [(asset.file, asset.size, asset.address) for asset in assets] == [
        ("content/assets/a/front.png", (40, 30), "/files/a/front.png"),
        ("content/assets/b.JPG", (37, 21), "/files/b.JPG"),
        ("content/assets/c.gif", (37, 21), "/files/c.gif"),
        ("content/assets/d.csv", None, "/files/d.csv"),
        ("content/assets/e.pdf", None, "/files/e.pdf"),
    ]


def test_an_archive_without_assets_has_none(tmp_path):
    (tmp_path / "content").mkdir()
    assert found(tmp_path, {}) == Found((), frozenset(), ())


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("map.svg", "an SVG picture can carry a program, so it is not published"),
        ("page.html", "a browser would run this file, so it is not published"),
        ("page.XHTML", "a browser would run this file, so it is not published"),
        ("feed.xml", "a browser would run this file, so it is not published"),
        ("map.svgz", "a browser would run this file, so it is not published"),
        ("run.js", "a browser would run this file, so it is not published"),
        ("text.md", "a text is no asset"),
        ("photo.tiff", "files of the kind .tiff are not published"),
        ("README", "its name has no ending"),
        ("a b.png", "this name cannot stand in an address"),
        ("café.png", "this name cannot stand in an address"),
        ("-x.png", "this name cannot stand in an address"),
        ("_headers.txt", "this name cannot stand in an address"),
        ("con.png", "this name cannot stand in an address"),
        ("nul/x.png", "this name cannot stand in an address"),
        ("a%2e.png", "this name cannot stand in an address"),
    ],
)
def test_other_kinds_and_names_are_refused_with_a_sentence(tmp_path, name, message):
    result = found(tmp_path, {name: PNG})
    assert [(one.code, one.message) for one in result.diagnostics] == [("refused-asset", message)]
    assert result.files == ()
    assert result.refused == {result.diagnostics[0].file}


def test_what_systems_leave_behind_is_passed_over(tmp_path):
    files = {".DS_Store": b"", "Thumbs.db": b"", "desktop.ini": b"", "map.png~": b"", ".git/x.svg": b""}
    assert found(tmp_path, files) == Found((), frozenset(), ())


@pytest.mark.parametrize(
    ("name", "raw", "hint"),
    [
        ("a.png", JPEG, "rename it, so that it ends in .jpg"),
        ("a.jpg", PNG, "rename it, so that it ends in .png"),
        ("a.png", b"<svg onload=alert(1)>", "save it again"),
        ("a.png", PNG[:12], "save it again"),
        ("a.webp", b"RIFF....WEBPVP8 ", "save it again"),
        ("a.pdf", b"<html>", "save it again"),
        ("a.csv", b"PK\x03\x04 a table of a spreadsheet program", "rename it, so that it ends in .zip"),
        ("a.txt", b"\x00\x01", "save it again"),
        ("a.png", b"", "save it again"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path, name, raw, hint):
    assert [(one.code, one.hint) for one in found(tmp_path, {name: raw}).diagnostics] == [
        ("mislabelled-asset", hint)
    ]


def test_the_limit_of_size_is_told_and_holds_before_reading(tmp_path):
    assert found(tmp_path, {"a.txt": b"x" * ASSET}).diagnostics == ()
    with (tmp_path / "content/assets/a.txt").open("wb") as file:
        file.truncate(1 << 40)
    assert told(tmp_path, {}) == [
        "content/assets/a.txt asset-too-large: the file is larger than 10 MiB "
        "(make it smaller, or link to it elsewhere)"
    ]


def test_a_bomb_is_taken_as_bytes(tmp_path):
    assert [asset.size for asset in found(tmp_path, {"bomb.gz": b"\x1f\x8b" + b"\0" * 99}).files] == [None]


def test_names_that_differ_only_in_capitals_are_refused(tmp_path):
    assert told(tmp_path, {"Map.png": PNG, "map.png": PNG}) == [
        "content/assets/map.png refused-asset: its name is that of content/assets/Map.png but for capital "
        "letters (rename one of them)"
    ]


def test_links_that_leave_the_folder_are_refused_and_those_within_are_not(tmp_path):
    found(tmp_path, {"a.txt": b"a"})
    (tmp_path / "content/articles").mkdir()
    (tmp_path / "content/articles/draft.md").write_text("secret")
    assets = tmp_path / "content/assets"
    (assets / "b.txt").symlink_to("a.txt")
    (assets / "c.txt").symlink_to("/etc/passwd")
    (assets / "d.txt").symlink_to("../articles/draft.md")
    (assets / "e.txt").symlink_to("gone.txt")
    (assets / "f.txt").symlink_to("f.txt")
    (assets / "up").symlink_to("..")
    (assets / "out").symlink_to("/etc")
    os.mkfifo(assets / "g.txt")
    result = find_assets(tmp_path / "content", (tmp_path / "content").resolve(), Seen())
    assert [asset.file for asset in result.files] == ["content/assets/a.txt", "content/assets/b.txt"]
    assert sorted((one.file.rpartition("/")[2], one.code) for one in result.diagnostics) == [
        ("c.txt", "leaves-content"),
        ("d.txt", "leaves-content"),
        ("e.txt", "unreadable"),
        ("f.txt", "unreadable"),
        ("g.txt", "not-a-file"),
        ("out", "leaves-content"),
        ("up", "linked-folder"),
    ]


def test_a_file_that_has_not_changed_is_not_read_again(tmp_path, monkeypatch):
    seen: Seen[Asset | Diagnostic] = Seen()
    files = {"a.png": PNG, "b.png": JPEG}
    found(tmp_path, files)
    for name in files:
        os.utime(tmp_path / "content/assets" / name, (0, 0))
    monkeypatch.setattr("generator.read.seen.SETTLED", -1)
    first = found(tmp_path, {}, seen)
    monkeypatch.setattr(Path, "open", lambda *_, **__: pytest.fail("a file was read again"))
    again = find_assets(tmp_path / "content", (tmp_path / "content").resolve(), seen)
    assert again == first
    assert again.files[0] is first.files[0]


@given(st.sampled_from([PNG, JPEG, GIF, b"RIFF1234WEBPVP8L", b"\0\0\0\x20ftypavif"]), st.binary(max_size=60))
def test_no_picture_breaks_the_reader(start, rest):
    size = dimensions(start + rest)
    assert size is None or min(size) > 0
    assert kind_of(start + rest) in {"png", "jpg", "gif", "webp", "avif"}
