"""Rules on the files of content/: their names, their places, their bytes."""

from generator.model.diagnostic import Severity
from generator.rulebook.group import Group
from generator.rulebook.rule import Rule
from generator.rulebook.snippets import article, described, summary, whole

EDGE = ("---", "title: Fighters reach the edge", "date: 2024-11-29", "source: bfmtv", "---", "The text.")

GROUP = Group(
    "Files",
    "Which files are read, and what may stand in them. Files that begin with a point are passed over; so are "
    "those that do not end in .md, except in `assets`.",
    (
        Rule(
            code="missing-site",
            severity=Severity.ERROR,
            says="There is a file `content/site.yaml`.",
            why="It says what the site is called and where it will stand. Its name is written in small "
            "letters and ends in .yaml.",
            bad=(described("A folder `content/` in which the file is called `site.yml`, or is missing."),),
            good=(described("A file `content/site.yaml` with a `title` and a `base_url`."),),
            adjustable=False,
        ),
        Rule(
            code="bad-name",
            severity=Severity.ERROR,
            says="The name of a file has only the letters a to z, digits and hyphens, and ends in .md.",
            why="It is the id of what the file describes, and a part of its address. Capital letters, "
            "accents and spaces look different from one computer to the next.",
            bad=(whole("articles/The Edge.md", *EDGE),),
            good=(whole("articles/the-edge.md", *EDGE),),
            adjustable=False,
        ),
        Rule(
            code="duplicate-id",
            severity=Severity.ERROR,
            says="No two files of one kind have the same name, even in different folders.",
            why="The name is the id by which others refer to it. Articles and summaries count as one kind.",
            bad=(
                article("title: Fighters reach the edge", file="articles/edge.md"),
                summary("title: The edge, in short", file="summaries/edge.md"),
            ),
            good=(
                article("title: Fighters reach the edge", file="articles/edge.md"),
                summary("title: The edge, in short", file="summaries/edge-in-short.md"),
            ),
            adjustable=False,
        ),
        Rule(
            code="stray-file",
            severity=Severity.ERROR,
            says="Every file stands in one of the folders that Dateline knows.",
            why="They are `articles`, `summaries`, `actors`, `sources` and `topics`. The folder says what "
            "the file is; in another one it would be passed over without a word.",
            bad=(whole("article/edge.md", *EDGE),),
            good=(whole("articles/edge.md", *EDGE),),
            adjustable=False,
        ),
        Rule(
            code="not-a-file",
            severity=Severity.ERROR,
            says="What is called like a file is a file.",
            why="A folder whose name ends in .md is nearly always a slip.",
            bad=(described("A folder `content/articles/edge.md/`."),),
            good=(described("A folder `content/articles/edge/`, or a file `content/articles/edge.md`."),),
            adjustable=False,
        ),
        Rule(
            code="linked-folder",
            severity=Severity.ERROR,
            says="No folder is a link to another folder of `content/`.",
            why="Its files would be read twice. They are read where they stand.",
            bad=(described("`content/articles/again/`, a link to `content/articles/november/`."),),
            good=(described("Only the folder `content/articles/november/` itself."),),
            adjustable=False,
        ),
        Rule(
            code="leaves-content",
            severity=Severity.ERROR,
            says="No link leads out of `content/`.",
            why="What is published must be seen by all who work on the archive, and the same on every "
            "machine. Put a copy of the file or folder there.",
            bad=(described("`content/articles/edge.md`, a link to a file in your own documents."),),
            good=(described("`content/articles/edge.md`, a copy of that file."),),
            adjustable=False,
        ),
        Rule(
            code="unreadable",
            severity=Severity.ERROR,
            says="The machine lets every file be read.",
            why="The message says what it answers: often that you lack permission, or that a link leads "
            "nowhere.",
            bad=(described("A file that belongs to another user, or a link to a file that was deleted."),),
            good=(described("A file that you can open in your editor."),),
            adjustable=False,
        ),
        Rule(
            code="not-utf-8",
            severity=Severity.ERROR,
            says="A file is saved as UTF-8.",
            why="That is the one encoding that has every script. Every editor has it below Save as, or at "
            "the edge of its window.",
            bad=(described("A file saved as Windows-1252, ISO 8859-1 or UTF-16."),),
            good=(described("The same file, saved as UTF-8."),),
            adjustable=False,
        ),
        Rule(
            code="binary-file",
            severity=Severity.ERROR,
            says="A file that ends in .md is text.",
            why="A picture or a Word document does not become Markdown by being renamed.",
            bad=(described("A Word document that was renamed to `edge.md`."),),
            good=(described("Its text, copied into a new file `edge.md`."),),
            adjustable=False,
        ),
        Rule(
            code="byte-order-mark",
            severity=Severity.ERROR,
            says="The invisible sign U+FEFF does not stand within a text.",
            why="Some programs put it at the beginning of a file, where it does no harm; it gets into the "
            "middle when files are joined. Delete it where the message says: put the cursor behind it and "
            "press the backspace key.",
            bad=(described("A text that was put together from two files."),),
            good=(described("The same text without the invisible sign where the second one began."),),
            adjustable=False,
        ),
        Rule(
            code="nul",
            severity=Severity.ERROR,
            says="The invisible sign NUL does not stand in a text.",
            why="No text has it; it is left behind by programs that crash while they save. Delete it, or "
            "take the last version of the file that was sound.",
            bad=(described("A text with an empty byte in it."),),
            good=(described("The same text without it."),),
            adjustable=False,
        ),
    ),
)
