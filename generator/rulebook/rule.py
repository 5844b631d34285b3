"""A rule: what must hold in an archive, why, and how it looks when it does and when it does not."""

from enum import StrEnum

from msgspec import Struct

from generator.model.diagnostic import Severity


class Where(StrEnum):
    """What a snippet is a part of."""

    FACT = "fact"
    """The lines of one fact of an article."""
    ARTICLE = "article"
    """Lines of an article's front matter."""
    TEXT = "text"
    """Markdown below the front matter of an article."""
    SUMMARY = "summary"
    ACTOR = "actor"
    SOURCE = "source"
    TOPIC = "topic"
    MEASURE = "measure"
    """The lines of one measure of a topic."""
    SITE = "site"
    """Lines of site.yaml."""
    FILE = "file"
    """A whole file."""


class Snippet(Struct, frozen=True):
    """A few lines of an example, shown without what goes without saying around them.

    A whole file without a path stands for what no text can show, and its `text` is a sentence that says it.
    """

    where: Where
    text: str
    file: str = ""
    """The path from content/ (`articles/2024-11-29-edge.md`), where it matters. Snippets that name none
    and are lines of an article are all lines of the same one."""


class Rule(Struct, frozen=True):
    """One rule, named by the code of the diagnostics that say it is broken."""

    code: str
    severity: Severity
    """What a breach of it is, unless site.yaml says otherwise."""
    says: str
    """What must hold, in a sentence."""
    why: str
    """One to four sentences: what the rule is good for, and what it takes into account."""
    bad: tuple[Snippet, ...]
    """Snippets of one archive that breaks the rule."""
    good: tuple[Snippet, ...]
    """The same archive put right, whole: what it has in common with the bad one is not shown twice."""
    adjustable: bool = True
    """Whether site.yaml may make it off, warning or error, and a document may silence it. False where no
    sound site can be built while it is broken."""
