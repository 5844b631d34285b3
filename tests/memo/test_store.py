"""What is kept on disk is there in the next process, or it is not; it is never wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.memo import store
from generator.memo.store import FILE, FORGOTTEN, LAYOUT, Store


def kept(folder: Path, step: str = "step", key: bytes = b"key") -> bytes | None:
    with Store(folder) as again:
        return again.get(step, key)


def test_what_was_put_is_there_in_the_next_process(tmp_path: Path) -> None:
    with Store(tmp_path) as first:
        first.put("step", b"key", b"value")
        assert first.get("step", b"key") == b"value"
    assert kept(tmp_path) == b"value"
    assert kept(tmp_path, step="other") is None
    with Store(tmp_path) as again:
        assert again.get_alone("step", b"key") == b"value"


def test_without_a_folder_it_lasts_as_long_as_the_process() -> None:
    with Store() as alone:
        alone.put("step", b"key", b"value")
        assert alone.get("step", b"key") == b"value"
        assert alone.get_alone("step", b"key") == b"value"


def test_a_folder_that_cannot_be_made_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Store(tmp_path / "file" / "below") as nowhere:
        nowhere.put("step", b"key", b"value")
        assert nowhere.get("step", b"key") == b"value"


@pytest.mark.slow
@given(place=st.integers(0, 1 << 16), damage=st.binary(min_size=1, max_size=400))
def test_a_damaged_file_gives_what_was_put_or_nothing(
    tmp_path_factory: pytest.TempPathFactory, place: int, damage: bytes
) -> None:
    folder = tmp_path_factory.mktemp("store")
    with Store(folder) as first:
        for number in range(20):
            first.put("step", bytes([number]), bytes([number]) * 300)
    file = folder / FILE
    content = bytearray(file.read_bytes())
    start = place % len(content)
    content[start : start + len(damage)] = damage
    file.write_bytes(content)
    with Store(folder) as again:
        for number in range(20):
            found = again.get("step", bytes([number])), again.get_alone("step", bytes([number]))
            assert set(found) <= {None, bytes([number]) * 300}
        again.put("step", b"new", b"value")
        assert again.get("step", b"new") == b"value"


def test_without_its_checksum_a_damaged_value_would_be_taken_for_what_was_put(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store(tmp_path) as first:
        first.put("step", b"key", b"value" * 50)
    file = tmp_path / FILE
    file.write_bytes(file.read_bytes().replace(b"valuevalue", b"valueVALUE", 1))
    assert kept(tmp_path) is None
    monkeypatch.setattr(store, "_is_whole", lambda key, value: True)
    with Store(tmp_path) as weak:
        assert b"VALUE" in (weak.get("step", b"key") or b"")


def test_another_layout_is_thrown_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(tmp_path) as first:
        first.put("step", b"key", b"value")
    monkeypatch.setattr(store, "LAYOUT", 99)
    monkeypatch.setattr(store, "_TABLES", store._TABLES.replace(f"user_version={LAYOUT}", "user_version=99"))
    assert kept(tmp_path) is None


def test_what_nobody_asks_for_is_forgotten_and_what_is_asked_for_stays(tmp_path: Path) -> None:
    with Store(tmp_path) as first:
        first.put("step", b"asked", b"value")
        first.put("step", b"not asked", b"value")
    for _ in range(FORGOTTEN + 2):
        assert kept(tmp_path, key=b"asked") == b"value"
    assert kept(tmp_path, key=b"not asked") is None


def test_what_somebody_may_want_stays_although_nobody_reads_it(tmp_path: Path) -> None:
    with Store(tmp_path) as first:
        first.put("step", b"wanted", b"value")
    for _ in range(2 * FORGOTTEN):
        with Store(tmp_path) as store:
            store.renew("step", b"wanted")
    assert kept(tmp_path, key=b"wanted") == b"value"


def test_two_processes_at_once_do_not_hurt_each_other(tmp_path: Path) -> None:
    with Store(tmp_path) as one, Store(tmp_path) as two:
        one.put("step", b"one", b"1")
        two.put("step", b"two", b"2")
    assert (kept(tmp_path, key=b"one"), kept(tmp_path, key=b"two")) == (b"1", b"2")
