"""Rules on names of actors and addresses of documents."""

from generator.model.diagnostic import Severity
from generator.rulebook.group import Group
from generator.rulebook.rule import Rule
from generator.rulebook.snippets import actor, article, summary

GROUP = Group(
    "Names and addresses",
    "A name leads to one actor, and an address to one page.",
    (
        Rule(
            code="ambiguous-alias",
            severity=Severity.ERROR,
            says="A name means one actor.",
            why="Names are found in the texts and linked; one that two actors have could not be. Leave it "
            "with one of them, or write it below `loose` at both: such a name is never linked.",
            bad=(
                actor("name: Hayat Tahrir al-Sham", "aliases: [the rebels]", file="actors/hts.md"),
                actor("name: Syrian National Army", "aliases: [the rebels]", file="actors/sna.md"),
            ),
            good=(
                actor("name: Hayat Tahrir al-Sham", "loose: [the rebels]", file="actors/hts.md"),
                actor("name: Syrian National Army", "loose: [the rebels]", file="actors/sna.md"),
            ),
            adjustable=False,
        ),
        Rule(
            code="speaks-for-loop",
            severity=Severity.ERROR,
            says="`speaks_for` leads to somebody who speaks for himself.",
            why="What a spokesman says is counted as said by the one he speaks for. Where two speak for each "
            "other, there is nobody to count.",
            bad=(
                actor("name: Anna", "speaks_for: boris", file="actors/anna.md"),
                actor("name: Boris", "speaks_for: anna", file="actors/boris.md"),
            ),
            good=(
                actor("name: Anna", "speaks_for: boris", file="actors/anna.md"),
                actor("name: Boris", file="actors/boris.md"),
            ),
            adjustable=False,
        ),
        Rule(
            code="colliding-address",
            severity=Severity.ERROR,
            says="No two documents stand at one address.",
            why="The address is made of the day and the name of the file, without the day that it may begin "
            "with; or of `slug`, where there is one.",
            bad=(
                article("date: 2024-11-29", file="articles/edge.md"),
                summary("date: 2024-11-29", file="summaries/2024-11-29-edge.md"),
            ),
            good=(
                article("date: 2024-11-29", file="articles/edge.md"),
                summary("date: 2024-11-29", "slug: edge-2", file="summaries/2024-11-29-edge.md"),
            ),
            adjustable=False,
        ),
    ),
)
