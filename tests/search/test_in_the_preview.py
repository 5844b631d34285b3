"""The preview finds what was just saved first, in a large archive too."""

import json
from contextlib import suppress
from pathlib import Path

import pytest

from generator.asked import Options
from generator.search.index import FOLDER
from generator.search.meta import read_meta
from generator.search.packed import unpack
from tests.archive import article, write
from tests.preview.living import EDGE, SMALL, Told, living, until

pytestmark = pytest.mark.slow

SEARCHED = Options(drafts=True)


def found(told: Told, word: str) -> bool:
    """Whether the index that is served knows a page with this word."""

    def file(name: str) -> bytes:
        served = told.live.served(f"/{FOLDER}/{name}")
        return served.content if served else b""

    with suppress(ValueError):  # another index was put in its place meanwhile
        ((_, index),) = json.loads(file("pagefind-entry.json"))["languages"].items()
        meta = read_meta(unpack(file(f"pagefind.{index['hash']}.pf_meta")))
        pages = [unpack(file(f"fragment/{name}.pf_fragment")) for name in meta.fragments] if meta else []
        return any(word.encode() in page for page in pages)
    return False


@pytest.mark.parametrize("few", [0, 500])
def test_what_was_saved_is_found_and_what_was_deleted_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("generator.preview.searching.FEW", few)
    with living(tmp_path, SMALL, SEARCHED) as told:
        assert until(lambda: told.kinds().count("search") == 1)
        write(tmp_path, {EDGE: article(body="Shown all the same, xylophone.")})
        assert until(lambda: found(told, "xylophone"))
        assert told.live.served(f"/{FOLDER}/pagefind.js") is not None
        (tmp_path / "content" / EDGE).unlink()
        assert until(lambda: told.kinds().count("search") >= 3 and not found(told, "xylophone"))
