"""`dateline check --explain CODE`: one rule of the rulebook on a terminal."""

from collections.abc import Iterable
from textwrap import fill, indent

from rich.text import Text

from generator.cli.printed import COLOURS
from generator.errors import UsageError
from generator.model.nearest import nearest
from generator.rulebook import RULES
from generator.rulebook.blocks import Block, blocks_of, good_blocks_of
from generator.rulebook.rule import Rule

WIDTH = 80
"""Characters of a line, however wide the terminal is."""
INDENT = "    "


def explain(code: str) -> Text:
    """A rule with its reason, its examples, and how to change it.

    Raises UsageError when no rule has the code.
    """
    rule = RULES.get(code)
    if rule is None:
        meant = nearest(code, RULES)
        hint = f'did you mean "{meant}"?' if meant else "the codes stand in the brackets of what check prints"
        raise UsageError(f'no rule has the code "{code}"', hint)
    text = Text.assemble((rule.code, "bold"), ": ", (rule.severity.value, COLOURS[rule.severity]), "\n\n")
    text.append(f"{_wrapped(rule.says)}\n", "bold").append(f"\n{_wrapped(rule.why)}\n")
    _append_example(text, "Bad", blocks_of(rule.bad))
    _append_example(text, "Good", good_blocks_of(rule))
    return text.append_text(_how_to_change(rule))


def _append_example(text: Text, word: str, blocks: Iterable[Block]) -> None:
    for place, block in enumerate(blocks):
        lead = "and" if place else word
        if not block.language:
            text.append(f"\n{_wrapped(f'{lead}: {block.text}')}\n")
            continue
        text.append(f"\n{lead}{'' if place else ','} in {block.place}:\n\n")
        text.append(f"{indent(block.text, INDENT)}\n", "cyan")


def _how_to_change(rule: Rule) -> Text:
    if not rule.adjustable:
        return Text("\nThis rule is fixed: there is no sound site without it.")
    text = Text("\nFor the whole archive, in content/site.yaml (off, warning or error):\n\n")
    text.append(f"{INDENT}checks:\n{INDENT}  {rule.code}: off\n", "cyan")
    text.append("\nFor one file, in its front matter, with the reason:\n\n")
    return text.append(f"{INDENT}silence:\n{INDENT}  {rule.code}: why it does not apply here", "cyan")


def _wrapped(text: str) -> str:
    return fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)
