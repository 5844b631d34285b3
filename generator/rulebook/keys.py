"""Rules on the keys of the front matter: which must stand there, and which go together."""

from generator.model.diagnostic import Severity
from generator.rulebook.group import Group
from generator.rulebook.rule import Rule
from generator.rulebook.snippets import article, fact, measure, whole

FILE = "articles/2024-11-29-edge.md"

GROUP = Group(
    "Keys",
    "Every line of the front matter begins with a key. Which there are, and which are needed, is told on the "
    "page about [the content folder](content.md).",
    (
        Rule(
            code="missing-key",
            severity=Severity.ERROR,
            says="The keys that are needed are there.",
            why="A document cannot do without a title, a date and a source, nor a fact without a measure, a "
            "value and a quotation.",
            bad=(
                whole(FILE, "---", "title: Fighters reach the edge", "date: 2024-11-29", "---", "The text."),
            ),
            good=(
                whole(
                    FILE,
                    "---",
                    "title: Fighters reach the edge",
                    "date: 2024-11-29",
                    "source: bfmtv",
                    "---",
                    "The text.",
                ),
            ),
            adjustable=False,
        ),
        Rule(
            code="unknown-key",
            severity=Severity.ERROR,
            says="Every key is one that Dateline knows.",
            why="A key with a slip in it would be passed over, and what you wrote there would be missing "
            "without a word.",
            bad=(article("actor: [sohr]"),),
            good=(article("actors: [sohr]"),),
            adjustable=False,
        ),
        Rule(
            code="wrong-key",
            severity=Severity.ERROR,
            says="Every key goes with the keys beside it.",
            why="Only a number can add up, only a choice has choices, and a reason belongs to a decision.",
            bad=(measure("label: Day the offensive began", "type: date", "cumulative: true"),),
            good=(measure("label: Day the offensive began", "type: date"),),
            adjustable=False,
        ),
        Rule(
            code="two-values",
            severity=Severity.ERROR,
            says="A fact has one value, or a `low` and a `high`.",
            why="A number that the document prints is a value; where it prints a range, both ends are given "
            "in place of it.",
            bad=(fact("value: 220", "low: 200", "high: 240"),),
            good=(fact("low: 200", "high: 240"),),
            adjustable=False,
        ),
        Rule(
            code="two-qualifiers",
            severity=Severity.ERROR,
            says="A value is hedged in one way.",
            why="The sign `~` behind a day already says about, and `..` in place of a day says that this end "
            "is open. A `qualifier` that says something else contradicts it.",
            bad=(fact("measure: aleppo-offensive/began", "value: 2024-11-27~", "qualifier: at-least"),),
            good=(fact("measure: aleppo-offensive/began", "value: 2024-11-27~"),),
            adjustable=False,
        ),
        Rule(
            code="duplicate-fact",
            severity=Severity.ERROR,
            says="No two facts of a document have the same key.",
            why="The key is the last part of the measure. Where a document answers one measure twice, give "
            "one of the two facts an `id` of its own.",
            bad=(
                fact("measure: aleppo-offensive/killed", "value: 121", "as_of: 2024-11-28"),
                fact("measure: aleppo-offensive/killed", "value: 242"),
            ),
            good=(
                fact(
                    "measure: aleppo-offensive/killed",
                    "id: killed-before",
                    "value: 121",
                    "as_of: 2024-11-28",
                ),
                fact("measure: aleppo-offensive/killed", "value: 242"),
            ),
            adjustable=False,
        ),
    ),
)
