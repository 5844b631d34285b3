"""Every change below a watched folder is told, by the system's events alone and by rescans alone."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.watch.watched import Watched, watching


@contextmanager
def by_events(*roots: Path) -> Iterator[Watched]:
    with watching(*roots) as watched:
        yield watched
    assert watched.told == []


@contextmanager
def by_rescans(*roots: Path) -> Iterator[Watched]:
    refusal = OSError(errno.EMFILE, "inotify instance limit reached")
    with (
        patch("generator.watch.listener.Observer", side_effect=refusal),
        watching(*roots, every=0.02) as watched,
    ):
        yield watched
    assert len(watched.told) == 1


pytestmark = pytest.mark.filterwarnings("ignore:Callback with id:RuntimeWarning")  # of watchdog, on moves
both = pytest.mark.parametrize("how", [by_events, by_rescans])


@pytest.fixture
def content(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    for path in ("site.yaml", "articles/a.md", "articles/b.md", "articles/2024/c.md", "articles/2024/d.md"):
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(f"first {path}")
    return content


@pytest.mark.slow
@both
def test_a_save(content: Path, how) -> None:
    with how(content) as watched:
        (content / "articles/a.md").write_text("second")
        assert watched.tells_of(content / "articles/a.md")
        (content / "site.yaml").write_text("second")
        assert watched.tells_of(content / "site.yaml")


@both
def test_an_atomic_save(content: Path, how) -> None:
    """As VS Code, JetBrains and many others write: a new file takes the place of the old one."""
    with how(content) as watched:
        (content / "articles/a.md___jb_tmp___").write_text("second")
        (content / "articles/a.md___jb_tmp___").replace(content / "articles/a.md")
        assert watched.tells_of(content / "articles/a.md")


@both
def test_a_save_that_keeps_a_backup(content: Path, how) -> None:
    """As vim and emacs write: the old file is moved away, and a new one written."""
    with how(content) as watched:
        (content / "articles/a.md").rename(content / "articles/a.md~")
        (content / "articles/a.md").write_text("second")
        assert watched.tells_of(content / "articles/a.md")


@pytest.mark.slow
@both
def test_a_file_that_comes_and_one_that_goes(content: Path, how) -> None:
    with how(content) as watched:
        (content / "articles/new.md").write_text("new")
        assert watched.tells_of(content / "articles/new.md")
        (content / "articles/new.md").unlink()
        assert watched.tells_of(content / "articles/new.md")


@pytest.mark.slow
@both
def test_a_new_folder_with_files_in_it(content: Path, how) -> None:
    with how(content) as watched:
        (content / "articles/2025/01").mkdir(parents=True)
        for name in "efg":
            (content / f"articles/2025/01/{name}.md").write_text("new")
        assert watched.tells_of(*(content / f"articles/2025/01/{name}.md" for name in "efg"))
        (content / "articles/2025/01/e.md").write_text("second")
        assert watched.tells_of(content / "articles/2025/01/e.md")


@pytest.mark.slow
@both
def test_a_folder_that_is_moved_inside(content: Path, how) -> None:
    with how(content) as watched:
        (content / "articles/2024").rename(content / "articles/old")
        assert watched.tells_of(
            *(content / f"articles/{at}/{name}.md" for at in ("2024", "old") for name in "cd")
        )
        (content / "articles/old/c.md").write_text("second")
        assert watched.tells_of(content / "articles/old/c.md")


@pytest.mark.slow
@both
def test_a_folder_that_is_moved_away_and_back(content: Path, how, tmp_path: Path) -> None:
    files = [content / "articles/2024/c.md", content / "articles/2024/d.md"]
    with how(content) as watched:
        (content / "articles/2024").rename(tmp_path / "elsewhere")
        assert watched.tells_of(*files)
        (tmp_path / "elsewhere").rename(content / "articles/2024")
        assert watched.tells_of(*files)
        files[0].write_text("second")
        assert watched.tells_of(files[0])


@both
def test_a_save_of_the_same_size_with_the_time_put_back(content: Path, how) -> None:
    file = content / "articles/a.md"
    times = file.stat().st_atime_ns, file.stat().st_mtime_ns
    with how(content) as watched:
        file.write_text("First articles/a.md")
        os.utime(file, ns=times)
        assert watched.tells_of(file)


@both
def test_a_file_that_is_locked(content: Path, how) -> None:
    with how(content) as watched:
        (content / "articles/a.md").chmod(0)
        assert watched.tells_of(content / "articles/a.md")


@both
def test_two_folders_of_which_one_is_not_there_yet(content: Path, how, tmp_path: Path) -> None:
    with how(content, tmp_path / "themes") as watched:
        (content / "articles/a.md").write_text("second")
        assert watched.tells_of(content / "articles/a.md")


@both
def test_what_editors_keep_for_themselves_and_reading_are_no_changes(content: Path, how) -> None:
    with how(content) as watched:
        for name in (".a.md.swp", "a.md~", "#a.md#", ".git/index"):
            (content / "articles" / name).parent.mkdir(exist_ok=True)
            (content / "articles" / name).write_text("mine")
        for file in content.rglob("*.md"):
            file.read_text()
        (content / "articles/b.md").write_text("second")
        assert watched.tells_only_of(content / "articles/b.md")


@both
def test_paths_are_told_as_the_root_was_given(content: Path, how, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(content.parent)
    with how(Path("content")) as watched:
        (content / "articles/a.md").write_text("second")
        assert watched.tells_of(Path("content/articles/a.md"))


@pytest.mark.slow
@both
def test_a_burst_of_saves_gives_few_wake_ups_and_the_last_state(content: Path, how) -> None:
    with how(content) as watched:
        for number in range(500):
            (content / f"articles/{'ab'[number % 2]}.md").write_text(f"{number:03}")
        (content / "articles/last.md").write_text("last")
        assert watched.tells_only_of(*(content / f"articles/{name}.md" for name in ("a", "b", "last")))
        assert watched.wakings <= 50
