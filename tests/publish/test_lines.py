"""The manifest as lines, of which a few are exchanged, is the manifest of all files."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import PublishError
from generator.model.page import Imprint
from generator.publish import Lines, Overlay, Standing, publish, republish
from generator.publish.manifest import Manifest
from generator.publish.paths import MANIFEST

paths = st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | st.sampled_from(
    ['a": {"sha256": "x', "a/b", "a, b", "a\n", "ä", "pagefind/a", "pagefind.b"]
)
imprints = st.builds(Imprint, st.text("0123456789abcdef", min_size=1), st.integers(0, 9))


@pytest.mark.slow
@given(st.dictionaries(paths, imprints), st.dictionaries(paths, st.none() | imprints))
def test_lines_with_others_among_them_are_written_as_a_manifest_is(
    before: dict[str, Imprint], made: dict[str, Imprint | None]
) -> None:
    lines = Lines.of(Manifest(before).encode())
    after = {path: one for path, one in {**before, **made}.items() if one}
    assert lines.changed(made).encode() == Manifest(after).encode()
    assert lines.encode(finished=False) == Manifest(before, finished=False).encode()
    assert {path: lines.imprint(path) for path in before} == before == lines.files
    assert all(lines.imprint(path) is None for path in made.keys() - before.keys())
    assert lines.below("pagefind") == {
        path: one for path, one in before.items() if path.startswith("pagefind/")
    }


def lines_in(folder: Path) -> Lines:
    return Lines.of((folder / MANIFEST).read_bytes())


def test_a_few_files_take_their_places_and_the_others_stand(tmp_path: Path) -> None:
    publish({"a": b"1", "b/c": b"2", "d": b"3"}, tmp_path)
    done = republish({"a": b"other", "b/e": b"new", "d": b"3"}, ["b/c"], tmp_path, lines_in(tmp_path))
    assert (done.written, done.unchanged, done.removed) == (("a", "b/e"), ("d",), ("b/c",))
    whole = tmp_path.parent / "whole"
    publish({"a": b"other", "b/e": b"new", "d": b"3"}, whole)
    assert (tmp_path / MANIFEST).read_bytes() == (whole / MANIFEST).read_bytes()
    assert json.loads((tmp_path / MANIFEST).read_bytes())["finished"] is True
    assert not (tmp_path / "b" / "c").exists()


def test_what_holds_already_what_it_should_is_not_written(tmp_path: Path) -> None:
    publish({"a": b"1"}, tmp_path)
    before = (tmp_path / MANIFEST).stat()
    assert republish({"a": b"1"}, (), tmp_path, lines_in(tmp_path)).unchanged == ("a",)
    assert (tmp_path / MANIFEST).stat().st_mtime_ns == before.st_mtime_ns


def test_a_file_that_is_not_ours_is_not_overwritten(tmp_path: Path) -> None:
    publish({"a": b"1"}, tmp_path)
    (tmp_path / "b").write_text("mine", encoding="utf-8")
    with pytest.raises(PublishError, match="that no build has made: b"):
        republish({"a": b"2", "b": b"3"}, (), tmp_path, lines_in(tmp_path))
    assert (tmp_path / "a").read_bytes() == b"1"


def test_what_stands_is_seen_behind_what_is_new() -> None:
    old = {"a": Imprint("x", 1), "b": Imprint("y", 2)}
    files = Overlay({"b": b"new", "c": b"too"}, old, old.get)
    assert (files["a"], files["b"], files["c"]) == (Standing(old["a"]), b"new", b"too")
    assert (list(files), len(files), "a" in files, "d" in files) == (["a", "b", "c"], 3, True, False)
    with pytest.raises(KeyError):
        files["d"]
