"""As time goes on, files are made again only when it has something to say in them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.asked import Options
from generator.build import Built, Means, build
from tests.archive import PLACES, article, write

pytestmark = pytest.mark.slow

HELD = "publish_at: 2024-11-30T18:00Z"
FILES = PLACES | {
    "articles/2024-11-28-open.md": article(day="2024-11-28"),
    "articles/2024-11-29-held.md": article(day="2024-11-29", more=HELD),
}


def stages_at(folder: Path, hour: int, minute: int = 0) -> list[str]:
    """What a build at some time on the last day says that it does."""
    told: list[str] = []
    now = datetime(2024, 11, 30, hour, minute, tzinfo=UTC)
    options = Options(now=now, drafts=True, search=False)
    assert isinstance(
        build(folder, folder / "site", options, told.append, Means(folder / ".dateline")), Built
    )
    return told


def test_time_alone_makes_no_file_until_an_embargo_ends(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    stages_at(tmp_path, 9)
    assert "Rendering 0 files" in stages_at(tmp_path, 17, 59)
    assert "2024-11-29-held" not in (tmp_path / "site/published.json").read_text()
    assert "Rendering 0 files" not in stages_at(tmp_path, 18)
    assert "2024-11-29-held" in (tmp_path / "site/published.json").read_text()
    assert "Rendering 0 files" in stages_at(tmp_path, 19)
