"""Of every fact it is said who asserts it, or said that the text names nobody."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.document import Document


def check(document: Document, places: Places) -> Iterator[Diagnostic]:
    """A warning at each fact in which `according_to` was left out; null is the editor's word."""
    for fact in document.facts:
        if places.states(document, fact, "according_to"):
            continue
        path = (*places.fact_path(document, fact), "measure")
        message = "it is not said who asserts this"
        hint = "add a line according_to: with the actor, or according_to: null if the text names nobody"
        yield places.problem(document.file, path, "unattributed", message, hint, Severity.WARNING)
