"""Rules on figures set side by side: parts and totals, older and newer, summaries and what they rest on."""

from generator.model.diagnostic import Severity
from generator.rulebook.group import Group
from generator.rulebook.rule import Rule
from generator.rulebook.snippets import fact, measure, summary

TOLL = "2024-11-29-toll"
TOLL_FILE = f"articles/{TOLL}.md"
EDGE_FILE = "articles/2024-11-29-edge.md"
WEEK_FILE = "summaries/week.md"

GROUP = Group(
    "Figures side by side",
    "What one document says is compared with what it says elsewhere, and with what the others say.",
    (
        Rule(
            code="parts-do-not-add",
            severity=Severity.WARNING,
            says="The parts that a document gives can make up the total that it gives.",
            why="They must not exceed the total, and when all of them are given they must be able to reach "
            "it. How each figure is hedged is taken into account. The warning stands at the total.",
            bad=(
                fact("measure: aleppo-offensive/killed", "value: 242"),
                fact("measure: aleppo-offensive/killed-civilians", "value: 200"),
                fact("measure: aleppo-offensive/killed-fighters", "value: 50"),
            ),
            good=(
                fact("measure: aleppo-offensive/killed", "value: 242"),
                fact("measure: aleppo-offensive/killed-civilians", "value: 192"),
                fact("measure: aleppo-offensive/killed-fighters", "value: 50"),
            ),
        ),
        Rule(
            code="out-of-bounds",
            severity=Severity.WARNING,
            says="A figure lies between the `lowest` and the `highest` number that its measure can have.",
            why="A share of 140 percent is a slip, or counts something else. A measure has bounds only where "
            "its topic gives them, since a growth in percent has none.",
            bad=(
                measure("label: People killed since the offensive began", "unit: people", "highest: 100"),
                fact("value: 242"),
            ),
            good=(
                measure("label: People killed since the offensive began", "unit: people", "lowest: 0"),
                fact("value: 242"),
            ),
        ),
        Rule(
            code="stale-print",
            severity=Severity.WARNING,
            says="A document does not print a lower count than its origin had already given.",
            why="Another document of the same day or later has the higher count, so this one was late. That "
            "may be just what happened: then silence the warning with that as the reason, and the page says "
            "that the figure was out of date. If the figure is of an earlier day, say so in `as_of`.",
            bad=(
                fact("value: 200", "as_of: 2024-11-28", "according_to: sohr", file=TOLL_FILE),
                fact("value: 121", "according_to: sohr", file=EDGE_FILE),
            ),
            good=(
                fact("value: 200", "as_of: 2024-11-28", "according_to: sohr", file=TOLL_FILE),
                fact("value: 121", "as_of: 2024-11-27", "according_to: sohr", file=EDGE_FILE),
            ),
        ),
        Rule(
            code="summary-figure-unsupported",
            severity=Severity.WARNING,
            says="A summary that says what it covers has no figures of its own.",
            why="Each of its figures must stand in one of the documents below `covers`. Correct the figure, "
            "or add the document that has it.",
            bad=(
                fact("value: 242", file=TOLL_FILE),
                summary(f"covers: [{TOLL}]", file=WEEK_FILE),
                fact("value: 250", file=WEEK_FILE),
            ),
            good=(
                fact("value: 242", file=TOLL_FILE),
                summary(f"covers: [{TOLL}]", file=WEEK_FILE),
                fact("value: 242", file=WEEK_FILE),
            ),
        ),
        Rule(
            code="takeaway-unsupported",
            severity=Severity.WARNING,
            says="A takeaway names the facts behind it, and each of its numbers is a value of one of them.",
            why="A takeaway is what most readers will remember. Days, years, times and durations need no "
            "fact, nor do words such as one, both and half.",
            bad=(
                fact("value: 242", file=TOLL_FILE),
                summary(
                    "takeaways:",
                    "  - text: The toll passed 240.",
                    f"    facts: [{TOLL}#killed]",
                    file=WEEK_FILE,
                ),
            ),
            good=(
                fact("value: 242", file=TOLL_FILE),
                summary(
                    "takeaways:",
                    "  - text: The toll reached 242 in two days.",
                    f"    facts: [{TOLL}#killed]",
                    file=WEEK_FILE,
                ),
            ),
        ),
        Rule(
            code="supersedes-loop",
            severity=Severity.ERROR,
            says="No figure takes its own place by way of others.",
            why="Of two figures that replace each other nobody can say which one holds. Keep `supersedes` "
            "only at the newer one.",
            bad=(
                fact(
                    "value: 200",
                    "supersedes: [2024-11-29-edge#killed]",
                    "on: 2024-12-01",
                    "reason: The Observatory counted again.",
                    file=TOLL_FILE,
                ),
                fact(
                    "value: 121",
                    f"supersedes: [{TOLL}#killed]",
                    "on: 2024-12-01",
                    "reason: The Observatory counted again.",
                    file=EDGE_FILE,
                ),
            ),
            good=(
                fact(
                    "value: 200",
                    "supersedes: [2024-11-29-edge#killed]",
                    "on: 2024-12-01",
                    "reason: The Observatory counted again.",
                    file=TOLL_FILE,
                ),
                fact("value: 121", file=EDGE_FILE),
            ),
            adjustable=False,
        ),
    ),
)
