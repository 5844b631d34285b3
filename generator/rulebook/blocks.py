"""The snippets of an example as a reader sees them: what belongs to one file is put together."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from msgspec import Struct

from generator.rulebook.rule import Rule, Snippet, Where

NAMES = {
    Where.FACT: "a fact",
    Where.ARTICLE: "an article",
    Where.TEXT: "the text",
    Where.SUMMARY: "a summary",
    Where.ACTOR: "an actor",
    Where.SOURCE: "a source",
    Where.TOPIC: "a topic",
    Where.MEASURE: "a measure",
    Where.SITE: "content/site.yaml",
    Where.FILE: "a file",
}
ENDINGS = {".md": "markdown", ".yaml": "yaml"}
DOCUMENTS = {Where.ARTICLE, Where.SUMMARY}


class Block(Struct, frozen=True):
    """Some lines to be shown together."""

    place: str
    """Where they stand, as goes on from "in": `a fact`, `content/articles/edge.md`."""
    text: str
    language: str
    """How a program would colour them: yaml, markdown, text; empty for a sentence that stands for a file."""
    is_path: bool = False
    """Whether the place is a path."""


def blocks_of(snippets: Iterable[Snippet]) -> tuple[Block, ...]:
    """The snippets in their order; facts are put below what stands before them in the same file."""
    blocks: list[Block] = []
    waiting: list[Snippet] = []
    for snippet in snippets:
        if waiting and not (snippet.where is Where.FACT and snippet.file == waiting[-1].file):
            blocks.append(_block(waiting))
            waiting = []
        if snippet.where in {Where.FACT, *DOCUMENTS}:
            waiting.append(snippet)
        else:
            blocks.append(_block([snippet]))
    if waiting:
        blocks.append(_block(waiting))
    return tuple(blocks)


def good_blocks_of(rule: Rule) -> tuple[Block, ...]:
    """The good example of a rule, without what the bad one has shown already, unless that is all of it."""
    bad, good = set(blocks_of(rule.bad)), blocks_of(rule.good)
    return tuple(block for block in good if block not in bad) or good


def _block(snippets: list[Snippet]) -> Block:
    first = snippets[0]
    place = f"content/{first.file}" if first.file else NAMES[first.where]
    is_path = bool(first.file) or first.where is Where.SITE
    if len(snippets) == 1 and not (first.where is Where.FACT and first.file):
        return Block(place, first.text, _language(first), is_path)
    if first.where is Where.FACT and not first.file:
        place = NAMES[Where.ARTICLE]
    facts = [_entry(snippet.text) for snippet in snippets if snippet.where is Where.FACT]
    above = [snippet.text for snippet in snippets if snippet.where is not Where.FACT]
    return Block(place, "\n".join([*above, "facts:", *facts]), "yaml", is_path)


def _entry(text: str) -> str:
    """The lines of a fact as an entry of a list."""
    return "\n".join(
        f"  {'  ' if place else '- '}{line}" if line else "" for place, line in enumerate(text.split("\n"))
    )


def _language(snippet: Snippet) -> str:
    if snippet.where is not Where.FILE:
        return "markdown" if snippet.where is Where.TEXT else "yaml"
    if not snippet.file:
        return ""
    return ENDINGS.get(PurePosixPath(snippet.file).suffix, "text")
