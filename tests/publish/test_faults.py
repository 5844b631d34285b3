"""At every instant the folder holds one site, or a journal by which the next build makes it hold one."""

import errno
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.errors import PublishError
from generator.publish import publish, stage
from generator.publish.journal import Journal, read_journal
from generator.publish.manifest import read_manifest
from generator.publish.paths import JOURNAL, MANIFEST, PASSING, STAGE
from generator.publish.recover import recovered
from tests.publish.faults import Fault, Killed, changes_of, failing, killed, struck

pytestmark = pytest.mark.slow

OLD = {
    "index.html": b"old home",
    "same.css": b"same",
    "gone/page/index.html": b"gone",
    "file": b"a file where a folder will be",
    "folder/inside": b"a folder where a file will be",
}
NEW = {
    "index.html": b"new home",
    "same.css": b"same",
    "fresh/page/index.html": b"fresh",
    "file/inside": b"now a folder",
    "folder": b"now a file",
}
STRANGER = {"notes/mine.txt": b"not ours"}
FIRST = ({}, NEW)
LATER = (OLD, NEW)
EMPTIED = (OLD, {})


def laid(folder: Path, before: dict[str, bytes]) -> Path:
    """An output folder that holds a site, and a file that is not ours."""
    output = folder / "site"
    if before:
        publish(before, output)
        for path, content in STRANGER.items():
            (output / path).parent.mkdir()
            (output / path).write_bytes(content)
    return output


def held_by(output: Path) -> dict[str, bytes]:
    """Every file of the folder but the names of our own."""
    found = {
        file.relative_to(output).as_posix(): file.read_bytes() for file in output.rglob("*") if file.is_file()
    }
    return {path: what for path, what in found.items() if path.split("/")[0] not in {MANIFEST, *PASSING}}


def is_whole(output: Path, site: dict[str, bytes], others: dict[str, bytes]) -> bool:
    """Whether the folder holds just this site, with its manifest, nothing passing and no empty folder."""
    manifest = read_manifest(output)
    listed = dict.fromkeys(manifest.files) if manifest else {}
    empty = [folder for folder in output.rglob("*") if folder.is_dir() and not any(folder.iterdir())]
    passing = [name for name in PASSING if (output / name).exists()]
    finished = manifest is None or manifest.finished
    return (
        held_by(output) == site | others and set(listed) == set(site) and finished and not (empty or passing)
    )


def every_change(folder: Path, before: dict[str, bytes], after: dict[str, bytes]) -> range:
    output = laid(folder / "counted", before)
    return range(changes_of(lambda: publish(after, output)))


def others(before: dict[str, bytes]) -> dict[str, bytes]:
    return STRANGER if before else {}


def failure_of(site: dict[str, bytes], output: Path) -> PublishError | None:
    try:
        publish(site, output)
    except PublishError as error:
        return error
    return None


@pytest.mark.parametrize(("before", "after"), [FIRST, LATER, EMPTIED])
def test_a_build_killed_at_any_change_is_finished_or_undone_by_the_next(
    tmp_path: Path, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    ends = set()
    for at in every_change(tmp_path, before, after):
        output = laid(tmp_path / str(at), before)
        with pytest.raises(Killed), struck(killed(at)):
            publish(after, output)
        parts = {**before, **after, **STRANGER}
        assert all(
            what in {before.get(path), after.get(path), parts[path]} for path, what in held_by(output).items()
        )
        if output.exists():
            recovered(output)
            is_new = is_whole(output, after, others(before))
            assert is_new or is_whole(output, before, others(before)), at
            ends.add(is_new)
        publish(after, output)
        assert is_whole(output, after, others(before))
    assert ends == {True, False}


def test_bringing_to_an_end_can_be_killed_at_any_change_as_well(tmp_path: Path) -> None:
    for at in every_change(tmp_path, *LATER):
        for again in range(60):
            output = laid(tmp_path / f"{at}-{again}", OLD)
            with pytest.raises(Killed), struck(killed(at)):
                publish(NEW, output)
            with struck(killed(again)):
                try:
                    recovered(output)
                except Killed:
                    is_over = False
                else:
                    is_over = True
            recovered(output)
            assert is_whole(output, NEW, STRANGER) or is_whole(output, OLD, STRANGER), (at, again)
            shutil.rmtree(output.parent)
            if is_over:
                break
        else:
            pytest.fail("never over")


@pytest.mark.parametrize(
    "number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EMFILE, errno.EROFS, errno.EDQUOT]
)
@pytest.mark.parametrize(("before", "after"), [FIRST, LATER, EMPTIED])
def test_a_change_that_fails_once_leaves_the_site_as_it_was(
    tmp_path: Path, before: dict[str, bytes], after: dict[str, bytes], number: int
) -> None:
    for at in every_change(tmp_path, before, after):
        output = laid(tmp_path / str(at), before)
        with struck(failing(at, number, for_ever=False)):
            error = failure_of(after, output)
        if error:
            assert error.hint == "The site that stood before stays as it was.", at
        if output.exists():
            recovered(output)  # what could not be cleared away is cleared by the next build
        assert is_whole(output, before if error else after, others(before)), at
        publish(after, output)
        assert is_whole(output, after, others(before))


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EMFILE])
def test_a_disk_that_fails_for_ever_leaves_whole_files_and_says_who_brings_them_to_an_end(
    tmp_path: Path, number: int
) -> None:
    hints = set()
    for at in every_change(tmp_path, *LATER):
        output = laid(tmp_path / str(at), OLD)
        with struck(failing(at, number, for_ever=True)):
            error = failure_of(NEW, output)
        if error:
            hints.add(error.hint)
            if read_journal(output) is None:
                recovered(output)
                assert is_whole(output, OLD, STRANGER), at
        recovered(output)
        assert is_whole(output, OLD, STRANGER) or is_whole(output, NEW, STRANGER), at
    assert hints == {"The site that stood before stays as it was.", "The next build brings it to its end."}


def test_an_error_while_an_earlier_build_is_brought_to_its_end_is_told_and_the_next_build_tries_again(
    tmp_path: Path,
) -> None:
    output = laid(tmp_path, OLD)
    half = len(every_change(tmp_path, *LATER)) - 4
    with pytest.raises(Killed), struck(killed(half)):
        publish(NEW, output)
    with (
        pytest.raises(
            PublishError, match=rf"could not be brought to its end: {tmp_path}/site.*: Read-only"
        ) as told,
        struck(failing(0, errno.EROFS, for_ever=True)),
    ):
        recovered(output)
    assert "next build" in told.value.hint
    assert recovered(output)
    assert is_whole(output, NEW, STRANGER)


@dataclass
class FailsThenKilled(Fault):
    """One change fails, so that everything is taken back, and some changes later the process is no more."""

    later: int = 0

    def struck(self) -> BaseException | None:
        here, self.seen = self.seen, self.seen + 1
        if here == self.at:
            return OSError(errno.EIO, "")
        return Killed() if here >= self.at + self.later else None


def test_taking_back_can_be_killed_at_any_change_as_well(tmp_path: Path) -> None:
    at = len(every_change(tmp_path, *LATER)) - 6
    for later in range(1, 60):
        output = laid(tmp_path / str(later), OLD)
        fault = FailsThenKilled(at, Killed, later=later)
        with struck(fault):
            try:
                publish(NEW, output)
            except PublishError:
                is_over = True
            except Killed:
                is_over = False
        journal = read_journal(output)
        if journal is not None and journal.undoing:
            recovered(output)
            assert is_whole(output, OLD, STRANGER), later
        recovered(output)
        assert is_whole(output, NEW, STRANGER) or is_whole(output, OLD, STRANGER), later
        if is_over:
            return
    pytest.fail("never over")


def test_with_many_changes_the_disk_is_asked_once_for_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(os, "sync", lambda: asked.append("all"))
    monkeypatch.setattr(stage, "FEW", len(NEW) + 2)  # and the two lists of what is ours
    publish(NEW, tmp_path / "few")
    assert asked == []
    publish({**NEW, "more": b""}, tmp_path / "many")
    assert asked == ["all"]


def test_a_disk_that_holds_something_else_than_was_written_is_told_before_anything_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = laid(tmp_path, OLD)
    monkeypatch.setattr(stage, "holds", lambda file, imprint: file.name != "3.new")
    with pytest.raises(PublishError, match=r"does not hold what was written to it: .*3\.new\.$") as told:
        publish(NEW, output)
    assert told.value.hint == "Look at the disk."
    assert is_whole(output, OLD, STRANGER)


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"[]",
        b'{"version": 2}',
        Journal(gone=("index.html",)).encode().replace(b'"version": 1', b'"version": 2'),
        Journal(gone=("index.html",)).encode().replace(b'"is_first": true', b'"is_first": 1'),
        Journal(gone=("index.html",)).encode().replace(b'"undoing": false', b'"undoing": 0'),
        Journal(gone=("../victim",)).encode(),
        Journal(write=("/etc/x",)).encode(),
    ],
)
def test_a_journal_that_was_not_written_whole_or_leaves_the_folder_is_thrown_away(
    tmp_path: Path, damaged: bytes
) -> None:
    output = laid(tmp_path, OLD)
    (tmp_path / "victim").write_bytes(b"x")
    (output / JOURNAL).write_bytes(damaged)
    (output / STAGE).mkdir()
    (output / STAGE / "0.new").write_bytes(b"left")
    assert not recovered(output)
    assert is_whole(output, OLD, STRANGER)
    assert (tmp_path / "victim").exists()


def test_neither_a_journal_nor_a_stage_is_followed_out_of_the_folder(tmp_path: Path) -> None:
    output, elsewhere = laid(tmp_path, OLD), tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "0.new").write_bytes(b"theirs")
    (elsewhere / "journal").write_bytes(Journal(write=("index.html",)).encode())
    (output / JOURNAL).symlink_to(elsewhere / "journal")
    (output / STAGE).symlink_to(elsewhere)
    assert not recovered(output)
    assert is_whole(output, OLD, STRANGER)
    assert sorted(path.name for path in elsewhere.iterdir()) == ["0.new", "journal"]


def test_a_folder_that_became_a_symbolic_link_after_a_kill_is_not_written_through(tmp_path: Path) -> None:
    output, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    publish({"index.html": b"x"}, output)
    site = {"index.html": b"x", "deep/page.html": b"page"}
    counted = tmp_path / "counted" / "site"
    publish({"index.html": b"x"}, counted)
    last = changes_of(lambda: publish(site, counted))
    for at in range(last):
        with suppress(Killed), struck(killed(at)):
            publish(site, output)
        if read_journal(output) is not None and not (output / "deep").exists():
            break
    elsewhere.mkdir()
    (output / "deep").symlink_to(elsewhere)
    with pytest.raises(PublishError, match="deep: a symbolic link has taken"):
        recovered(output)
    assert list(elsewhere.iterdir()) == []


def test_who_removes_what_a_killed_build_left_can_build_as_ever_since_the_manifest_claims_both_sites(
    tmp_path: Path,
) -> None:
    old = {path: OLD[path] for path in ("index.html", "same.css", "gone/page/index.html")}
    new = {path: NEW[path] for path in ("index.html", "same.css", "fresh/page/index.html")}
    claimed = 0
    for at in every_change(tmp_path, old, new):
        output = laid(tmp_path / str(at), old)
        with pytest.raises(Killed), struck(killed(at)):
            publish(new, output)
        (output / JOURNAL).unlink(missing_ok=True)
        shutil.rmtree(output / STAGE, ignore_errors=True)
        manifest = read_manifest(output)
        assert manifest is not None
        if not manifest.finished:
            assert set(manifest.files) == {*old, *new}
            claimed += 1
        publish(new, output)
        assert held_by(output) == new | STRANGER, at
    assert claimed > len(new)
