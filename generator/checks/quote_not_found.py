"""Every quotation stands in its document's text, or no figure could be followed to its sentence."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from generator.read.quotes import nearest_quote


def check(document: Document, places: Places) -> Iterator[Diagnostic]:
    """An error at each quotation that the text does not have, with the sentence most like it."""
    for fact in document.facts:
        if fact.stands:
            continue
        alike = nearest_quote(places.text(document), fact.quote)
        hint = f'the text has: "{alike}"' if alike else "copy the words from the text below the front matter"
        path = (*places.fact_path(document, fact), "quote")
        message = "this quotation does not stand in the text"
        yield places.problem(document.file, path, "quote-not-found", message, hint)
