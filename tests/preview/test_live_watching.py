"""The live archive goes blind in none of the ways in which files are saved, moved and lost."""

import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest

from generator.render.theme import PACKAGE
from generator.watch.hints import QUIET
from tests.archive import ROOT, article, write
from tests.preview.living import EDGE, PAGE, SMALL, Told, living, until

pytestmark = pytest.mark.slow

NEW = article(body="The second text.", title="The edge")
TRIES = 5
"""Floods of saves until one comes without a pause."""


@pytest.fixture
def told(tmp_path):
    with living(tmp_path, SMALL) as told:
        told.page()
        yield told


def longest_pause(file: Path, texts: Iterable[str]) -> float:
    """Save one text after another at once; the most seconds from one to the next."""
    moments = []
    for text in texts:
        file.write_text(NEW.replace("second", text))
        moments.append(time.monotonic())
    return max(later - earlier for earlier, later in pairwise(moments))


def vim(file: Path, text: str) -> None:
    """A probe named 4913, the old file kept as a backup, a new one in its place."""
    probe = file.with_name("4913")
    probe.write_text("")
    probe.unlink()
    backup = file.with_name(file.name + "~")
    file.rename(backup)
    file.write_text(text)
    backup.unlink()


def vs_code(file: Path, text: str) -> None:
    """Emptied and written at once."""
    with file.open("r+") as stream:
        stream.truncate(0)
        stream.write(text)


def atomic(file: Path, text: str) -> None:
    """A new file is moved over the old one."""
    other = file.with_name(f".{file.name}.tmp")
    other.write_text(text)
    other.replace(file)


def jetbrains(file: Path, text: str) -> None:
    """The old file is kept beside the new one until that is written."""
    fresh, old = file.with_name(f"{file.name}___jb_tmp___"), file.with_name(f"{file.name}___jb_old___")
    fresh.write_text(text)
    file.rename(old)
    fresh.rename(file)
    old.unlink()


def emacs(file: Path, text: str) -> None:
    """A lock that leads nowhere, an autosave file, and the file moved to a backup."""
    lock, auto = file.with_name(f".#{file.name}"), file.with_name(f"#{file.name}#")
    lock.symlink_to("editor@machine.1234")
    auto.write_text(text)
    file.rename(file.with_name(file.name + "~"))
    file.write_text(text)
    auto.unlink()
    lock.unlink()


def slow(file: Path, text: str) -> None:
    """Emptied, and written half a second later."""
    file.write_text("")
    time.sleep(0.5)
    file.write_text(text)


@pytest.mark.parametrize("save", [vim, vs_code, atomic, jetbrains, emacs, slow])
def test_a_save_is_shown_however_the_editor_writes(told: Told, tmp_path, save):
    save(tmp_path / "content" / EDGE, NEW)
    assert told.shows("The second text.")
    assert told.live.settled(60)
    assert told.errors() == []


def test_a_file_that_is_empty_for_a_moment_takes_no_page_away(told: Told, tmp_path):
    good = told.page()
    (tmp_path / "content" / EDGE).write_text("")
    assert until(lambda: told.errors() != [])
    assert told.live.settled(60)
    assert told.page() == good


def test_a_thousand_saves_in_a_second_are_few_rebuilds_and_the_last_one_wins(told: Told, tmp_path):
    file = tmp_path / "content" / EDGE
    for turn in range(TRIES):
        before = len(told.rounds)
        pause = longest_pause(file, (f"number {turn}.{number}" for number in range(1000)))
        assert told.shows(f"number {turn}.999")
        assert told.live.settled(60)
        if pause < QUIET:  # else the machine stood still in between, and these were several bursts
            break
    assert len(told.rounds) - before <= 3
    assert f"number {turn}.999" in told.page()


def test_a_text_that_is_moved_is_shown_where_it_is_now(told: Told, tmp_path):
    file = tmp_path / "content" / EDGE
    file.rename(file.with_name("2024-11-29-moved.md"))
    assert until(lambda: told.page("/2024/11/29/moved/") != "")
    assert told.live.served(PAGE) is None


def test_a_folder_of_texts_can_be_moved_away_and_back(told: Told, tmp_path):
    folder = tmp_path / "content" / "articles"
    folder.rename(tmp_path / "elsewhere")
    assert until(lambda: told.live.served(PAGE) is None)
    (tmp_path / "elsewhere").rename(folder)
    assert told.shows("The first text.")


def test_the_content_can_be_deleted_and_made_again(told: Told, tmp_path):
    good = told.page()
    shutil.rmtree(tmp_path / "content")
    assert until(lambda: told.errors() != [])
    assert told.live.settled(60)
    assert told.page() == good
    write(tmp_path, {**SMALL, EDGE: NEW})
    assert told.shows("The second text.")
    assert until(lambda: told.errors() == [])


def test_the_content_can_be_exchanged_for_another_folder(told: Told, tmp_path):
    write(tmp_path / "other", {**SMALL, EDGE: NEW})
    (tmp_path / "content").rename(tmp_path / "old")
    (tmp_path / "other" / "content").rename(tmp_path / "content")
    assert told.shows("The second text.")


@pytest.mark.slow
def test_another_branch_with_thousands_of_files_can_be_checked_out(tmp_path):
    def git(*words: str) -> None:
        identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
        subprocess.run(["git", *identity, *words], cwd=tmp_path, check=True, capture_output=True)

    write(tmp_path, SMALL)
    git("init", "-b", "main")
    git("add", "content")
    git("commit", "-m", "one")
    git("checkout", "-b", "many")
    texts = {f"articles/2024-10-{1 + n % 30:02}-text-{n}.md": md(n) for n in range(3000)}
    write(tmp_path, {**texts, EDGE: NEW})
    git("add", "content")
    git("commit", "-m", "two")
    git("checkout", "main")
    with living(tmp_path) as told:
        git("checkout", "many")
        assert until(lambda: told.page("/2024/10/30/text-2999/") != "")
        assert told.shows("The second text.")
        git("checkout", "main")
        assert until(lambda: told.live.served("/2024/10/30/text-2999/") is None)
        assert told.shows("The first text.")


def md(number: int) -> str:
    return article(day=f"2024-10-{1 + number % 30:02}", title=f"Text {number}", body=f"It says {number}.")


def test_saves_while_the_archive_is_looked_at_are_shown_in_the_end(told: Told, tmp_path):
    file = tmp_path / "content" / EDGE
    stop = threading.Event()

    def edit() -> None:
        for number in range(60):
            file.write_text(NEW.replace("second", f"number {number}"))
            write(
                tmp_path, {"articles/2024-11-30-other.md": article(day="2024-11-30", title=f"Other {number}")}
            )
            stop.wait(0.05)

    editor = threading.Thread(target=edit)
    editor.start()
    editor.join()
    assert told.shows("number 59")
    assert told.shows("Other 59", "/2024/11/30/other/")
    assert told.live.settled(60)
    assert "number 59" in told.page()
    assert told.errors() == []


@pytest.fixture
def themed(tmp_path):
    source = next(place / "themes" / "default" for place in (PACKAGE, ROOT) if (place / "themes").is_dir())
    shutil.copytree(source, tmp_path / "themes" / "default")
    with living(tmp_path, SMALL) as told:
        told.page()
        yield told


def test_a_style_sheet_changes_alone(themed: Told, tmp_path):
    sheet = next((tmp_path / "themes" / "default" / "static").glob("**/*.css"))
    before = themed.page()
    sheet.write_text(f"{sheet.read_text()}\n.added {{ color: red }}\n")
    assert until(lambda: "styles" in themed.kinds())
    (event,) = [one for one in themed.events if one.kind == "styles"]
    (style,) = event.styles
    served = themed.live.served(style)
    assert served is not None
    assert b".added" in served.content
    assert style in themed.page().replace("../", "/").replace("//", "/")
    assert [one.kind for one in themed.events[1:]] == ["styles"]
    old = next(word for word in before.split('"') if "assets/style." in word)
    assert themed.live.served(f"/assets/{old.rpartition('/')[2]}") is not None


def test_a_template_changes_every_page(themed: Told, tmp_path):
    base = tmp_path / "themes" / "default" / "templates" / "base.html"
    base.write_text(base.read_text().replace("</body>", "<p>Added</p></body>"))
    assert themed.shows("<p>Added</p>")
    assert any(event.kind == "changed" and event.pages == () for event in themed.events[1:])


def test_a_template_with_a_mistake_is_told_and_the_last_good_page_stays(themed: Told, tmp_path):
    good = themed.page()
    base = tmp_path / "themes" / "default" / "templates" / "base.html"
    text = base.read_text()
    base.write_text(text.replace("</body>", "{% if %}</body>"))
    assert until(lambda: themed.errors() == ["preview"])
    assert themed.page() == good
    write(tmp_path, {EDGE: NEW})
    assert themed.shows("The second text.")
    base.write_text(text)
    assert until(lambda: themed.errors() == [])


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is one of Linux")
def test_where_the_system_lets_nothing_be_watched_changes_are_looked_for(tmp_path, monkeypatch):
    def refuse(*args: object, **more: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr("watchdog.observers.inotify.InotifyObserver.schedule", refuse)
    with living(tmp_path, SMALL) as told:
        assert "sudo sysctl fs.inotify.max_user_watches" in told.sentences[0]
        write(tmp_path, {EDGE: NEW})
        assert told.shows("The second text.")


def test_a_watcher_that_fails_begins_anew(tmp_path, monkeypatch):
    from generator.watch import Watch

    changes, failed = Watch.changes, []

    def fail_once(self: Watch):
        for changed in changes(self):
            if not failed:
                failed.append(changed)
                raise RuntimeError("no more")
            yield changed

    monkeypatch.setattr(Watch, "changes", fail_once)
    with living(tmp_path, SMALL) as told:
        write(tmp_path, {EDGE: NEW})
        assert told.shows("The second text.")
        assert failed
        assert "watching begins anew" in told.sentences[0]
        write(tmp_path, {EDGE: NEW.replace("second", "third")})
        assert told.shows("The third text.")
