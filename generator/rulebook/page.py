"""The rulebook as a page of the documentation: docs/checks.md."""

import re
from collections.abc import Iterable, Iterator
from textwrap import fill

from generator.rulebook import GROUPS
from generator.rulebook.blocks import Block, blocks_of, good_blocks_of
from generator.rulebook.group import Group
from generator.rulebook.rule import Rule

WIDTH = 110
"""Characters of a line of the page's source."""

OPENING = """\
<!-- Made from generator/rulebook/ by `make docs`. Change the rules there, not here. -->

# What is checked

`dateline check` reads the whole archive and tells every mistake in one run: the file, the line, what is
wrong, and what to write instead.

```
content/articles/2024-11-29-edge.md:14:19: error[unknown-actor]: no actor has the id or alias "SOHRR"
   14 |     according_to: SOHRR
      |                   ^^^^^ did you mean "SOHR"?
```

The word in brackets is the code of the rule that is broken. Each has its place on this page, and
`dateline check --explain unknown-actor` prints it where you work.

- An **error** keeps the site from being published.
- A **warning** does not, unless you build with `--strict`.
"""

CHANGING = """\
## How to change a rule

Some rules can be changed, because an archive may have good reason to see it otherwise. The tables below say
which.

**For the whole archive** a rule is put off, or made a warning or an error, in `content/site.yaml`:

```yaml
checks:
  unattributed: off
  parts-do-not-add: error
```

**For one file** a rule is silenced in its front matter, with the reason. The reason is for those who open the
file after you; it is not published.

```yaml
silence:
  stale-print: The paper printed the count of the day before, and the page says so.
```

You are told of a silence that has nothing left to silence, so that it does not hide the next mistake. The
other rules are fixed: without them there would be no sound site.
"""


def rules_page() -> str:
    """The whole page in Markdown."""
    return "\n".join([OPENING, _contents(), CHANGING, *(_chapter(group) for group in GROUPS)])


def _contents() -> str:
    links = (f"- [{group.title}](#{_anchor(group.title)})" for group in GROUPS)
    return "\n".join(
        ["## Contents", "", "- [How to change a rule](#how-to-change-a-rule)", *links, ""],
    )


def _anchor(title: str) -> str:
    """The fragment under which Markdown viewers find a heading."""
    return re.sub(r"[^\w\s-]", "", title.lower()).strip().replace(" ", "-")


def _chapter(group: Group) -> str:
    rows = (
        f"| [`{rule.code}`](#{rule.code}) | {rule.severity} | {'yes' if rule.adjustable else 'no'} |"
        f" {rule.says.replace('|', chr(92) + '|')} |"
        for rule in group.rules
    )
    table = ["| code | level | can be changed | what must hold |", "|---|---|---|---|", *rows]
    entries = (line for rule in group.rules for line in _entry(rule))
    return "\n".join([f"## {group.title}", "", _wrapped(group.about), "", *table, "", *entries])


def _entry(rule: Rule) -> Iterator[str]:
    yield from (f"### {rule.code}", "", _wrapped(f"{rule.severity.title()}. **{rule.says}** {rule.why}"), "")
    yield from _example("Bad", blocks_of(rule.bad))
    yield from _example("Good", good_blocks_of(rule))


def _example(word: str, blocks: Iterable[Block]) -> Iterator[str]:
    for place, block in enumerate(blocks):
        lead = f"**{word}**" if not place else "and"
        if not block.language:
            yield from (f"{lead}: {block.text}", "")
            continue
        where = f"`{block.place}`" if block.is_path else block.place
        yield from (f"{lead}, in {where}:" if not place else f"{lead} in {where}:", "", _fenced(block), "")


def _fenced(block: Block) -> str:
    """The lines between fences that are longer than any row of backticks in them."""
    longest = max((len(row) for row in re.findall("`+", block.text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{block.language}\n{block.text}\n{fence}"


def _wrapped(text: str) -> str:
    return fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


if __name__ == "__main__":
    print(rules_page(), end="")
