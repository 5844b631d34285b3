"""An index that takes over what has not changed is to the byte the one that is put together from nothing."""

import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.search import chunks
from generator.search.blocks import packed
from generator.search.cbor import encode
from generator.search.chunks import Sized, divided
from generator.search.earlier import Earlier, Part, earlier_index
from generator.search.join import joined
from generator.search.packed import pack, unpack
from generator.search.rows import FORM, Row
from generator.search.store import keep

VOCABULARY = [f"w{number:03}".encode() for number in range(300)]
Texts = tuple[tuple[int, ...], ...]
"""The pages of a shard, each with the numbers of its words."""


@pytest.fixture(autouse=True)
def small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of the index with some ten words, and blocks of rows with fewer."""
    monkeypatch.setattr(chunks, "CHUNK", 250)
    monkeypatch.setattr("generator.search.blocks.SIZE", 7)


def drawn(seed: int) -> random.Random:
    """Repeatable chance."""
    return random.Random(seed)  # noqa: S311  # not secret


def part(store: Path, texts: Texts) -> Part:
    """A shard as it is kept after Pagefind; every seventh word is also spelt with an accent."""
    found: dict[bytes, list[tuple[int, bytes]]] = {}
    for page, text in enumerate(texts):
        for place, number in enumerate(text):
            word = VOCABULARY[number]
            posting = bytes(b"\x82\x38\x18" + encode(place) + b"\x80")
            rows = [word] if number % 7 else [word, word + FORM + word + "é".encode()]
            for key in rows:
                if not any(page == other for other, _ in found.setdefault(key, [])):
                    found[key].append((page, posting))
    made = [row(key, postings) for key, postings in sorted(found.items())]
    name = f"{abs(hash(texts)):016x}"
    table = TABLE % ",".join(f'["en_{name[:4]}{page}",{len(text)}]' for page, text in enumerate(texts))
    files = {"table.json": table.encode(), **packed(made), "pagefind.js": b"program"}
    return name, keep(store, name, files.items()), len(texts)


TABLE = """{"language":"en","entry":{"version":"1","languages":{"en":{"hash":"","wasm":null,"page_count":0}}},
"version":"1","pages":[%s],"filters":{"kind":{"article":[0]}},"sorts":{"date":[[0,"2024"]]},"fields":[],
"programs":["pagefind.js"]}"""


def row(key: bytes, postings: list[tuple[int, bytes]]) -> Row:
    """The postings of a word in the form of a row."""
    body, last = postings[0][1], postings[0][0]
    for page, rest in postings[1:]:
        body += b"\x83" + encode(page - last) + rest
        last = page
    return Row(key, len(postings), postings[0][0], last, body)


def texts(chance: random.Random) -> Texts:
    """Some pages of some words; low numbers are common."""
    return tuple(
        tuple(min(299, int(chance.expovariate(0.02))) for _ in range(chance.randint(1, 30)))
        for _ in range(chance.randint(1, 5))
    )


def edited(chance: random.Random, archive: list[Texts]) -> list[Texts]:
    """The archive after one change: a page edited, added or removed, or a shard added, removed or divided."""
    after = list(archive)
    at = chance.randrange(len(after))
    pages = list(after[at])
    place = chance.randrange(len(pages))
    match chance.randrange(7):
        case 0 | 1:
            pages[place] = (*pages[place], chance.randrange(300))
        case 2:
            pages[place] = pages[place][1:] or (0,)
        case 3:
            pages.append((chance.randrange(300),))
        case 4 if len(pages) > 1:
            del pages[place]
        case 5 if len(after) > 2:
            del after[at]
            return after
        case _:
            after.insert(chance.choice([at, len(after)]), texts(chance))
            return after
    after[at] = tuple(pages)
    return after


def index(store: Path, archive: list[Texts], earlier: bool) -> tuple[dict[str, bytes], Earlier | None]:
    """The files of the index of these shards, and what there was before if that may be used."""
    parts = [part(store, shard) for shard in dict.fromkeys(archive)]
    before = earlier_index(store, parts) if earlier else None
    return dict(joined(parts, 1, before)), before


@pytest.mark.slow
def test_after_any_changes_the_index_is_as_if_made_from_nothing(tmp_path: Path) -> None:
    taken = 0
    for seed in range(20):
        chance = drawn(seed)
        archive = [texts(chance) for _ in range(6)]
        store = tmp_path / str(seed)
        for step in range(9):
            made, before = index(store, archive, earlier=True)
            taken += before is not None
            assert made == index(store, archive, earlier=False)[0]
            keep(store, f"index-{step}", made.items())
            archive = edited(chance, archive)
    assert taken > 60


def test_an_edit_packs_only_files_whose_words_it_touches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = drawn(1)
    archive = [texts(chance) for _ in range(30)]
    made, _ = index(tmp_path, archive, earlier=True)
    keep(tmp_path, "index", made.items())
    packs: list[bytes] = []

    def counted(content: bytes, level: int = 9) -> bytes:
        packs.append(content)
        return pack(content, level)

    monkeypatch.setattr("generator.search.join.pack", counted)
    archive[7] = (*archive[7][:-1], (*archive[7][-1], 299))
    _, before = index(tmp_path, archive, earlier=True)
    assert before is not None
    assert set(before.touched) <= {VOCABULARY[299]}
    assert sum(b"w299" in content for content in packs if content.startswith(b"\x81")) == 1
    assert len([content for content in packs if content.startswith(b"\x81")]) <= 2


@pytest.mark.slow
def test_what_is_touched_too_little_makes_another_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = drawn(1)
    archive = [texts(chance) for _ in range(30)]
    keep(tmp_path, "index", index(tmp_path, archive, earlier=True)[0].items())
    archive[7] = (*archive[7][:-1], (*archive[7][-1], 299, 298))
    monkeypatch.setattr("generator.search.earlier.words_that_differ", lambda *_: {VOCABULARY[298]})
    weak, before = index(tmp_path, archive, earlier=True)
    assert before is not None
    assert weak != index(tmp_path, archive, earlier=False)[0]


def test_without_the_shards_of_before_nothing_is_taken_over(tmp_path: Path) -> None:
    chance = drawn(1)
    archive = [texts(chance) for _ in range(30)]
    keep(tmp_path, "index", index(tmp_path, archive, earlier=True)[0].items())
    (tmp_path / f"{part(tmp_path, archive[7])[0]}.search").unlink()
    archive[7] = (*archive[7], (299,))
    assert index(tmp_path, archive, earlier=True)[1] is None


def words(sizes: Mapping[str, int]) -> list[Sized]:
    """Words of so many bytes."""
    return [Sized(word.encode(), size, None) for word, size in sorted(sizes.items())]


def test_a_word_that_fills_a_file_has_one_for_itself() -> None:
    files = list(divided(words({"a": 10, "b": 10, "c": 400, "d": 10})))
    assert [[one.word for one in held] for held in files] == [[b"a", b"b"], [b"c"], [b"d"]]


def test_files_end_at_the_same_words_after_an_edit() -> None:
    chance = drawn(1)
    sizes = {word.decode(): chance.randint(1, 60) for word in VOCABULARY}
    before = {tuple(held) for held in divided(words(sizes))}
    after = {tuple(held) for held in divided(words({**sizes, "w001x": 40}))}
    assert len(before) > 20
    assert len(after - before) <= 3


def test_the_content_of_a_file_can_be_read(tmp_path: Path) -> None:
    made, _ = index(tmp_path, [((1, 2, 3),), ((2, 7),)], earlier=False)
    content = b"".join(unpack(data) for path, data in made.items() if path.startswith("index/"))
    assert b"w002\x82\x83\x00\x82\x38\x18\x01\x80\x83\x01\x82\x38\x18\x00\x80\x80" in content
