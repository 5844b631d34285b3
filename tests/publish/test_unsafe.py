"""Some folders are never an output folder."""

from pathlib import Path

import pytest

from generator.errors import PublishError
from generator.publish import refuse_unsafe

HINT = "Choose another folder with --output."


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "archive/content/articles").mkdir(parents=True)
    (tmp_path / "archive/themes").mkdir()
    return tmp_path / "archive"


def test_a_folder_beside_the_content_is_fine(archive: Path) -> None:
    refuse_unsafe(archive / "site", archive / "content", archive / "themes")
    refuse_unsafe(archive / "content-site", archive / "content")
    assert not (archive / "site").exists()


@pytest.mark.parametrize(
    ("output", "why"),
    [
        ("content", "also read from"),
        ("content/articles/..", "also read from"),
        (".", "holds .*content, which is read from"),
        ("..", "which is read from"),
        ("content/site", "inside .*content"),
        ("content/articles/../new/site", "inside"),
        ("themes", "also read from"),
    ],
)
def test_a_folder_that_mixes_with_what_is_read_is_refused(archive: Path, output: str, why: str) -> None:
    with pytest.raises(PublishError, match=why) as refused:
        refuse_unsafe(archive / output, archive / "content", archive / "themes")
    assert refused.value.hint == HINT


def test_a_way_round_through_a_symbolic_link_is_seen(archive: Path) -> None:
    (archive / "shortcut").symlink_to(archive / "content")
    with pytest.raises(PublishError, match="inside"):
        refuse_unsafe(archive / "shortcut/site", archive / "content")
    with pytest.raises(PublishError, match="is a symbolic link") as refused:
        refuse_unsafe(archive / "shortcut", archive / "content")
    assert refused.value.hint == HINT


def test_the_root_and_the_home_folder_and_those_above_it_are_refused(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "homes/me"))
    (tmp_path / "homes/me").mkdir(parents=True)
    with pytest.raises(PublishError, match="root of the file system") as refused:
        refuse_unsafe(Path("/"), archive / "content")
    assert refused.value.hint == HINT
    for output in (tmp_path / "homes/me", tmp_path / "homes"):
        with pytest.raises(PublishError, match="home folder") as refused:
            refuse_unsafe(output, archive / "content")
        assert refused.value.hint == HINT
    refuse_unsafe(tmp_path / "homes/me/site", archive / "content")


def test_a_file_is_refused(archive: Path) -> None:
    (archive / "site").write_bytes(b"x")
    with pytest.raises(PublishError, match="is a file") as refused:
        refuse_unsafe(archive / "site", archive / "content")
    assert refused.value.hint == HINT


def test_a_name_that_no_folder_can_have_is_refused_with_the_reason(archive: Path) -> None:
    with pytest.raises(PublishError, match=r"cannot be used: File name too long\.") as refused:
        refuse_unsafe(archive / ("a" * 300), archive / "content")
    assert refused.value.hint == HINT


def test_where_nobody_has_a_home_folder_none_is_in_danger(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> Path:
        raise RuntimeError("no such user")

    monkeypatch.setattr(Path, "home", none)
    refuse_unsafe(archive / "site", archive / "content")


def test_a_loop_of_links_is_refused(archive: Path) -> None:
    (archive / "one").symlink_to(archive / "two")
    (archive / "two").symlink_to(archive / "one")
    with pytest.raises(PublishError):
        refuse_unsafe(archive / "one/site", archive / "content")
