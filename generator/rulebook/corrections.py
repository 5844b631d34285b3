"""Rules on corrections, on old addresses, and on what an earlier build published."""

from generator.model.diagnostic import Severity
from generator.rulebook.group import Group
from generator.rulebook.rule import Rule
from generator.rulebook.snippets import article, described, fact

KILLED = ("measure: aleppo-offensive/killed", "value: 242")
RETRACTED = ("status: retracted", "on: 2024-12-01", "reason: It was a guess.")


def _correction(*lines: str, kind: str = "correction", on: str = "2024-12-01") -> tuple[str, ...]:
    """One correction as lines of front matter."""
    told = (
        f"  - kind: {kind}",
        "    text: A printing error.",
        f"    on: {on}",
        *(f"    {line}" for line in lines),
    )
    return ("corrections:", *told)


GROUP = Group(
    "Corrections and old addresses",
    "What was published stays: it is corrected with a word to its readers, withdrawn rather than deleted, "
    "and found under the address that it once had. The last two rules compare with the record of the build "
    "before, the file `published.json` of the site.",
    (
        Rule(
            code="early-correction",
            severity=Severity.ERROR,
            says="A document is corrected on its own day or later.",
            why="Before that there was nothing to correct. `on` is the day on which you changed it, not the "
            "day that the figure is about.",
            bad=(article("date: 2024-11-29", *_correction(on="2024-11-28")),),
            good=(article("date: 2024-11-29", *_correction(on="2024-11-30")),),
            adjustable=False,
        ),
        Rule(
            code="two-decisions",
            severity=Severity.WARNING,
            says="What you decided about a figure is said in one place.",
            why="A figure with `status` or `supersedes` keeps that decision, and a retraction does not "
            "change it. A figure that replaces another would go on counting when its document is withdrawn.",
            bad=(
                fact(*KILLED, *RETRACTED),
                article(*_correction("fact: killed", kind="retraction")),
            ),
            good=(fact(*KILLED), article(*_correction("fact: killed", kind="retraction"))),
        ),
        Rule(
            code="alias-taken",
            severity=Severity.ERROR,
            says="Nothing else stands at an old address that is to lead to a document.",
            why="An address holds one page. What begins with `/actors/`, `/sources/`, `/topics/`, `/facts/`, "
            "`/corrections/`, `/days/`, `/files/`, `/assets/` or `/pagefind/` is kept for the site's own "
            "pages and files. Capital letters make no difference.",
            bad=(article("aliases: [/facts/]"),),
            good=(article("aliases: [/old/facts/]"),),
            adjustable=False,
        ),
        Rule(
            code="alias-twice",
            severity=Severity.ERROR,
            says="An old address leads to one document.",
            why="A reader who follows it can be sent to one place only.",
            bad=(
                article("aliases: [/edge/]", file="articles/2024-11-29-edge.md"),
                article("aliases: [/edge/]", file="articles/2024-11-29-toll.md"),
            ),
            good=(
                article("aliases: [/edge/]", file="articles/2024-11-29-edge.md"),
                article("aliases: [/toll/]", file="articles/2024-11-29-toll.md"),
            ),
            adjustable=False,
        ),
        Rule(
            code="alias-loop",
            severity=Severity.ERROR,
            says="An old address leads to another one.",
            why="It must not be the address that the document has now, nor lead to a document that sends the "
            "reader back.",
            bad=(article("aliases: [/2024/11/29/edge/]", file="articles/2024-11-29-edge.md"),),
            good=(article("aliases: [/2024/11/28/edge/]", file="articles/2024-11-29-edge.md"),),
            adjustable=False,
        ),
        Rule(
            code="changed-without-correction",
            severity=Severity.WARNING,
            says="A figure that was published does not change, and nothing that was published disappears, "
            "without a word to the readers.",
            why="Somebody may have used it. Any correction that names the fact will do, or one whose `was` "
            "gives the old figure; so will a decision at the fact. To take something back, withdraw it: a "
            "retraction stays on its page, and a file that is deleted or made a draft again leaves a hole. A "
            "document that goes by its `expires` or waits for its `publish_at` is not meant.",
            bad=(
                described(
                    "A fact that was published with `value: 242` and now has `value: 240`, in a document "
                    "without `corrections`."
                ),
            ),
            good=(
                described(
                    "The same with a correction below it: `kind: correction`, `fact: killed`, `was: 242`, "
                    "`now: 240`, a `text` and the day in `on`."
                ),
            ),
        ),
        Rule(
            code="moved-without-alias",
            severity=Severity.WARNING,
            says="A document that stands at another address than in the build before keeps the old one in "
            "`aliases`.",
            why="Links and bookmarks lead there. The address changes with the date, the slug or the name of "
            "the file.",
            bad=(
                described(
                    "A document that was published at `/2024/11/28/edge/` and now has `date: 2024-11-29`."
                ),
            ),
            good=(described("The same with `aliases: [/2024/11/28/edge/]`."),),
        ),
    ),
)
