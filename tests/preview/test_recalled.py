"""What the preview remembers from run to run, and what becomes of it when that is damaged."""

import sqlite3
from pathlib import Path

import pytest

from generator.asked import Options
from generator.memo.store import FILE, Store
from generator.preview.archive import LiveArchive
from generator.preview.shelf import Shelf
from tests.archive import article, write
from tests.preview.living import EDGE, PAGE, PATIENCE, SMALL, until

pytestmark = pytest.mark.slow

OPTIONS = Options(drafts=True, search=False)
OTHER = "/2024/11/28/other/"
FILES = SMALL | {"articles/2024-11-28-other.md": article(day="2024-11-28", body="Another text.")}


def shown(live: LiveArchive, path: str) -> str:
    served = live.served(path)
    return served.content.decode() if served and served.status == 200 else ""


def run(shelf: Shelf) -> dict[str, str]:
    """Read, look at each page, and end."""
    with LiveArchive(shelf.folder, OPTIONS, shelf=shelf) as live:
        assert live.settled(PATIENCE)
        return {path: shown(live, path) for path in ("/", PAGE, OTHER)}


def test_a_second_run_shows_what_the_first_one_did(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / ".dateline", write(tmp_path, FILES))
    first = run(shelf)
    assert all(first.values())
    assert (shelf.cache / FILE).stat().st_size > 0
    assert run(shelf) == first


def test_a_save_is_shown_over_what_was_remembered(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / ".dateline", write(tmp_path, FILES))
    run(shelf)
    with LiveArchive(shelf.folder, OPTIONS, shelf=shelf) as live:
        assert live.settled(PATIENCE)
        write(tmp_path, {EDGE: article(body="The second text.", title="The edge")})
        assert until(lambda: "The second text." in shown(live, PAGE))
        assert live.settled(PATIENCE)
        assert "Another text." in shown(live, OTHER)


def test_a_store_that_is_no_store_is_thrown_away(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / ".dateline", write(tmp_path, FILES))
    first = run(shelf)
    for ending in ("-wal", "-shm"):
        (shelf.cache / f"{FILE}{ending}").unlink(missing_ok=True)
    (shelf.cache / FILE).write_bytes(b"no database" * 1000)
    assert run(shelf) == first


def test_texts_that_are_gone_from_the_store_are_read_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / ".dateline", write(tmp_path, FILES))
    first = run(shelf)
    base = sqlite3.connect(shelf.cache / FILE)
    with base:
        assert base.execute("DELETE FROM kept WHERE step = 'texts'").rowcount > 0
    base.close()
    with LiveArchive(shelf.folder, OPTIONS, shelf=shelf) as live:
        for path, page in first.items():
            assert until(lambda path=path, page=page: page == shown(live, path))


def test_a_store_that_rests_holds_nothing_and_knows_everything(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put("step", b"a", b"one")
        assert store.get("step", b"a") == b"one"
        store.rest()
        assert store.get("step", b"a") == b"one"
        store.put("step", b"b", b"two")
        store.rest()
        assert store.get("step", b"b") == b"two"
        assert store.get("step", b"c") is None
        assert not store._known
