"""A rule as a service shows it beside a result: why it holds, and how it looks broken and kept."""

import re
from collections.abc import Callable, Iterable, Iterator

from generator.rulebook.blocks import Block, blocks_of
from generator.rulebook.rule import Rule, Snippet


def help_of(rule: Rule) -> dict[str, str]:
    """The same words as plain text and as Markdown."""
    plain = [rule.says, rule.why, *_examples("Bad", rule.bad, _plain), *_examples("Good", rule.good, _plain)]
    marked = [
        f"**{rule.says}**",
        rule.why,
        *_examples("Bad", rule.bad, _fenced),
        *_examples("Good", rule.good, _fenced),
    ]
    return {"text": "\n\n".join(plain), "markdown": "\n\n".join(marked)}


def _examples(word: str, snippets: Iterable[Snippet], shown: Callable[[Block], str]) -> Iterator[str]:
    for block in blocks_of(snippets):
        if block.language:
            yield f"{word}, in {block.place}:"
            yield shown(block)
        else:
            yield f"{word}: {block.text}"


def _plain(block: Block) -> str:
    return block.text


def _fenced(block: Block) -> str:
    """Between fences that are longer than any row of backticks in the text."""
    longest = max((len(row) for row in re.findall("`+", block.text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{block.language}\n{block.text}\n{fence}"
