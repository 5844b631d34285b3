"""After `publish` the folder holds the site and whatever was not ours, and nothing else."""

import errno
import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import PublishError
from generator.publish import Published, publish
from generator.publish.manifest import read_manifest
from generator.publish.paths import MANIFEST, PASSING, STAGE, UNFINISHED, folders_of

SITE = {"index.html": b"home", "facts/index.html": b"facts", "2024/11/29/index.html": b"day"}


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.relative_to(folder).as_posix() != MANIFEST
    }


def folders_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir()}


def _consistent(site: dict[str, bytes]) -> bool:
    return not any(folder in site for path in site for folder in folders_of(path))


names = st.lists(st.sampled_from(["a", "b", "é", "c.html"]), min_size=1, max_size=3).map("/".join)
sites = st.dictionaries(names, st.binary(max_size=4), max_size=6).filter(_consistent)


@pytest.mark.slow
@given(sites, sites, st.binary(max_size=3))
@settings(max_examples=50, deadline=None)
def test_a_second_site_replaces_the_first_and_leaves_what_is_not_ours(
    first: dict[str, bytes], second: dict[str, bytes], note: bytes
) -> None:
    with TemporaryDirectory() as temporary:
        output = Path(temporary) / "site"
        publish(first, output)
        (output / "notes").mkdir()
        (output / "notes/mine.txt").write_bytes(note)
        published = publish(second, output)
        assert files_in(output) == {**second, "notes/mine.txt": note}
        assert folders_in(output) == {folder for path in second for folder in folders_of(path)} | {"notes"}
        assert set(published.unchanged) == {path for path in second if first.get(path) == second[path]}
        assert set(published.written) == set(second) - set(published.unchanged)
        assert set(published.removed) == set(first) - set(second)


def test_the_same_site_again_writes_nothing(tmp_path: Path) -> None:
    publish(SITE, tmp_path)
    before = {file: (file.stat().st_ino, file.stat().st_mtime_ns) for file in tmp_path.rglob("*")}
    assert publish(SITE, tmp_path) == Published((), tuple(sorted(SITE)), ())
    assert {file: (file.stat().st_ino, file.stat().st_mtime_ns) for file in tmp_path.rglob("*")} == before


def test_a_file_that_was_changed_on_disk_is_written_again_though_the_manifest_knows_it(
    tmp_path: Path,
) -> None:
    publish(SITE, tmp_path)
    (tmp_path / "index.html").write_bytes(b"HOME")
    assert publish(SITE, tmp_path).written == ("index.html",)
    assert (tmp_path / "index.html").read_bytes() == b"home"


def test_a_page_that_is_gone_takes_its_empty_folders_along(tmp_path: Path) -> None:
    publish(SITE, tmp_path)
    published = publish({"index.html": b"home"}, tmp_path)
    assert published.removed == ("2024/11/29/index.html", "facts/index.html")
    assert sorted(path.name for path in tmp_path.iterdir()) == [MANIFEST, "index.html"]


def test_what_is_to_be_kept_stays_and_can_still_be_removed_later(tmp_path: Path) -> None:
    publish({**SITE, "pagefind/a": b"a", "pagefind/b": b"b"}, tmp_path)
    assert publish(SITE, tmp_path, keep=["pagefind/"]).removed == ()
    assert (tmp_path / "pagefind/a").read_bytes() == b"a"
    assert publish(SITE, tmp_path, keep=["pagefind/a"]).removed == ("pagefind/b",)
    assert publish(SITE, tmp_path).removed == ("pagefind/a",)


def test_the_manifest_is_the_same_for_the_same_site_in_any_order(tmp_path: Path) -> None:
    publish(SITE, tmp_path / "one")
    publish(dict(reversed(SITE.items())), tmp_path / "two")
    first = (tmp_path / "one" / MANIFEST).read_bytes()
    assert first == (tmp_path / "two" / MANIFEST).read_bytes()
    said = json.loads(first)
    assert said["version"] == 1
    assert said["files"]["index.html"]["size"] == 4
    assert str(tmp_path).encode() not in first


def test_a_file_that_no_build_has_made_is_neither_overwritten_nor_anything_else_touched(
    tmp_path: Path,
) -> None:
    publish({"index.html": b"home"}, tmp_path)
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts/index.html").write_bytes(b"by hand")
    before = files_in(tmp_path)
    with pytest.raises(PublishError, match=r"no build has made: facts/index\.html\.$") as refused:
        publish({**SITE, "index.html": b"new"}, tmp_path)
    assert refused.value.hint == "Remove them by hand, or choose another folder with --output."
    assert files_in(tmp_path) == before


def test_a_folder_with_files_of_somebody_else_is_refused_and_the_first_few_are_named(tmp_path: Path) -> None:
    for number in range(8):
        (tmp_path / f"holiday-{number}.jpg").write_bytes(b"x")
    with pytest.raises(PublishError, match=r"holiday-0\.jpg.*holiday-4\.jpg and 3 more") as refused:
        publish(SITE, tmp_path)
    assert "by hand" in refused.value.hint
    assert not (tmp_path / MANIFEST).exists()


def test_a_folder_without_a_manifest_is_taken_over_when_all_in_it_is_equal(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"home")
    assert publish(SITE, tmp_path).unchanged == ("index.html",)
    assert publish({}, tmp_path).removed == tuple(sorted(SITE))


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"[]",
        b'{"version": 2, "finished": true, "files": {}}',
        b'{"version": 1, "finished": true, "files": {"../victim": {"sha256": "", "size": 1}}}',
        b'{"version": 1, "finished": true, "files": []}',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_with_a_damaged_foreign_or_newer_manifest_nothing_is_removed_and_the_hint_says_what_to_do(
    tmp_path: Path, damaged: bytes
) -> None:
    output = tmp_path / "site"
    (tmp_path / "victim").write_bytes(b"x")
    publish(SITE, output)
    (output / MANIFEST).write_bytes(damaged)
    with pytest.raises(PublishError, match="cannot be read") as refused:
        publish({"index.html": b"new"}, output)
    assert "remove the contents" in refused.value.hint
    assert files_in(output) == SITE
    assert (tmp_path / "victim").exists()


def test_a_manifest_that_is_a_symbolic_link_is_none(tmp_path: Path) -> None:
    publish(SITE, tmp_path / "site")
    (tmp_path / "site" / MANIFEST).rename(tmp_path / "list")
    (tmp_path / "site" / MANIFEST).symlink_to(tmp_path / "list")
    assert read_manifest(tmp_path / "site") is None


def test_a_folder_that_cannot_be_listed_is_told_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(folder: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(folder))

    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", refused)
        with pytest.raises(PublishError, match=r"could not be written: .*Permission denied"):
            publish(SITE, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_manifest_is_made_anew_when_all_files_are_right(tmp_path: Path) -> None:
    publish(SITE, tmp_path)
    (tmp_path / MANIFEST).write_bytes(b"{")
    assert publish(SITE, tmp_path).written == ()
    assert publish({}, tmp_path).removed == tuple(sorted(SITE))


@pytest.mark.parametrize(
    "path",
    [
        "../x",
        "a/../../x",
        "/etc/x",
        "a\\b",
        "",
        "a//b",
        "./a",
        "a/",
        "C:/x",
        "a\0b",
        MANIFEST,
        *sorted(PASSING),
        f"{STAGE}/a",
    ],
)
def test_a_path_that_leaves_the_folder_is_a_mistake_of_the_program(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path inside"):
        publish({path: b"x"}, tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_a_path_cannot_be_both_a_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="both a file and a folder"):
        publish({"a": b"", "a/b": b""}, tmp_path)


def test_a_file_becomes_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    publish({"a": b"1", "b/c/d": b"2"}, tmp_path)
    publish({"a/b": b"3", "b": b"4"}, tmp_path)
    assert files_in(tmp_path) == {"a/b": b"3", "b": b"4"}


def test_a_folder_is_not_replaced_by_a_file_while_it_holds_something_of_somebody_else(tmp_path: Path) -> None:
    publish({"b/c": b"2"}, tmp_path)
    (tmp_path / "b/mine.txt").write_bytes(b"x")
    with pytest.raises(PublishError, match=r"no build has made: b/mine\.txt"):
        publish({"b": b"4"}, tmp_path)
    assert files_in(tmp_path) == {"b/c": b"2", "b/mine.txt": b"x"}


@pytest.mark.parametrize("ours_before", [False, True])
def test_a_symbolic_link_in_the_output_folder_is_never_written_through(
    tmp_path: Path, ours_before: bool
) -> None:
    elsewhere, output = tmp_path / "elsewhere", tmp_path / "site"
    elsewhere.mkdir()
    publish({"index.html": b"home"} | ({"facts": b"a file"} if ours_before else {}), output)
    (output / "facts").unlink(missing_ok=True)
    (output / "facts").symlink_to(elsewhere)
    with pytest.raises(PublishError, match="no build has made: facts"):
        publish(SITE, output)
    assert list(elsewhere.iterdir()) == []


def test_a_file_of_ours_that_became_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish(SITE, output)
    (tmp_path / "target").write_bytes(b"home")
    (output / "index.html").unlink()
    (output / "index.html").symlink_to(tmp_path / "target")
    with pytest.raises(PublishError, match=r"index\.html"):
        publish(SITE, output)
    assert (tmp_path / "target").read_bytes() == b"home"


def test_nothing_is_removed_behind_a_symbolic_link(tmp_path: Path) -> None:
    output, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    publish(SITE, output)
    (output / "facts").rename(elsewhere)
    (output / "facts").symlink_to(elsewhere)
    assert publish({"index.html": b"home"}, output).removed == ("2024/11/29/index.html",)
    assert (elsewhere / "index.html").exists()


def test_a_temporary_name_that_is_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish({"index.html": b"home"}, output)
    (tmp_path / "target").write_bytes(b"mine")
    (output / UNFINISHED).symlink_to(tmp_path / "target")
    publish({"index.html": b"new"}, output)
    assert (tmp_path / "target").read_bytes() == b"mine"
    assert files_in(output) == {"index.html": b"new"}


def test_an_output_folder_that_is_a_file_or_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path)
    for output in (tmp_path / "file", tmp_path / "link"):
        with pytest.raises(PublishError, match="symbolic link or a file"):
            publish(SITE, output)


def test_an_error_of_the_machine_names_the_path_and_the_reason(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match=r"aaa.*File name too long"):
        publish({"a" * 300: b"x"}, tmp_path)
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(PublishError, match=r"file.*Not a directory"):
        publish(SITE, tmp_path / "file" / "site")


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_pages_can_be_read_by_the_web_server(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        publish(SITE, tmp_path / "site")
    finally:
        os.umask(before)
    assert (tmp_path / "site/index.html").stat().st_mode & 0o777 == 0o644
