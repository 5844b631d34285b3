"""A file is read again when it may have changed, and only then."""

import os
from pathlib import Path

import pytest

from generator.read.seen import SETTLED, Seen

LONG_AGO = 1_000_000_000_000_000_000


def looked(file: Path, seen: Seen[bytes]) -> tuple[bytes, bool]:
    """What stands in a file, and whether it had to be read."""
    stat = file.stat()
    known = seen.unchanged(str(file), stat)
    return (known, False) if known is not None else (seen.read(str(file), stat, file.read_bytes()), True)


def aged(file: Path, text: str) -> None:
    file.write_text(text)
    os.utime(file, ns=(LONG_AGO, LONG_AGO))


def test_a_file_that_was_left_alone_is_not_read_twice(tmp_path: Path, monkeypatch) -> None:
    file, seen = tmp_path / "a.md", Seen[bytes]()
    aged(file, "one")
    later(monkeypatch, file)
    assert looked(file, seen) == (b"one", True)
    assert looked(file, seen) == (b"one", False)


def test_a_file_that_was_just_written_is_read_again_because_its_times_may_be_too_coarse(
    tmp_path: Path,
) -> None:
    file, seen = tmp_path / "a.md", Seen[bytes]()
    file.write_text("one")
    assert looked(file, seen) == (b"one", True)
    assert looked(file, seen) == (b"one", True)


def test_the_same_bytes_are_the_same_object_also_when_read_again(tmp_path: Path) -> None:
    file, seen = tmp_path / "a.md", Seen[bytes]()
    file.write_text("one")
    assert looked(file, seen)[0] is looked(file, seen)[0]


def test_an_edit_that_keeps_size_and_time_is_seen_by_the_time_of_change(tmp_path: Path, monkeypatch) -> None:
    file, seen = tmp_path / "a.md", Seen[bytes]()
    aged(file, "one")
    later(monkeypatch, file)
    looked(file, seen)
    aged(file, "two")
    assert looked(file, seen) == (b"two", True)


def test_a_file_put_in_the_place_of_another_is_read(tmp_path: Path, monkeypatch) -> None:
    file, seen = tmp_path / "a.md", Seen[bytes]()
    aged(file, "one")
    later(monkeypatch, file)
    looked(file, seen)
    aged(tmp_path / "b.md", "two")
    (tmp_path / "b.md").replace(file)
    assert looked(file, seen) == (b"two", True)


def later(monkeypatch, file: Path) -> None:
    """Let enough time pass for a stamp to be trusted."""
    monkeypatch.setattr("generator.read.seen.time.time_ns", lambda: file.stat().st_ctime_ns + SETTLED + 1)


def test_what_a_walk_did_not_come_by_is_forgotten(tmp_path: Path, monkeypatch) -> None:
    here, gone, seen = tmp_path / "here.md", tmp_path / "gone.md", Seen[bytes]()
    for file in (here, gone):
        aged(file, "one")
    later(monkeypatch, gone)
    with seen.walk():
        assert looked(here, seen) == (b"one", True)
        assert looked(gone, seen) == (b"one", True)
    with seen.walk():
        assert looked(here, seen) == (b"one", False)
    assert looked(gone, seen) == (b"one", True)


def test_a_walk_that_fails_forgets_nothing(tmp_path: Path, monkeypatch) -> None:
    file, seen = tmp_path / "a.md", Seen[bytes]()
    aged(file, "one")
    later(monkeypatch, file)
    looked(file, seen)
    with pytest.raises(OSError, match="gone"), seen.walk():
        raise OSError("gone")
    assert looked(file, seen) == (b"one", False)
