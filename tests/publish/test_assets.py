"""Published assets are copied byte for byte, or the build says which could not be."""

from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.errors import PublishError
from generator.publish import assets

MAP = SimpleNamespace(
    file="content/assets/map.png", address="/files/map.png", digest=sha256(b"a map").hexdigest()
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive with one asset that a text shows."""
    (tmp_path / "content/assets").mkdir(parents=True)
    (tmp_path / MAP.file).write_bytes(b"a map")
    return tmp_path


def test_each_stands_under_its_address(folder: Path) -> None:
    assert assets.asset_files((MAP,), folder) == {"files/map.png": b"a map"}


def test_one_that_changed_since_it_was_examined_is_named(folder: Path) -> None:
    (folder / MAP.file).write_bytes(b"A map")
    with pytest.raises(PublishError, match=r"^content/assets/map\.png changed during the build\.$") as told:
        assets.asset_files((MAP,), folder)
    assert told.value.hint == "Build again."


def test_one_that_cannot_be_read_is_named_with_the_reason(folder: Path) -> None:
    (folder / MAP.file).unlink()
    with pytest.raises(
        PublishError, match=r"^content/assets/map\.png cannot be read: No such file or directory\.$"
    ):
        assets.asset_files((MAP,), folder)
