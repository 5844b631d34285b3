"""Rules on documents as a whole, and on the sources and topics that they are sorted by."""

from generator.model.diagnostic import Severity
from generator.rulebook.group import Group
from generator.rulebook.rule import Rule
from generator.rulebook.snippets import article, source, summary, text, topic

WORDING = (
    "The attackers reached the western edge of Aleppo on Friday and entered two of its quarters, residents",
    "said. Shells fell on the university, and four students were killed. The government closed the airport",
    "and the roads into the town. Aid workers count more than fourteen thousand people who have left their",
    "homes since the fighting began, half of them children.",
)

GROUP = Group(
    "Documents, sources and topics",
    "Each text is entered once, on its own day, under its own source.",
    (
        Rule(
            code="date-differs-from-file-name",
            severity=Severity.WARNING,
            says="A file whose name begins with a day holds the document of that day.",
            why="One of the two is a slip, and nobody but you can say which: the page stands under `date`, "
            "and other files refer to it by its name. If you rename it, correct what refers to it.",
            bad=(article("date: 2024-11-30", file="articles/2024-11-29-edge.md"),),
            good=(article("date: 2024-11-29", file="articles/2024-11-29-edge.md"),),
        ),
        Rule(
            code="date-in-future",
            severity=Severity.WARNING,
            says="No document is of a day to come.",
            why="Today is the day of `--as-of`, or else that of the clock. A document with `publish_at` is "
            "expected to be of a day to come until it is published.",
            bad=(article("date: 2999-12-30"),),
            good=(article("date: 2999-12-30", "publish_at: 2999-12-30T00:00Z"),),
        ),
        Rule(
            code="duplicate-url",
            severity=Severity.WARNING,
            says="No two documents give the same address as the place where they were printed.",
            why="Mostly one text was entered twice, and its figures are then counted twice. Capital letters "
            "in the name of the site, http or https, a slash at the end, what follows `#`, and the `utm_` "
            "words that newsletters add make no difference. A summary may give the address of what it "
            "covers.",
            bad=(
                article("url: https://example.org/edge", file="articles/one.md"),
                article("url: https://example.org/edge/?utm_source=mail", file="articles/two.md"),
            ),
            good=(
                article("url: https://example.org/edge", file="articles/one.md"),
                article("url: https://example.org/airport", file="articles/two.md"),
            ),
        ),
        Rule(
            code="near-duplicate",
            severity=Severity.WARNING,
            says="No two documents have nearly the same text.",
            why="One text was entered twice, or two sources printed the text of one agency: then name the "
            "agency below `via`, or the two look as if they knew it independently. Compared are all groups "
            "of three words in a row; seven tenths of them must be in both texts. Texts of less than 50 "
            "words are not compared, and a summary is not compared with what it covers.",
            bad=(
                text(*WORDING, file="articles/one.md"),
                text(*WORDING, "So says the paper.", file="articles/two.md"),
            ),
            good=(
                text(*WORDING, file="articles/one.md"),
                text("The attackers reached the western edge of Aleppo on Friday.", file="articles/two.md"),
            ),
        ),
        Rule(
            code="covers-itself",
            severity=Severity.ERROR,
            says="A summary covers other documents than itself.",
            why="It would rest on nothing but its own words.",
            bad=(summary("covers: [week]", file="summaries/week.md"),),
            good=(
                article("date: 2024-11-29", file="articles/2024-11-29-edge.md"),
                summary("covers: [2024-11-29-edge]", file="summaries/week.md"),
            ),
            adjustable=False,
        ),
        Rule(
            code="summary-covers-nothing",
            severity=Severity.WARNING,
            says="A summary names the documents that it condenses.",
            why="Otherwise nobody can compare its figures with theirs, and its readers do not get to the "
            "originals. Where they are not in the archive, silence the rule for that file and say so.",
            bad=(summary("made_by: ai"),),
            good=(
                article("date: 2024-11-29", file="articles/2024-11-29-edge.md"),
                summary("made_by: ai", "covers: [2024-11-29-edge]"),
            ),
        ),
        Rule(
            code="parts-loop",
            severity=Severity.ERROR,
            says="No measure is a part of itself by way of others.",
            why="A part is smaller than its total; in a loop each would be smaller than itself.",
            bad=(
                topic(
                    "measures:",
                    "  killed: {label: Killed, parts: [killed-civilians]}",
                    "  killed-civilians: {label: Civilians killed, parts: [killed]}",
                ),
            ),
            good=(
                topic(
                    "measures:",
                    "  killed: {label: Killed, parts: [killed-civilians]}",
                    "  killed-civilians: {label: Civilians killed}",
                ),
            ),
            adjustable=False,
        ),
        Rule(
            code="duplicate-source-name",
            severity=Severity.ERROR,
            says="A name means one source.",
            why="A document may name its source by name, and readers have nothing else to tell two sources "
            "apart. Capital letters, spaces and the width of letters make no difference.",
            bad=(
                source("name: Metro", file="sources/metro-uk.md"),
                source("name: METRO", file="sources/metro-se.md"),
            ),
            good=(
                source("name: Metro (London)", file="sources/metro-uk.md"),
                source("name: Metro (Stockholm)", file="sources/metro-se.md"),
            ),
            adjustable=False,
        ),
        Rule(
            code="duplicate-topic-title",
            severity=Severity.WARNING,
            says="A title means one topic.",
            why="Two topics of one title are mostly one story, whose figures are then never compared. "
            "Capital letters, spaces and the width of letters make no difference.",
            bad=(
                topic("title: The Aleppo offensive", file="topics/aleppo.md"),
                topic("title: The Aleppo Offensive", file="topics/offensive.md"),
            ),
            good=(
                topic("title: The Aleppo offensive of 2016", file="topics/aleppo-2016.md"),
                topic("title: The offensive of 2024", file="topics/aleppo-2024.md"),
            ),
        ),
        Rule(
            code="unused-source",
            severity=Severity.WARNING,
            says="Every source has printed a document.",
            why="A source without documents has an empty page. Drafts count, and so do documents with "
            "mistakes.",
            bad=(source("name: The Daily Example", file="sources/daily.md"), article("source: bfmtv")),
            good=(
                source("name: The Daily Example", file="sources/daily.md"),
                article("source: daily"),
            ),
        ),
        Rule(
            code="unused-measure",
            severity=Severity.WARNING,
            says="Every measure is answered by a fact.",
            why="A measure without facts is an empty row. It may stay if its total or one of its parts has "
            "facts: the reader then sees what is open. Drafts count, and so do documents with mistakes.",
            bad=(
                topic("measures:", "  wounded: {label: People wounded, unit: people}"),
                article("date: 2024-11-29", file="articles/2024-11-29-edge.md"),
            ),
            good=(
                topic(
                    "measures:",
                    "  wounded: {label: People wounded, unit: people}",
                    file="topics/talks.md",
                ),
                article(
                    "facts:",
                    "  - measure: talks/wounded",
                    "    value: 12",
                    "    according_to: null",
                    "    quote: twelve were wounded",
                    file="articles/2024-11-29-edge.md",
                ),
                text("In the morning twelve were wounded.", file="articles/2024-11-29-edge.md"),
            ),
        ),
    ),
)
