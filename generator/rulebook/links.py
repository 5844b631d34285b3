"""Rules on links, pictures and headings of texts, and on the files of content/assets/."""

from generator.model.diagnostic import Severity
from generator.rulebook.group import Group
from generator.rulebook.rule import Rule
from generator.rulebook.snippets import article, described, text, whole

EDGE_FILE = "articles/2024-11-29-edge.md"
TABLE = whole("assets/toll.csv", "day,dead", "2024-11-29,242")
TO_TABLE = text("The figures of each day are in [a table](../assets/toll.csv).")

GROUP = Group(
    "Links and pictures",
    "A text links as editors of Markdown do, with the path from one file to another: `../actors/sohr.md`. On "
    "the site such a link leads to the page. Pictures and other files stand in `content/assets/`. Links in "
    "the profiles of actors, the notes of sources and the texts of topics are looked at just the same.",
    (
        Rule(
            code="broken-link",
            severity=Severity.ERROR,
            says="A link into the archive leads to a file or a page that is there.",
            why="Write the path from this file to the other, or the address of the page from the first "
            "slash on: `/facts/`. The second page of a long list is no address to link to, because "
            "what stands on it changes. A link that leads nowhere is shown as its words.",
            bad=(text("The [Observatory](../actors/shor.md) counts again."),),
            good=(text("The [Observatory](../actors/sohr.md) counts again."),),
        ),
        Rule(
            code="broken-anchor",
            severity=Severity.WARNING,
            says="A link to a place of a page leads to a heading or a figure that is there.",
            why="The link leads to the top of the page instead. Write the words of the heading with "
            "hyphens between them, or `#fact-` and the key of a figure: `2024-11-29-edge.md#fact-"
            "killed`.",
            bad=(text("How it began stands [below](#the-begining).", "", "## The beginning"),),
            good=(text("How it began stands [below](#the-beginning).", "", "## The beginning"),),
        ),
        Rule(
            code="link-to-unpublished",
            severity=Severity.WARNING,
            says="A text leads only to documents that its readers can see.",
            why="The document is a draft, under embargo or expired. Until it is published its address "
            "would give it away, so that the link is shown as its words and nothing else. It becomes "
            "a link by itself when the document is published.",
            bad=(
                article("draft: true", file=EDGE_FILE),
                text("They stand [at the edge](2024-11-29-edge.md) of the city."),
            ),
            good=(
                article("draft: false", file=EDGE_FILE),
                text("They stand [at the edge](2024-11-29-edge.md) of the city."),
            ),
        ),
        Rule(
            code="link-not-followed",
            severity=Severity.WARNING,
            says="A text leads to web pages, mailboxes and its own archive.",
            why="Other addresses can start programs or run script in the browser of a reader, so that "
            "they are shown as text. Delete the link, or write the address of a web page.",
            bad=(text("The list stands [here](ftp://example.org/list)."),),
            good=(text("The list stands [here](https://example.org/list)."),),
        ),
        Rule(
            code="missing-asset",
            severity=Severity.ERROR,
            says="Every picture that a text shows, and every file that it leads to, is in `content/assets/`.",
            why="Put the file there and write the path from this text: `../assets/map.png`. Capital "
            "letters count. A picture that stands on another site is not shown, but a link leads to "
            "it.",
            bad=(text("The figures of each day are in [a table](../assets/tol.csv)."), TABLE),
            good=(TO_TABLE, TABLE),
        ),
        Rule(
            code="unused-asset",
            severity=Severity.WARNING,
            says="Every file of `content/assets/` is shown or linked in some text.",
            why="Only what a published text refers to is published, so that nothing of a draft is seen "
            "too early. A file that only a draft refers to is not reported.",
            bad=(TABLE,),
            good=(TO_TABLE, TABLE),
        ),
        Rule(
            code="refused-asset",
            severity=Severity.ERROR,
            says="The files of `content/assets/` are of kinds that no browser runs as a program.",
            why="Pictures are avif, gif, jpg, png and webp; other files csv, gz, json, mp3, pdf, txt and "
            "zip. SVG and HTML can carry script, which would run as a part of the site. A name has "
            "letters a to z, digits, hyphens, low lines and full stops, so that it can stand in an "
            "address everywhere.",
            bad=(whole("assets/map.svg", "<svg/>"),),
            good=(TO_TABLE, TABLE),
        ),
        Rule(
            code="mislabelled-asset",
            severity=Severity.ERROR,
            says="A file of `content/assets/` is what the ending of its name says.",
            why="Browsers and servers go by the name, and would show a broken picture. The first bytes of"
            " a file tell what it is.",
            bad=(whole("assets/toll.pdf", "day,dead", "2024-11-29,242"),),
            good=(TO_TABLE, TABLE),
        ),
        Rule(
            code="asset-too-large",
            severity=Severity.ERROR,
            says="A file of `content/assets/` is not larger than 10 MiB.",
            why="Readers on a telephone wait for every byte. Save a picture with fewer pixels or as WebP;"
            " put what has to be large where it can stay, and link to it there.",
            bad=(described("A photograph as it comes from the camera, of 24 MiB."),),
            good=(described("The same photograph, 1,600 pixels wide, of 300 KiB."),),
        ),
        Rule(
            code="image-without-alt",
            severity=Severity.WARNING,
            says="Every image says in words what it shows.",
            why="The words between the square brackets are read to those who do not see the image, shown "
            "where it cannot be loaded, and found by the search of the web.",
            bad=(text("![](https://example.org/front.png)"),),
            good=(text("![Map of the front on 29 November](https://example.org/front.png)"),),
        ),
        Rule(
            code="heading-skips",
            severity=Severity.WARNING,
            says="Headings go down one level at a time.",
            why="A screen reader tells the level of each heading, and a missing one sounds like a part "
            "that was left out. The title is above the text: its first headings have ## or #.",
            bad=(text("## The week", "", "#### Thursday"),),
            good=(text("## The week", "", "### Thursday"),),
        ),
    ),
)
