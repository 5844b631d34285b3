"""Rules on references: what is named must be there."""

from generator.model.diagnostic import Severity
from generator.rulebook.group import Group
from generator.rulebook.rule import Rule
from generator.rulebook.snippets import actor, article, fact, summary

TOLL = "2024-11-29-toll"
TOLL_FILE = f"articles/{TOLL}.md"
EDGE_FILE = "articles/2024-11-30-edge.md"
DECIDED = ("on: 2024-12-01", "reason: The Observatory counted again.")

GROUP = Group(
    "References",
    "Files name one another by the name of the file without .md, actors by any of their names too. What is "
    "named must be there. If you mean something that exists already, the message says which; if you do not, "
    "make the file.",
    (
        Rule(
            code="unknown-actor",
            severity=Severity.ERROR,
            says="An actor that is named has a file in `actors/`.",
            why="Write its id, its name, or one of its aliases.",
            bad=(fact("value: 242", "according_to: SOHRR"),),
            good=(fact("value: 242", "according_to: SOHR"),),
            adjustable=False,
        ),
        Rule(
            code="ambiguous-actor",
            severity=Severity.ERROR,
            says="An actor is named in a way that means only one.",
            why="Two actors have this name. Write the id of the one you mean: the name of its file without "
            ".md.",
            bad=(
                actor("name: Hayat Tahrir al-Sham", "aliases: [the rebels]", file="actors/hts.md"),
                actor("name: Syrian National Army", "aliases: [the rebels]", file="actors/sna.md"),
                article("actors: [the rebels]"),
            ),
            good=(
                actor("name: Hayat Tahrir al-Sham", file="actors/hts.md"),
                actor("name: Syrian National Army", file="actors/sna.md"),
                article("actors: [hts]"),
            ),
            adjustable=False,
        ),
        Rule(
            code="unknown-source",
            severity=Severity.ERROR,
            says="The source of a document has a file in `sources/`.",
            why="Write its id or its name.",
            bad=(article("source: bfmtvv"),),
            good=(article("source: bfmtv"),),
            adjustable=False,
        ),
        Rule(
            code="unknown-measure",
            severity=Severity.ERROR,
            says="The measure that a fact answers stands in the file of its topic.",
            why="Write the topic's id, a slash and the key of the measure. The parts of a measure are keys "
            "of the same topic.",
            bad=(fact("measure: aleppo-offensive/dead", "value: 242"),),
            good=(fact("measure: aleppo-offensive/killed", "value: 242"),),
            adjustable=False,
        ),
        Rule(
            code="unknown-document",
            severity=Severity.ERROR,
            says="A document that is named has a file in `articles/` or `summaries/`.",
            why="Write the name of its file without .md.",
            bad=(
                article("title: The toll rises", file=TOLL_FILE),
                summary("covers: [2024-11-29-tool]"),
            ),
            good=(
                article("title: The toll rises", file=TOLL_FILE),
                summary("covers: [2024-11-29-toll]"),
            ),
            adjustable=False,
        ),
        Rule(
            code="unknown-fact",
            severity=Severity.ERROR,
            says="A fact that is named stands in its document.",
            why="Write the document's id, `#` and the fact's key: its `id`, or else the last part of its "
            "measure.",
            bad=(
                fact("measure: aleppo-offensive/killed", "value: 242", file=TOLL_FILE),
                summary("takeaways:", "  - text: The toll reached 242.", f"    facts: [{TOLL}#dead]"),
            ),
            good=(
                fact("measure: aleppo-offensive/killed", "value: 242", file=TOLL_FILE),
                summary("takeaways:", "  - text: The toll reached 242.", f"    facts: [{TOLL}#killed]"),
            ),
            adjustable=False,
        ),
        Rule(
            code="unpublished-document",
            severity=Severity.ERROR,
            says="A published document does not rest on one that is not published.",
            why="The other one is a draft. Publish it first, or take it out of this one. A document that "
            "only time keeps off the site may be named: the reference is left out until its time has come.",
            bad=(article("draft: true", file=TOLL_FILE), summary(f"covers: [{TOLL}]")),
            good=(article("draft: false", file=TOLL_FILE), summary(f"covers: [{TOLL}]")),
            adjustable=False,
        ),
        Rule(
            code="other-measure",
            severity=Severity.ERROR,
            says="A fact supersedes only facts of the same measure.",
            why="A count of the dead cannot take the place of a count of the displaced.",
            bad=(
                fact("measure: aleppo-offensive/displaced", "value: 14000", file=TOLL_FILE),
                fact(
                    "measure: aleppo-offensive/killed",
                    "value: 242",
                    f"supersedes: [{TOLL}#displaced]",
                    *DECIDED,
                    file=EDGE_FILE,
                ),
            ),
            good=(
                fact("measure: aleppo-offensive/killed", "value: 121", file=TOLL_FILE),
                fact(
                    "measure: aleppo-offensive/killed",
                    "value: 242",
                    f"supersedes: [{TOLL}#killed]",
                    *DECIDED,
                    file=EDGE_FILE,
                ),
            ),
            adjustable=False,
        ),
        Rule(
            code="early-decision",
            severity=Severity.ERROR,
            says="A decision about a figure is not dated before the figure was printed.",
            why="From the day in `on` the figure is no longer compared with others. It cannot be withdrawn "
            "before it was there.",
            bad=(
                article("date: 2024-11-29"),
                fact("value: 242", "status: retracted", "on: 2024-11-28", "reason: It was misheard."),
            ),
            good=(
                article("date: 2024-11-29"),
                fact("value: 242", "status: retracted", "on: 2024-12-01", "reason: It was misheard."),
            ),
            adjustable=False,
        ),
    ),
)
