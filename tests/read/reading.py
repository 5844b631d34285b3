"""Short ways to read one made-up file and to see what an editor would be told."""

from generator.read.discover import EntryKind, InputFile
from generator.read.entry import Entry, read_entry

PATHS = {
    EntryKind.SITE: "content/site.yaml",
    EntryKind.ARTICLE: "content/articles/edge.md",
    EntryKind.SUMMARY: "content/summaries/edge.md",
    EntryKind.ACTOR: "content/actors/edge.md",
    EntryKind.SOURCE: "content/sources/edge.md",
    EntryKind.TOPIC: "content/topics/edge.md",
}
NEEDED = {
    EntryKind.SITE: "title: T\nbase_url: https://example.org/\n",
    EntryKind.ARTICLE: "title: T\ndate: 2024-11-29\nsource: bfmtv\n",
    EntryKind.SUMMARY: "title: T\ndate: 2024-11-29\nsource: desk\n",
    EntryKind.ACTOR: "name: SOHR\nkind: monitor\n",
    EntryKind.SOURCE: "name: BFM TV\nkind: broadcaster\n",
    EntryKind.TOPIC: "title: The offensive\n",
}
"""The least that each kind of file must say."""


def read(raw: bytes | str, kind: str = "article") -> Entry:
    """One file of a kind, read from its bytes."""
    raw = raw.encode() if isinstance(raw, str) else raw
    return read_entry(InputFile(PATHS[EntryKind(kind)], EntryKind(kind), "edge", raw))


def read_with(more: str, kind: str = "article") -> Entry:
    """A file that says the least, and `more` after it."""
    if kind == "site":
        return read(NEEDED[EntryKind.SITE] + more, kind)
    return read(f"---\n{NEEDED[EntryKind(kind)]}{more}---\nThe text.\n", kind)


def told(entry: Entry) -> list[str]:
    """Every diagnostic as `line:column length code: message (hint)`."""
    return [
        f"{problem.mark.line}:{problem.mark.column} {problem.mark.length} {problem.code}: {problem.message}"
        + (f" ({problem.hint})" if problem.hint else "")
        for problem in entry.diagnostics
    ]
