"""A snippet of the rulebook made whole: the small archive around it that goes without saying."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from textwrap import indent

import yaml

from generator.rulebook import Snippet, Where
from tests.archive import FIGURE, PLACES, Files, actor, md, topic

DEFAULT_FILES = {
    Where.FACT: "articles/2024-11-29-example.md",
    Where.ARTICLE: "articles/2024-11-29-example.md",
    Where.TEXT: "articles/2024-11-29-example.md",
    Where.SUMMARY: "summaries/example.md",
    Where.ACTOR: "actors/example.md",
    Where.SOURCE: "sources/example.md",
    Where.TOPIC: "topics/example.md",
    Where.MEASURE: "topics/aleppo-offensive.md",
    Where.SITE: "site.yaml",
}
"""Where a snippet stands that names no file."""
DOCUMENT = {"title": "Fighters reach the edge of Aleppo", "date": "2024-11-29", "source": "bfmtv"}
NEEDED: Mapping[Where, Mapping[str, str]] = {
    Where.FACT: DOCUMENT,
    Where.ARTICLE: DOCUMENT,
    Where.TEXT: DOCUMENT,
    Where.SUMMARY: DOCUMENT,
    Where.ACTOR: {"name": "An Example", "kind": "group"},
    Where.SOURCE: {"name": "An Example", "kind": "newspaper"},
    Where.TOPIC: {"title": "An example"},
    Where.MEASURE: {"title": "The Aleppo offensive"},
    Where.SITE: {"title": "Aleppo briefing", "base_url": "https://example.org/"},
}
"""The keys that are added where a snippet does not have them."""
AROUND: Files = PLACES | {
    "sources/bfmtv.md": md("name: BFM TV\nkind: broadcaster"),
    "actors/sohr.md": actor("Syrian Observatory for Human Rights", "aliases: [SOHR, OSDH]", "monitor"),
    "actors/afp.md": actor("Agence France-Presse", "aliases: [AFP]", "agency"),
    "topics/aleppo-offensive.md": topic("""
        killed: {label: Killed, unit: people, cumulative: true, parts: [killed-civilians, killed-fighters]}
        killed-civilians: {label: Civilians killed, unit: people, cumulative: true}
        killed-fighters: {label: Fighters killed, unit: people, cumulative: true}
        displaced: {label: Displaced, unit: people}
        began: {label: Day it began, type: date}
        resistance: {label: Was it resisted, type: choice, choices: [resisted, unopposed]}
    """),
}
"""What every example may refer to."""


@dataclass(slots=True)
class _File:
    """The snippets of one file, sorted by what they are part of."""

    kind: Where
    front: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def archive_of(snippets: Iterable[Snippet]) -> tuple[Files, frozenset[str]]:
    """The files of an archive with these snippets in it, and which of them the snippets stand in."""
    files: dict[str, _File] = {}
    whole: dict[str, str] = {}
    for snippet in snippets:
        if snippet.where is Where.FILE:
            whole[snippet.file] = f"{snippet.text}\n"
            continue
        path = snippet.file or DEFAULT_FILES[snippet.where]
        kind = Where.SUMMARY if path.startswith("summaries/") else snippet.where
        file = files.setdefault(path, _File(kind))
        match snippet.where:
            case Where.FACT:
                file.facts.append(_completed(snippet.text, len(file.facts) + 1))
            case Where.TEXT:
                file.text.append(snippet.text)
            case Where.MEASURE:
                label = "" if re.search("^label:", snippet.text, re.MULTILINE) else "label: Killed\n"
                file.front.append("measures:\n  killed:\n" + indent(label + snippet.text, "    "))
            case _:
                file.front.append(snippet.text)
    made = {path: _written(path, file) for path, file in files.items()}
    return AROUND | made | whole, frozenset(made | whole)


def _completed(fact: str, place: int) -> str:
    """A fact with the keys that are not shown; one with its measure is not given an origin."""
    missing = []
    if not re.search("^measure:", fact, re.MULTILINE):
        missing.append("measure: aleppo-offensive/killed")
        if not re.search("^according_to:", fact, re.MULTILINE):
            missing.append("according_to: sohr")
    if not re.search("^(value|low|high):", fact, re.MULTILINE):
        missing.append("value: 242")
    whole = "\n".join([*missing, fact])
    if not re.search("^quote:", fact, re.MULTILINE):
        figures = " to ".join(figure.strip("~?%/.") for figure in FIGURE.findall(whole))
        whole += f"\nquote: Sentence number {place} gives the figure {figures}"
    return whole


def _written(path: str, file: _File) -> str:
    typed = "\n".join(file.front)
    missing = [
        f"{key}: {value}"
        for key, value in NEEDED[file.kind].items()
        if not re.search(f"^{key}:", typed, re.MULTILINE)
    ]
    facts = ["facts:", *(f"  - {indent(fact, '    ').lstrip()}" for fact in file.facts)] if file.facts else []
    front = "\n".join([*missing, *file.front, *facts])
    if path == "site.yaml":
        return f"{front}\n"
    return f"---\n{front}\n---\n\n" + ("\n\n".join(file.text) or _quotations(front)) + "\n"


def _quotations(front: str) -> str:
    """A text in which every quotation of the front matter stands."""
    try:
        facts = yaml.safe_load(front).get("facts", [])
    except (yaml.YAMLError, AttributeError):
        return "The text."
    quotes = [fact["quote"] for fact in facts if isinstance(fact, dict) and "quote" in fact]
    return "\n\n".join([*(f"{quote}." for quote in quotes), "That is all."])
