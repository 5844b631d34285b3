"""Results for many files are kept together, and each is told from what was made of another content."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.memo.keeping import Keeping
from generator.memo.packs import Packed, Packs, bucket_of
from generator.memo.store import Store

PACK = ("step", b"pack")


@dataclass(frozen=True)
class File:
    """Stands for a file of content/."""

    path: str
    words: str


def path_of(file: File) -> str:
    return file.path


def length(file: File, more: int) -> int:
    made.append(("length", file.words))
    return len(file.words) + more


def doubled(found: int) -> int:
    made.append(("doubled", found))
    return 2 * found


def followed_by_doubled(file: File, found: int) -> tuple[Any, ...]:
    return ((doubled, (found,)),)


STEPS = (Packed(length, path_of, followed_by_doubled), doubled)
made: list[tuple[str, Any]] = []


def test_what_was_put_is_there_in_the_next_process_for_the_same_content(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        packs = Packs(store)
        packs.put(*PACK, "a", b"1", (b"of a",))
        packs.put(*PACK, "b", b"1", (b"of b",))
        packs.write()
    with Store(tmp_path) as store:
        packs = Packs(store)
        assert packs.get(*PACK, "a", b"1") == (b"of a",)
        assert packs.get(*PACK, "b", b"2") is None, "it holds something else now"
        assert packs.get(*PACK, "c", b"1") is None


def test_where_one_of_a_pack_is_made_anew_the_others_stay() -> None:
    store = with_three()
    second = Packs(store)
    second.put(*PACK, "b", b"2", (b"new",))
    second.write()
    third = Packs(store)
    assert [third.get(*PACK, name, b"1") for name in "abc"] == [(b"a",), None, (b"c",)]
    assert third.get(*PACK, "b", b"2") == (b"new",)


def test_what_is_no_longer_asked_for_leaves_its_pack_once_the_others_are() -> None:
    store = with_three()
    second = Packs(store)
    assert second.get(*PACK, "a", b"1") == (b"a",)
    second.put(*PACK, "b", b"2", (b"new",))
    second.write()
    third = Packs(store)
    assert third.get(*PACK, "c", b"1") is None
    assert third.get(*PACK, "a", b"1") == (b"a",)


def test_a_damaged_pack_counts_as_empty() -> None:
    store = Store()
    store.put(*PACK, b"no pack")
    assert Packs(store).get(*PACK, "a", b"1") is None


def test_the_bucket_of_a_file_depends_on_its_name_alone() -> None:
    assert bucket_of("content/articles/a.md") == bucket_of("content/articles/a.md")
    assert len({bucket_of(f"content/articles/{number}.md") for number in range(50_000)}) == 2048


def test_a_step_and_what_follows_from_it_are_worked_out_once_for_each_content(tmp_path: Path) -> None:
    files = [File("a", "one"), File("b", "three")]
    assert run(tmp_path, files) == ([3, 5], [6, 10])
    assert sorted(made, key=str) == [("doubled", 3), ("doubled", 5), ("length", "one"), ("length", "three")]
    made.clear()
    assert (run(tmp_path, files), made) == (([3, 5], [6, 10]), [])
    edited = [File("a", "one"), File("b", "four")]
    assert (run(tmp_path, edited), made) == (([3, 4], [6, 8]), [("length", "four"), ("doubled", 4)])
    made.clear()
    assert run(tmp_path, edited, more=1) == ([4, 5], [8, 10])
    assert ("length", "one") in made, "another input makes it another call"


def with_three() -> Store:
    """A store with one pack of the files a, b and c."""
    store = Store()
    packs = Packs(store)
    for name in "abc":
        packs.put(*PACK, name, b"1", (name.encode(),))
    packs.write()
    return store


def run(folder: Path, files: list[File], more: int = 0) -> tuple[list[int], list[int]]:
    """One run in a process of its own, as far as the memory goes."""
    with Store(folder) as store:
        keeping = Keeping(store, "program", STEPS)
        lengths = list(keeping.results(length, [(file, more) for file in files], None))
        return lengths, list(keeping.results(doubled, [(found,) for found in lengths], None))
