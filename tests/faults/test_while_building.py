"""What somebody else does to the content and to the output folder while a build is at work."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.asked import Options
from generator.build import Built, build
from generator.errors import PublishError, UsageError
from generator.read import settled
from generator.read.discover import Discovered, discover
from generator.read.seen import Seen
from tests.archive import files_in, write
from tests.faults.versions import ONE, OTHER, Versions, versions

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    return versions(tmp_path_factory.mktemp("versions"))


def changing(monkeypatch: pytest.MonkeyPatch, change: Callable[[int], None]) -> None:
    """Let something be done to the content after each look at it."""
    looks = iter(range(100))

    def looked(*asked: object) -> Discovered:
        found = discover(*asked)  # type: ignore[arg-type]  # whatever it was asked with
        change(next(looks))
        return found

    monkeypatch.setattr(settled, "discover", looked)


def test_content_that_changes_while_it_is_read_is_read_again_so_that_all_is_of_one_moment(
    tmp_path: Path, two: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path, ONE)

    def checkout(look: int) -> None:
        if look == 0:
            shutil.rmtree(folder / "content")
            write(folder, OTHER)

    changing(monkeypatch, checkout)
    assert isinstance(build(folder, tmp_path / "site", Options(search=False), lambda stage: None), Built)
    assert files_in(tmp_path / "site") == two.sites[1]


def test_content_that_never_rests_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, ONE)
    site = tmp_path / "content/site.yaml"
    changing(monkeypatch, lambda look: site.write_text(f"title: Look {look}\n") and None)
    with pytest.raises(UsageError, match="changes all the while"):
        settled.discover_settled(tmp_path, Seen(), Seen())


@pytest.mark.parametrize("stage", ["Reading", "Judging", "Rendering", "Publishing"])
def test_an_output_folder_that_is_removed_during_a_build_is_made_anew_or_told(
    tmp_path: Path, two: Versions, stage: str
) -> None:
    output = tmp_path / "site"
    build(two.folders[0], output, Options(search=False), lambda told: None)

    def remove(told: str) -> None:
        if told.startswith(stage) and output.exists():
            shutil.rmtree(output)

    if stage in {"Rendering", "Publishing"}:
        with pytest.raises(PublishError, match="removed or replaced during the build") as told:
            build(two.folders[1], output, Options(search=False), remove)
        assert told.value.hint == "Build again."
        build(two.folders[1], output, Options(search=False), lambda told: None)
    else:
        build(two.folders[1], output, Options(search=False), remove)
    assert files_in(output) == two.sites[1]


def test_an_output_folder_that_becomes_a_file_or_another_folder_is_told_and_not_written_to(
    tmp_path: Path, two: Versions
) -> None:
    output = tmp_path / "site"

    def elsewhere(told: str) -> None:
        if told == "Publishing":
            output.rename(tmp_path / "moved")
            output.mkdir()
            (output / "mine.txt").write_bytes(b"mine")

    with pytest.raises(PublishError, match="removed or replaced during the build"):
        build(two.folders[0], output, Options(search=False), elsewhere)
    assert files_in(output) == {"mine.txt": b"mine"}
