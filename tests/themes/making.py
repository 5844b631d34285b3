"""A small archive, and themes beside it."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.archive import PLACES, actor, article, built, files_in, topic, write

PAPER = Path(__file__).parent / "paper"
DAY = "2024/11/29/index.html"
MEASURE = "facts/war/killed/index.html"
CONTENT = {
    **PLACES,
    "actors/army.md": actor("The Army"),
    "topics/war.md": topic("killed: {label: Killed, unit: people}"),
    "articles/2024-11-29-edge.md": article(
        "measure: war/killed, value: 12, according_to: army", title="The edge"
    ),
}


def archive_in(folder: Path, theme: str = "") -> Path:
    """A small archive in a theme."""
    site = CONTENT["site.yaml"] + (f"theme: {theme}\n" if theme else "")
    return write(folder, {**CONTENT, "site.yaml": site})


def theme_in(folder: Path, name: str, files: Mapping[str, str]) -> Path:
    """A theme beside the content, of these files; returns its folder."""
    root = folder / "themes" / name
    root.mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return root


def paper_in(folder: Path) -> Path:
    """The small archive with the theme `paper`."""
    shutil.copytree(PAPER, folder / "themes" / "paper")
    return archive_in(folder, "paper")


def site_of(folder: Path, output: str = "site") -> dict[str, str]:
    """The built site: text by path."""
    built(folder, folder / output)
    return {path: content.decode() for path, content in files_in(folder / output).items()}
