"""A constant database gives back what was written, or says that it is damaged."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.memo import cdb
from generator.memo.cdb import Cdb
from generator.memo.damaged import DamagedError

TOKEN = b"0123456789abcdef"
keys = st.tuples(
    st.sampled_from(["one", "two"]),
    st.none() | st.text() | st.integers() | st.binary() | st.tuples(st.text()),
)
values = st.dictionaries(keys, st.binary() | st.text() | st.lists(st.integers()))


def written(folder: str, held: dict[Any, Any]) -> Path:
    file = Path(folder) / "held"
    cdb.write(file, TOKEN, held.items())
    return file


@pytest.mark.slow
@given(values, keys)
def test_what_was_written_is_there_and_nothing_else(held: dict[Any, Any], other: Any) -> None:
    with TemporaryDirectory() as folder:
        found = Cdb(written(folder, held))
        assert found.token == TOKEN
        assert {key: found.get(*key) for key in held} == held
        assert found.get(*other) == held.get(other)
        found.close()


def misread(place: int, change: int) -> list[object]:
    """What is taken for a value that is there, where one byte of a file is another."""
    held = {("one", number): f"value {number}" for number in range(60)}
    with TemporaryDirectory() as folder:
        file = written(folder, held)
        content = bytearray(file.read_bytes())
        content[place % len(content)] ^= change
        file.write_bytes(content)
        try:
            found = Cdb(file)
        except DamagedError:
            return []
        wrong: list[object] = []
        for key, value in held.items():
            with suppress(DamagedError):
                if (told := found.get(*key)) != value:
                    wrong.append(told)
        found.close()
        return wrong


@given(st.integers(0), st.integers(1, 255))
def test_what_is_damaged_is_never_taken_for_what_was_written(place: int, change: int) -> None:
    assert misread(place, change) == []


def test_that_holds_for_each_byte_before_the_first_bucket() -> None:
    assert [place for place in range(120) if misread(place, 1) or misread(place, 4)] == []


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.99])
def test_one_that_was_cut_off_is_damaged(share: float, tmp_path: Path) -> None:
    file = written(str(tmp_path), {("one", number): "x" * 100 for number in range(100)})
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(DamagedError):
        {Cdb(file).get("one", number) for number in range(100)}


def test_one_that_is_not_there_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(DamagedError):
        Cdb(tmp_path / "none")


def test_while_it_is_written_the_one_before_stands(tmp_path: Path) -> None:
    file = written(str(tmp_path), {("one", 1): "before"})
    before = Cdb(file)
    with pytest.raises(TypeError):
        cdb.write(file, TOKEN, 3)  # type: ignore[arg-type]
    written(str(tmp_path), {("one", 1): "after"})
    assert (before.get("one", 1), Cdb(file).get("one", 1)) == ("before", "after")
