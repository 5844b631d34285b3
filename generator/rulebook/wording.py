"""Rules on what a figure says and what its text says."""

from generator.model.diagnostic import Severity
from generator.rulebook.group import Group
from generator.rulebook.rule import Rule
from generator.rulebook.snippets import article, fact, text

GROUP = Group(
    "What a figure says, and what its text says",
    "Every figure is one click away from the words in which it was read. These rules see to it that the two "
    "agree.",
    (
        Rule(
            code="number-not-in-quote",
            severity=Severity.ERROR,
            says="A figure stands in its quotation.",
            why="Only then can every reader check it. The number may be written in digits with any usual "
            "grouping, or in words; of a range both ends are looked for. A day may be named by its date, by "
            "its day of the month, or by a weekday that fits. Words are read in German, English, Spanish, "
            "French, Italian, Dutch and Portuguese; in another language a quotation without digits is "
            "believed. Of a choice nothing is demanded.",
            bad=(fact("value: 242", "quote: it left 2,420 dead"),),
            good=(fact("value: 4", "quote: Four civilians were killed"),),
        ),
        Rule(
            code="quote-not-found",
            severity=Severity.ERROR,
            says="A quotation stands in the text of its own file, word for word.",
            why="A quotation that is not there is a false claim, and its figure could not be linked to a "
            "sentence. Spaces, quotation marks and dashes may differ; capital letters and all other signs "
            "count. Copy the words from the text rather than typing them.",
            bad=(
                fact("value: 242", "quote: at least 242 dead"),
                text("The fighting left at least 242 people dead."),
            ),
            good=(
                fact("value: 242", "quote: at least 242 people dead"),
                text("The fighting left at least 242 people dead."),
            ),
            adjustable=False,
        ),
        Rule(
            code="as-of-after-publication",
            severity=Severity.WARNING,
            says="The day for which a figure is true does not come after the day of its document.",
            why="Nobody can count the dead of tomorrow. Most often one of the two days is a slip.",
            bad=(article("date: 2024-11-29"), fact("value: 242", "as_of: 2024-11-30")),
            good=(article("date: 2024-11-29"), fact("value: 242", "as_of: 2024-11-28")),
        ),
        Rule(
            code="weekday-does-not-match-date",
            severity=Severity.WARNING,
            says="A weekday written beside a date is the weekday of that date.",
            why="Where the two disagree, one of them was misread or mistranslated. Where no year is written, "
            "that of the document and the nearest one are both tried.",
            bad=(text("The offensive began on Thursday, 29 November 2024."),),
            good=(text("The offensive began on Friday, 29 November 2024."),),
        ),
        Rule(
            code="unattributed",
            severity=Severity.WARNING,
            says="Of every fact it is said who asserts it.",
            why="How many independent origins a figure has is counted from this line. Where the text names "
            "nobody, say so with `according_to: null`: then it is your finding, and not a line that was "
            "forgotten.",
            bad=(fact("measure: aleppo-offensive/killed", "value: 242", "quote: at least 242 people dead"),),
            good=(
                fact(
                    "measure: aleppo-offensive/killed",
                    "value: 242",
                    "according_to: sohr",
                    "quote: at least 242 people dead",
                ),
            ),
        ),
        Rule(
            code="grade-too-high",
            severity=Severity.ERROR,
            says="Credibility 1 is given only to a figure that two origins assert.",
            why="It means confirmed by others. Five documents that all pass on what one monitor said are "
            "still one origin.",
            bad=(fact("value: 242", "according_to: sohr", "credibility: 1"),),
            good=(fact("value: 242", "according_to: sohr", "credibility: 2"),),
        ),
    ),
)
