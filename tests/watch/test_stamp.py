"""Two looks at a file tell whether it changed, even where the times of the file system are coarse."""

import os
import stat
import time
from pathlib import Path
from unittest.mock import patch

import pytest

from generator.watch.stamp import LARGEST, differ, stamp

NOW = 1_700_000_000 * 10**9
SECOND = 10**9


def looked(at_ns: int, size: int = 5) -> os.stat_result:
    """What a file system says of a file that was written at this moment."""
    fields = (stat.S_IFREG | 0o644, 7, 1, 1, 0, 0, size, 0, 0, 0)
    return os.stat_result(fields, times(at_ns))


def times(at_ns: int) -> dict[str, int]:
    return {"st_mtime_ns": at_ns, "st_ctime_ns": at_ns, "st_atime_ns": at_ns}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text("first")
    return tmp_path / "a.md"


def test_a_second_change_within_one_tick_of_the_clock_is_seen(file: Path) -> None:
    with patch.object(time, "time_ns", return_value=NOW):
        first = stamp(str(file), looked(NOW))
        assert not differ(first, stamp(str(file), looked(NOW), first))
        file.write_text("other")
        assert differ(first, stamp(str(file), looked(NOW), first))


def test_it_is_seen_after_the_file_has_grown_old_too(file: Path) -> None:
    with patch.object(time, "time_ns", return_value=NOW):
        first = stamp(str(file), looked(NOW))
    file.write_text("other")
    with patch.object(time, "time_ns", return_value=NOW + 3 * SECOND):
        assert differ(first, stamp(str(file), looked(NOW), first))


def test_a_file_that_was_written_long_ago_is_not_read(file: Path) -> None:
    file.unlink()
    with patch.object(time, "time_ns", return_value=NOW):
        first = stamp(str(file), looked(NOW - 3 * SECOND))
        again = stamp(str(file), looked(NOW - 3 * SECOND), first)
    assert (first.digest, again) == (b"", first)


def test_a_young_file_is_read_once_more_when_it_is_old_and_then_no_more(file: Path) -> None:
    with patch.object(time, "time_ns", return_value=NOW):
        first = stamp(str(file), looked(NOW))
    with patch.object(time, "time_ns", return_value=NOW + 3 * SECOND):
        second = stamp(str(file), looked(NOW), first)
        assert not differ(first, second)
        file.unlink()
        assert stamp(str(file), looked(NOW), second) == second
    assert first.digest == second.digest != b""


def test_a_time_that_was_put_back_does_not_hide_a_change(file: Path) -> None:
    """The system notes when it was put back, and that time nobody can set."""
    long_ago = looked(NOW - 9 * SECOND)
    back = os.stat_result(tuple(long_ago), {**times(NOW - 9 * SECOND), "st_ctime_ns": NOW - 5 * SECOND})
    with patch.object(time, "time_ns", return_value=NOW):
        assert differ(stamp(str(file), long_ago), stamp(str(file), back))


def test_a_very_large_file_is_never_read(file: Path) -> None:
    with patch.object(time, "time_ns", return_value=NOW):
        assert stamp(str(file), looked(NOW, LARGEST + 1)).digest == b""


def test_a_file_of_tomorrow_is_as_doubtful_as_one_of_just_now(file: Path) -> None:
    with patch.object(time, "time_ns", return_value=NOW):
        assert stamp(str(file), looked(NOW + SECOND)).digest


def test_a_file_that_comes_or_goes_differs(file: Path) -> None:
    now = stamp(str(file), file.stat())
    assert differ(None, now)
    assert differ(now, None)
    assert not differ(None, None)
