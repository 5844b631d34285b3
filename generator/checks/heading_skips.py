"""Headings go down one level at a time."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.prose import Prose


def check(file: str, text: Prose, places: Places) -> Iterator[Diagnostic]:
    """A warning at each heading that is more than one level below the one before it.

    The first may be of level 1 or 2: the title stands above the text, and some writers count it.
    """
    above = 0 if any(heading.level == 1 for heading in text.headings) else 1
    for place, heading in enumerate(text.headings):
        if heading.level > above + 1:
            before = f"after {'#' * above}" if place else "at the beginning"
            message = f"{'#' * heading.level} {before} leaves out a level"
            hint = f"write {'#' * (above + 1)}"
            problem = Diagnostic("heading-skips", "", heading.mark, message, hint, Severity.WARNING)
            yield places.placed(file, problem)
        above = heading.level
