"""Rules on single values of the front matter: how numbers, days, names and lists are written."""

from generator.model.diagnostic import Severity
from generator.rulebook.group import Group
from generator.rulebook.rule import Rule
from generator.rulebook.snippets import article, described, fact, measure, site, summary

GROUP = Group(
    "Values",
    "A value is read as what its key asks for, and in one way only, so that nothing can be misread. The "
    "message says what to write.",
    (
        Rule(
            code="not-a-number",
            severity=Severity.ERROR,
            says="A number is written in digits, with a point before the decimals and no marks between them.",
            why="`14,000` is fourteen thousand in London and fourteen in Berlin. A hedge such as about "
            "belongs in `qualifier`, a unit in the topic. The quotation keeps the number as it was printed.",
            bad=(fact("value: 14,000", "quote: about 14,000 people fled"),),
            good=(fact("value: 14000", "quote: about 14,000 people fled"),),
            adjustable=False,
        ),
        Rule(
            code="not-a-date",
            severity=Severity.ERROR,
            says="A day is written as year, month and day with hyphens between them.",
            why="It must also be a day that the calendar has.",
            bad=(article("date: 29.11.2024"),),
            good=(article("date: 2024-11-29"),),
            adjustable=False,
        ),
        Rule(
            code="not-a-moment",
            severity=Severity.ERROR,
            says="A moment is written as a day, a time and a zone.",
            why="Six in the evening comes at another time in Paris than in Aleppo. The zone is `Z` for UTC, "
            "the hours from UTC such as `+01:00`, or a name such as `Asia/Damascus`.",
            bad=(article("publish_at: 2024-11-29 18:00"),),
            good=(article("publish_at: 2024-11-29 18:00 Asia/Damascus"),),
            adjustable=False,
        ),
        Rule(
            code="not-a-choice",
            severity=Severity.ERROR,
            says="Where only certain words may stand, one of them stands there.",
            why="The message lists them. The answers to a measure that is a choice are those of its topic.",
            bad=(fact("value: 242", "qualifier: atleast"),),
            good=(fact("value: 242", "qualifier: at-least"),),
            adjustable=False,
        ),
        Rule(
            code="not-a-grade",
            severity=Severity.ERROR,
            says="Credibility is a number from 1 to 6.",
            why="1 is confirmed, 5 is improbable, 6 is not judged.",
            bad=(fact("value: 242", "credibility: high"),),
            good=(fact("value: 242", "credibility: 2"),),
            adjustable=False,
        ),
        Rule(
            code="not-true-or-false",
            severity=Severity.ERROR,
            says="A question of yes or no is answered with true or false.",
            why="`no` is also the code of Norway and `on` a word; so these two words are the only ones.",
            bad=(article("draft: yes"),),
            good=(article("draft: true"),),
            adjustable=False,
        ),
        Rule(
            code="not-an-id",
            severity=Severity.ERROR,
            says="An id is made of the letters a to z, digits and hyphens, at most 80 of them.",
            why="Ids stand in addresses and in the names of files, and must look the same everywhere. A few "
            "words are taken by the site itself (such as `search`) or by Windows (such as `con`).",
            bad=(article("slug: The Edge of Aleppo"),),
            good=(article("slug: the-edge-of-aleppo"),),
            adjustable=False,
        ),
        Rule(
            code="not-a-measure",
            severity=Severity.ERROR,
            says="A measure is named by the topic's id, a slash and the measure's key.",
            why="Two topics may both count people killed.",
            bad=(fact("measure: killed", "value: 242"),),
            good=(fact("measure: aleppo-offensive/killed", "value: 242"),),
            adjustable=False,
        ),
        Rule(
            code="not-a-fact",
            severity=Severity.ERROR,
            says="A fact is named by the document's id, `#` and the fact's key.",
            why="Every document has keys of its own; only both together lead to one fact.",
            bad=(
                fact("value: 242", file="articles/2024-11-29-toll.md"),
                summary("takeaways:", "  - text: The toll reached 242.", "    facts: [killed]"),
            ),
            good=(
                fact("value: 242", file="articles/2024-11-29-toll.md"),
                summary(
                    "takeaways:", "  - text: The toll reached 242.", "    facts: [2024-11-29-toll#killed]"
                ),
            ),
            adjustable=False,
        ),
        Rule(
            code="not-an-address",
            severity=Severity.ERROR,
            says="A web address is written whole, from https:// or http:// on.",
            why="Copy it from the browser.",
            bad=(article("url: www.example.org/edge"),),
            good=(article("url: https://www.example.org/edge"),),
            adjustable=False,
        ),
        Rule(
            code="not-an-old-address",
            severity=Severity.ERROR,
            says="An old address is a path of this site, from the first slash on.",
            why="What is asked for there is sent on to where the document stands now. It may end in a slash "
            "or in .html, and has letters, digits and hyphens.",
            bad=(article("aliases: [https://example.org/2024/11/28/edge/]"),),
            good=(article("aliases: [/2024/11/28/edge/]"),),
            adjustable=False,
        ),
        Rule(
            code="not-a-language",
            severity=Severity.ERROR,
            says="A language is written as a tag such as `en` or `pt-BR`.",
            why="Browsers and search engines know only these tags.",
            bad=(article("language: English"),),
            good=(article("language: en"),),
            adjustable=False,
        ),
        Rule(
            code="not-a-timezone",
            severity=Severity.ERROR,
            says="A time zone is written as a name such as `Asia/Damascus` or `Europe/Paris`.",
            why="A short form such as IST stands for several zones.",
            bad=(site("timezone: IST"),),
            good=(site("timezone: Asia/Jerusalem"),),
            adjustable=False,
        ),
        Rule(
            code="not-text",
            severity=Severity.ERROR,
            says="Where a text is expected, a text stands.",
            why="Square brackets make a list and curly ones a group of keys. Where they belong to the text, "
            "put all of it in quotation marks.",
            bad=(article("title: [Exclusive]"),),
            good=(article('title: "[Exclusive]"'),),
            adjustable=False,
        ),
        Rule(
            code="not-a-list",
            severity=Severity.ERROR,
            says="Where a list is expected, a list stands, even of one.",
            why="Write the entries in square brackets, or one a line, each after a hyphen.",
            bad=(article("actors: sohr"),),
            good=(article("actors: [sohr]"),),
            adjustable=False,
        ),
        Rule(
            code="not-a-mapping",
            severity=Severity.ERROR,
            says="Where keys with values are expected, they stand there, each with a colon and a space.",
            why="A fact, a takeaway or a measure is more than one word: it has keys of its own.",
            bad=(summary("takeaways:", "  - The fighters reached the edge of Aleppo."),),
            good=(summary("takeaways:", "  - text: The fighters reached the edge of Aleppo."),),
            adjustable=False,
        ),
        Rule(
            code="not-one-line",
            severity=Severity.ERROR,
            says="A title, a name or any other short text stands on one line.",
            why="Titles stand in lists and tables, where there is no second line.",
            bad=(article("title: |", "  Fighters reach", "  the edge of Aleppo"),),
            good=(article("title: Fighters reach the edge of Aleppo"),),
            adjustable=False,
        ),
        Rule(
            code="too-long",
            severity=Severity.ERROR,
            says="A title or a name has at most 300 characters.",
            why="It must fit on a page and into a list. The rest can stand in the text.",
            bad=(
                article(
                    "title: Fighters reach the edge of Aleppo on the third day of an offensive that has "
                    "taken them through dozens of towns and villages west of the city, where the Observatory "
                    "counts at least 242 dead on both sides, 14,000 people have fled their homes, the "
                    "motorway to Damascus is closed, and the hospitals say that they can take nobody in"
                ),
            ),
            good=(article("title: Fighters reach the edge of Aleppo"),),
            adjustable=False,
        ),
        Rule(
            code="empty-value",
            severity=Severity.ERROR,
            says="Where a value is needed, something stands.",
            why="An empty line in place of a value is most often one that somebody meant to come back to.",
            bad=(article("title:"),),
            good=(article("title: Fighters reach the edge of Aleppo"),),
            adjustable=False,
        ),
        Rule(
            code="reversed-range",
            severity=Severity.ERROR,
            says="A range goes from its lower end to its upper one, or from its first day to its last.",
            why="A range the wrong way round holds no number at all.",
            bad=(fact("low: 242", "high: 200"),),
            good=(fact("low: 200", "high: 242"),),
            adjustable=False,
        ),
        Rule(
            code="measure-without-unit",
            severity=Severity.ERROR,
            says="A fact names a unit only where its measure has one.",
            why="`unit` at a fact says that this document counts something else, such as families where the "
            "others count people. For that the topic must say what the others count.",
            bad=(measure("label: Displaced since the offensive began"), fact("value: 900", "unit: families")),
            good=(
                measure("label: Displaced since the offensive began", "unit: people"),
                fact("value: 900", "unit: families"),
            ),
            adjustable=False,
        ),
        Rule(
            code="wrong-value",
            severity=Severity.ERROR,
            says="A value can be used for what its key asks for.",
            why="Said of a value that is wrong in a way for which there is no rule of its own; the message "
            "says more.",
            bad=(described("A value that is wrong in a way that nobody thought of."),),
            good=(described("The value as docs/content.md shows it."),),
            adjustable=False,
        ),
    ),
)
