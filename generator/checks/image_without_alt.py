"""Every image says in words what it shows."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.prose import Prose


def check(file: str, text: Prose, places: Places) -> Iterator[Diagnostic]:
    """A warning at each image without a description, whether it is shown or only linked."""
    for link in text.links:
        if link.image and not link.alt:
            message = "this image says nothing to those who do not see it"
            hint = "describe what it shows between the square brackets: ![Map of the front](...)"
            problem = Diagnostic("image-without-alt", "", link.used, message, hint, Severity.WARNING)
            yield places.placed(file, problem)
