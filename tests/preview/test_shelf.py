"""What one run of the preview leaves to the next, and when it may be shown as it is."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from generator.preview.opening import ANEW, Opening
from generator.preview.shelf import LARGEST, PAGES, Left, Shelf
from generator.preview.values import PageState, Place, Served
from tests.archive import ROOT, write
from tests.preview.fakelive import FakeLive
from tests.preview.living import EDGE, PAGE, SMALL, until

NOW = datetime(2026, 11, 22, tzinfo=UTC)
HTML = "text/html; charset=utf-8"
HOME = Served(b"<!doctype html><body class=home><p>Home</p></body>", HTML)
STYLE = Served(b"p {}", "text/css; charset=utf-8")
STATE = PageState("/", "Home", "content/articles/a.md", 3, "Draft")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    shelf = Shelf(tmp_path / ".dateline", write(tmp_path, SMALL))
    shelf.cache.mkdir()
    return shelf


def leave(shelf: Shelf, until: datetime | None = None) -> None:
    shelf.leave(shelf.stamp(), until, [("/", HOME, STATE), ("/assets/style.css", STYLE, None)])


def test_what_was_left_is_found_as_it_was_while_nothing_changes(shelf: Shelf) -> None:
    leave(shelf)
    assert shelf.left(NOW) == Left({"/": HOME, "/assets/style.css": STYLE}, {"/": STATE}, is_current=True)


def test_nothing_is_found_where_nothing_was_left(shelf: Shelf) -> None:
    assert shelf.left(NOW) is None


@pytest.mark.parametrize("path", [f"content/{EDGE}", "content/topics/new.md", "themes/default/static/a.css"])
def test_after_a_change_of_any_file_it_is_no_longer_current(shelf: Shelf, path: str) -> None:
    leave(shelf)
    (shelf.folder / path).parent.mkdir(parents=True, exist_ok=True)
    (shelf.folder / path).write_text("changed")
    left = shelf.left(NOW)
    assert left is not None
    assert not left.is_current


def test_a_file_that_is_gone_is_a_change(shelf: Shelf) -> None:
    leave(shelf)
    (shelf.folder / "content" / EDGE).unlink()
    left = shelf.left(NOW)
    assert left is not None
    assert not left.is_current


def test_it_is_current_until_time_alone_changes_it(shelf: Shelf) -> None:
    leave(shelf, NOW)
    for now, is_current in ((NOW - timedelta(seconds=1), True), (NOW, False)):
        left = shelf.left(now)
        assert left is not None
        assert left.is_current is is_current


def test_who_asks_for_another_day_or_folder_finds_nothing(shelf: Shelf, tmp_path: Path) -> None:
    leave(shelf)
    assert Shelf(shelf.cache, shelf.folder, date(2024, 11, 29)).left(NOW) is None
    assert Shelf(shelf.cache, tmp_path / "content").left(NOW) is None


def test_a_damaged_file_counts_as_nothing(shelf: Shelf) -> None:
    leave(shelf)
    (file,) = shelf.cache.glob("pages-*")
    whole = file.read_bytes()
    for damaged in (b"", whole[:20], whole[:-1], whole[:30] + b"x" + whole[31:]):
        file.write_bytes(damaged)
        assert shelf.left(NOW) is None


def test_a_folder_that_cannot_be_written_is_no_mistake(shelf: Shelf) -> None:
    shelf.cache.rmdir()
    leave(shelf)
    assert shelf.left(NOW) is None


def test_only_so_many_pages_are_left_and_the_most_wanted_of_them(shelf: Shelf) -> None:
    shelf.leave(b"", None, ((f"/{number}/", HOME, None) for number in range(PAGES + 5)))
    left = shelf.left(NOW)
    assert left is not None
    assert list(left.pages) == [f"/{number}/" for number in range(PAGES)]
    large = Served(bytes(LARGEST // 2), "text/plain")
    shelf.leave(b"", None, (("/", HOME, None), ("/1", large, None), ("/2", large, None)))
    left = shelf.left(NOW)
    assert left is not None
    assert list(left.pages) == ["/", "/1"]


class Slow(FakeLive):
    """An archive that is not read before it is told so."""

    is_whole = False

    def __enter__(self) -> "Slow":
        return self

    def __exit__(self, *error: object) -> None:
        self.ended = True


def test_pages_that_are_as_they_were_are_shown_before_anything_is_read() -> None:
    left = Left({"/": HOME}, {"/": STATE}, is_current=True)
    with Opening(Slow, left) as opening:
        assert opening.served("/") == HOME
        assert opening.state("/").page == STATE
        assert opening.place("/", "", "Home") == Place("content/articles/a.md", 3, 1)
        unknown = opening.served("/unknown/")
        assert unknown is not None
        assert unknown.status == 503


def test_pages_that_may_have_changed_say_so_in_a_line_and_are_not_the_last_word() -> None:
    left = Left({"/": HOME, "/assets/style.css": STYLE}, {}, is_current=False)
    with Opening(Slow, left) as opening:
        page = opening.served("/")
        assert page is not None
        assert page.status == 503
        assert f'<body class=home><p role="status">{ANEW}</p><p>Home</p>' in page.content.decode()
        assert opening.served("/assets/style.css") == STYLE


def test_once_the_archive_is_whole_it_answers_alone_but_for_the_files_of_an_old_theme() -> None:
    live = Slow()
    left = Left({"/": HOME, "/gone/": HOME, "/assets/old.css": STYLE}, {"/": STATE}, is_current=True)
    with Opening(lambda: live, left) as opening:
        opening.served("/")
        assert until(lambda: opening.explained("doc#key") is not None)
        assert opening.served("/") == HOME
        live.is_whole = True
        assert opening.served("/") == live.served("/")
        assert opening.served("/gone/") is None
        assert opening.served("/assets/old.css") == STYLE
        assert opening.state("/") == live.state("/")
    assert live.ended


def test_who_subscribes_before_the_archive_is_open_hears_of_it_and_can_leave() -> None:
    live, heard = Slow(), []
    opening = Opening(lambda: live)
    leave = opening.subscribe(heard.append)
    with opening:
        assert until(lambda: opening.revision == live.revision and bool(live.listeners))
        live.change("/")
        assert len(heard) == 1
        leave()
        live.change("/")
        assert len(heard) == 1


def test_an_archive_that_cannot_be_opened_is_told() -> None:
    told: list[str] = []

    def fail() -> Slow:
        raise RuntimeError("no such thing")

    with Opening(fail, tell=told.append):
        assert until(lambda: told != [])
    assert told == ["the archive cannot be opened: RuntimeError: no such thing"]


@pytest.mark.slow
def test_the_first_answer_loads_nothing_that_reads_or_makes_pages() -> None:
    heavy = "{'babel', 'generator.build', 'jinja2', 'markdown_it', 'pydantic', 'rich', 'watchdog', 'yaml'}"
    program = (
        "import sys, generator.cli.serve, generator.preview.opening, generator.preview.run,"
        f" generator.preview.shelf; print(sorted({heavy} & sys.modules.keys()))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, env=os.environ, check=True
    )
    assert ran.stdout.strip() == "[]"


@pytest.mark.slow
def test_a_second_run_finds_the_pages_that_were_looked_at_in_the_first(tmp_path, monkeypatch) -> None:
    from generator.asked import Options
    from generator.preview.archive import LiveArchive

    monkeypatch.setattr("generator.preview.leaving.PEACE", 0.01)
    shelf = Shelf(tmp_path / ".dateline", write(tmp_path, SMALL))
    options = Options(drafts=True, search=False)

    def there() -> set[str]:
        left = shelf.left(NOW)
        return set(left.pages) if left and left.is_current else set()

    with LiveArchive(shelf.folder, options, shelf=shelf) as live:
        assert live.settled(60)
        assert until(lambda: "/" in there())
        assert PAGE not in there()
        page = live.served(PAGE)
    left = shelf.left(NOW)
    assert left is not None
    assert left.is_current
    assert page is not None
    assert left.pages[PAGE].content == page.content
    assert left.states[PAGE].title == "The edge"
    assert any(path.startswith("/assets/") for path in left.pages)
    with LiveArchive(shelf.folder, options, shelf=shelf, left=left) as live:  # looks at nothing
        assert live.settled(60)
        assert until(lambda: (shelf.cache / "memo.sqlite").exists() and PAGE in there())
        write(tmp_path, {EDGE: SMALL[EDGE].replace("first", "second")})
        assert until(lambda: there() == set())
        assert until(lambda: "/" in there())
        assert PAGE not in there()  # nobody has seen it since


@pytest.mark.slow
def test_pages_with_a_mistake_above_them_are_not_left(tmp_path, monkeypatch) -> None:
    from generator.asked import Options
    from generator.preview.archive import LiveArchive

    monkeypatch.setattr("generator.preview.leaving.PEACE", 0.01)
    files = SMALL | {"articles/2024-11-30-wrong.md": "---\ntitel: x\n---\n"}
    shelf = Shelf(tmp_path / ".dateline", write(tmp_path, files))
    with LiveArchive(shelf.folder, Options(drafts=True, search=False), shelf=shelf) as live:
        assert live.settled(60)
        assert live.state("/").errors
        write(tmp_path, {"articles/2024-11-30-wrong.md": SMALL[EDGE].replace("2024-11-29", "2024-11-30")})
        assert until(lambda: shelf.left(NOW) is not None)
        assert not live.state("/").errors


@pytest.mark.slow
def test_files_that_change_nothing_on_any_page_are_noted_all_the_same(tmp_path, monkeypatch) -> None:
    from generator.asked import Options
    from generator.preview.archive import LiveArchive

    monkeypatch.setattr("generator.preview.leaving.PEACE", 0.01)
    shelf = Shelf(tmp_path / ".dateline", write(tmp_path, SMALL))

    def is_current() -> bool:
        left = shelf.left(NOW)
        return left is not None and left.is_current

    with LiveArchive(shelf.folder, Options(drafts=True, search=False), shelf=shelf) as live:
        assert live.settled(60)
        assert until(is_current)
        revision = live.revision
        write(tmp_path, {EDGE: SMALL[EDGE]})
        assert until(is_current)
        assert live.revision == revision
