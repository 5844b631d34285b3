"""Small archives of hostile files, and what an editor is told of them."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from generator.asked import Options
from generator.examined import Examined, examine
from generator.model.diagnostic import Diagnostic
from generator.read.discover import EntryKind, InputFile
from generator.read.entry import Entry, read_entry
from tests.archive import PLACES

QUIET = "checks: {unused-actor: off, unused-measure: off, unused-source: off, summary-covers-nothing: off}\n"
"""What is wrong with nearly every archive that is made for a test."""
WHOLE = PLACES | {"site.yaml": PLACES["site.yaml"] + QUIET}
"""The least that an archive needs to hold a document."""
FOLDERS = {
    kind.value: f"content/{folder}/x.md"
    for folder, kind in {
        "articles": EntryKind.ARTICLE,
        "summaries": EntryKind.SUMMARY,
        "actors": EntryKind.ACTOR,
        "sources": EntryKind.SOURCE,
        "topics": EntryKind.TOPIC,
    }.items()
} | {"site": "content/site.yaml"}


def put(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Files below `folder/content`, as text or as bytes; returns the folder."""
    for name, written in files.items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(written if isinstance(written, bytes) else written.encode())
    return folder


def looked_at(files: Mapping[str, str | bytes], options: Options | None = None) -> Examined:
    """An archive of these files and the least around them, examined."""
    with tempfile.TemporaryDirectory() as folder:
        return examine(put(Path(folder), WHOLE | dict(files)), options or Options(), lambda stage: None)


def said(diagnostic: Diagnostic) -> str:
    """`path:line:column severity[code] message`, the path from `content/` on; a hint in parentheses."""
    where = diagnostic.file.removeprefix("content/")
    at = f"{where}:{diagnostic.mark.line}:{diagnostic.mark.column}"
    hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
    return f"{at} {diagnostic.severity}[{diagnostic.code}] {diagnostic.message}{hint}"


def told(files: Mapping[str, str | bytes], options: Options | None = None) -> list[str]:
    """All that is wrong with an archive of these files and the least around them."""
    return [said(one) for one in looked_at(files, options).diagnostics]


def read(raw: str | bytes, kind: str = "article") -> Entry:
    """One file, read for itself."""
    raw = raw.encode() if isinstance(raw, str) else raw
    return read_entry(InputFile(FOLDERS[kind], EntryKind(kind), "x", raw))


def told_of(raw: str | bytes, kind: str = "article") -> list[str]:
    """What is wrong with the form of one file: `line:column code: message`."""
    return [
        f"{one.mark.line}:{one.mark.column} {one.code}: {one.message}" for one in read(raw, kind).diagnostics
    ]


def fact(more: str) -> str:
    """An article with one fact, of which lines 8 and below are `more`."""
    rows = "".join(f"    {row}\n" for row in more.splitlines())
    front = (
        "title: T\ndate: 2024-11-29\nsource: paper\nfacts:\n  - measure: war/killed\n    quote: It says 3\n"
    )
    return f"---\n{front}{rows}---\n\nIt says 3.\n"


def typed(more: str, kind: str = "article") -> str:
    """A document that says the least, and `more` from line 5 on."""
    return f"---\ntitle: T\ndate: 2024-11-29\nsource: paper\n{more}---\n\nThe text.\n"
