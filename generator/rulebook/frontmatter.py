"""Rules on the form of the front matter: the lines of hyphens, and the small part of YAML between them."""

from generator.model.diagnostic import Severity
from generator.rulebook.group import Group
from generator.rulebook.rule import Rule
from generator.rulebook.snippets import article, described, site, whole

FILE = "articles/2024-11-29-edge.md"
KEYS = ("title: Fighters reach the edge", "date: 2024-11-29", "source: bfmtv")
TEXT = "The fighters reached the edge of the city on Friday."

GROUP = Group(
    "Front matter",
    "The lines between the two lines of three hyphens are a small part of YAML: `key: value`, lists, and "
    "text in quotation marks. When in doubt, put a value in quotation marks.",
    (
        Rule(
            code="no-front-matter",
            severity=Severity.ERROR,
            says="A file begins with a line of three hyphens.",
            why="Below it stand the title and the date, then a second line of three hyphens, then the text.",
            bad=(whole(FILE, TEXT),),
            good=(whole(FILE, "---", *KEYS, "---", TEXT),),
            adjustable=False,
        ),
        Rule(
            code="open-front-matter",
            severity=Severity.ERROR,
            says="The front matter ends with a second line of three hyphens.",
            why="Without it nobody can tell where the text begins.",
            bad=(whole(FILE, "---", *KEYS, "", TEXT),),
            good=(whole(FILE, "---", *KEYS, "---", TEXT),),
            adjustable=False,
        ),
        Rule(
            code="not-yaml",
            severity=Severity.ERROR,
            says="The front matter can be read.",
            why="The usual reasons are a colon with a space in the middle of a value, a quotation mark or "
            "bracket that is never closed, and a line that does not begin in the column of the others. The "
            "message says which it is.",
            bad=(article("title: Aleppo: the third day"),),
            good=(article('title: "Aleppo: the third day"'),),
            adjustable=False,
        ),
        Rule(
            code="not-a-key",
            severity=Severity.ERROR,
            says="A key is a plain word.",
            why="What stands before the colon is a name, not a list and not a group of keys.",
            bad=(article("[actors]: sohr"),),
            good=(article("actors: [sohr]"),),
            adjustable=False,
        ),
        Rule(
            code="duplicate-key",
            severity=Severity.ERROR,
            says="No key stands twice in one place.",
            why="Nobody could say which of the two counts.",
            bad=(article("language: en", "language: fr"),),
            good=(article("language: en", "original_language: fr"),),
            adjustable=False,
        ),
        Rule(
            code="several-documents",
            severity=Severity.ERROR,
            says="Nothing parts the front matter in two.",
            why="In YAML a line of three hyphens or of three points begins something new. In `site.yaml` no "
            "such line is needed; in the other files three hyphens stand only above and below the front "
            "matter.",
            bad=(site("description: What happened, day by day.", "---", "author: The desk"),),
            good=(site("description: What happened, day by day.", "author: The desk"),),
            adjustable=False,
        ),
        Rule(
            code="anchor",
            severity=Severity.ERROR,
            says="A value does not begin with `&`.",
            why="YAML gives this sign a meaning of its own. Put the value in quotation marks.",
            bad=(article("title: &More reports from Aleppo"),),
            good=(article('title: "&More reports from Aleppo"'),),
            adjustable=False,
        ),
        Rule(
            code="alias",
            severity=Severity.ERROR,
            says="A value does not begin with `*`.",
            why="YAML gives this sign a meaning of its own. Put the value in quotation marks.",
            bad=(article("title: *Exclusive"),),
            good=(article('title: "*Exclusive"'),),
            adjustable=False,
        ),
        Rule(
            code="tag",
            severity=Severity.ERROR,
            says="A value does not begin with `!`.",
            why="YAML gives this sign a meaning of its own. Put the value in quotation marks.",
            bad=(article("title: !Breaking news from Aleppo"),),
            good=(article('title: "!Breaking news from Aleppo"'),),
            adjustable=False,
        ),
        Rule(
            code="merge-key",
            severity=Severity.ERROR,
            says="The key `<<` is not used.",
            why="YAML uses it to take over keys from elsewhere. Write them out: then every file can be read "
            "for itself.",
            bad=(article("<<: {language: en}"),),
            good=(article("language: en"),),
            adjustable=False,
        ),
        Rule(
            code="directive",
            severity=Severity.ERROR,
            says="No line of the front matter begins with `%`.",
            why="YAML reads such a line as an order to the program. A note to yourself begins with `#`.",
            bad=(article("% read by the desk"),),
            good=(article("# read by the desk"),),
            adjustable=False,
        ),
        Rule(
            code="control-character",
            severity=Severity.ERROR,
            says="No sign stands in the front matter that cannot be seen.",
            why="It comes along when text is copied from a PDF file or a terminal, or is written with a "
            "backslash in double quotation marks. Delete it.",
            bad=(article(r'title: "Fighters reach\a the edge"'),),
            good=(article('title: "Fighters reach the edge"'),),
            adjustable=False,
        ),
        Rule(
            code="too-deep",
            severity=Severity.ERROR,
            says="Lists and groups stand within each other at most 16 deep.",
            why="No key of Dateline needs more than four. Put the value in quotation marks if the brackets "
            "belong to the text.",
            bad=(article("title: [[[[[[[[[[[[[[[[Aleppo]]]]]]]]]]]]]]]]"),),
            good=(article('title: "[[[[[[[[[[[[[[[[Aleppo]]]]]]]]]]]]]]]]"'),),
            adjustable=False,
        ),
        Rule(
            code="too-many",
            severity=Severity.ERROR,
            says="The front matter of a file has at most 20,000 keys and values.",
            why="No document needs as many; such a file was made by mistake.",
            bad=(described("A file with 20,001 names below `actors`."),),
            good=(described("The names that matter."),),
            adjustable=False,
        ),
        Rule(
            code="too-large",
            severity=Severity.ERROR,
            says="A file has at most 1 MiB, its front matter 64 KiB, and a single value 32 KiB.",
            why="That is the text of a book. Long texts belong below the front matter, and a file that is "
            "larger still can be split.",
            bad=(described("A whole book in one file."),),
            good=(described("One file a chapter."),),
            adjustable=False,
        ),
    ),
)
