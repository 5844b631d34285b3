"""Small archives for tests: a dictionary of path -> text becomes a content folder and what is read of it."""

import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent, indent

from generator.asked import Options
from generator.build import Built, build
from generator.examined import Examined, examine
from generator.model.archive import Archive
from generator.model.page import Page
from generator.pages.plan import plan

ROOT = Path(__file__).parent.parent
"""Of the repository, which holds the sample archive and the default theme."""

Files = Mapping[str, str]
"""Paths from content/ (`articles/2024-11-29-edge.md`) and what stands there."""

SITE = "title: A small archive\nbase_url: https://example.org/\n"
FIGURE = re.compile(r"(?:value|low|high): ([\w.-]+)")
"""A figure in a fact that is written as a flow mapping."""
PLACES = {"site.yaml": SITE, "sources/paper.md": "---\nname: The Paper\nkind: newspaper\n---\n"}
"""The least that an archive needs to hold a document."""


def md(front: str, body: str = "The text.") -> str:
    """A Markdown file with this front matter, which may be indented as a whole."""
    return f"---\n{dedent(front).strip()}\n---\n\n{body}\n"


def actor(name: str, more: str = "", kind: str = "group") -> str:
    return md(f"name: {name}\nkind: {kind}\n{more}")


def topic(measures: str) -> str:
    """A topic from its measures in YAML, one flow mapping a line: `killed: {label: Killed}`."""
    return md("title: The war\nmeasures:\n" + indent(dedent(measures).strip(), "  "))


def article(*facts: str, day: str = "2024-11-29", more: str = "", body: str = "", title: str = "News") -> str:
    """An article of The Paper; each fact is a flow mapping without its quotation, which is made up.

    The text holds a sentence with the figure of each fact, and `body` after them.
    """
    quotes = [
        " ".join((f"Sentence number {place} gives the figure", *FIGURE.findall(fact)))
        for place, fact in enumerate(facts, 1)
    ]
    typed = "".join(f"  - {{{fact}, quote: {quote}}}\n" for fact, quote in zip(facts, quotes, strict=True))
    front = f"title: {title}\ndate: {day}\nsource: paper\n{more}\n" + (f"facts:\n{typed}" if facts else "")
    return md(front, "\n\n".join([*(f"{quote}." for quote in quotes), body or "That is all."]))


def write(folder: Path, files: Files) -> Path:
    """Put the files into `folder/content`; returns the folder."""
    for path, text in files.items():
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    return folder


def examined(files: Files, options: Options | None = None) -> Examined:
    """What is read, judged and found wrong in an archive that exists only for this."""
    with TemporaryDirectory() as folder:
        return examine(write(Path(folder), files), options or Options(), lambda stage: None)


def sound(files: Files, options: Options | None = None) -> Examined:
    """As `examined`, for archives that have no mistakes; they may have warnings."""
    result = examined(files, options)
    assert result.is_sound(), [problem.message for problem in result.diagnostics]
    return result


def pages_of(result: Examined) -> dict[str, Page]:
    """The planned pages by their paths."""
    return {page.path: page for page in plan(result.archive, result.judged)}


def built(folder: Path, output: Path, options: Options | None = None) -> Archive:
    """Build a sound archive without search; returns the archive."""
    options = options or Options(search=False)
    result = build(folder, output, options, lambda stage: None)
    assert isinstance(result, Built), [problem.message for problem in result.diagnostics]
    return examine(folder, options, lambda stage: None).archive


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file of a site but the list of what a build made."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != ".dateline.json"
    }
