"""Rules on changing rules: `checks` in site.yaml, and `silence` in the front matter of a file."""

from generator.model.diagnostic import Severity
from generator.rulebook.group import Group
from generator.rulebook.rule import Rule
from generator.rulebook.snippets import article, site, text

REASON = "This is what the paper printed."

GROUP = Group(
    "Levels and silences",
    "These keep an eye on what `site.yaml` and the files say about the rules themselves.",
    (
        Rule(
            code="unknown-rule",
            severity=Severity.ERROR,
            says="`checks` and `silence` name rules that exist.",
            why="A slip in the code would leave the rule as it was, without a word.",
            bad=(site("checks:", "  stale-prints: off"),),
            good=(site("checks:", "  stale-print: off"),),
            adjustable=False,
        ),
        Rule(
            code="fixed-rule",
            severity=Severity.ERROR,
            says="`checks` and `silence` name only rules that can be changed.",
            why="Without the others there would be no sound site: a document of no day has no page, and a "
            "quotation that is not in the text is a false claim. Put right what the rule says instead.",
            bad=(site("checks:", "  quote-not-found: off"),),
            good=(site("checks:", "  number-not-in-quote: warning"),),
            adjustable=False,
        ),
        Rule(
            code="unused-silence",
            severity=Severity.WARNING,
            says="A silence has something to silence.",
            why="One that is left over would hide the next mistake of its kind. Delete the line. Nothing is "
            "said of rules that `site.yaml` puts off, nor while there are mistakes that keep others from "
            "being found.",
            bad=(
                article("silence:", f"  weekday-does-not-match-date: {REASON}"),
                text("The offensive began on Friday, 29 November 2024."),
            ),
            good=(
                article("silence:", f"  weekday-does-not-match-date: {REASON}"),
                text("The offensive began on Thursday, 29 November 2024."),
            ),
        ),
    ),
)
