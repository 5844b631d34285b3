"""A text leads only to documents that its readers can see."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.prose import Prose
from generator.model.textlink import Fate


def check(file: str, text: Prose, places: Places) -> Iterator[Diagnostic]:
    """A warning at each address of a document that is a draft, under embargo or expired."""
    for link in text.links:
        if link.fate is Fate.UNPUBLISHED:
            message = "the document that this leads to is not published: until it is, this is no link"
            hint = "nothing of it is shown but the words of this text"
            problem = Diagnostic("link-to-unpublished", "", link.mark, message, hint, Severity.WARNING)
            yield places.placed(file, problem)
