"""A takeaway with the figures that support it."""

from msgspec import Struct

from generator.facts.support import support_of
from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import Document, Takeaway
from generator.pages.parts.head import Link
from generator.read.claimed import claimed_numbers
from generator.words.catalogue import say
from generator.words.figures import figure_text


class TakeawayView(Struct, frozen=True):
    """One sentence to remember; each support is a figure that leads to its sentence."""

    text: str
    language: str
    support: tuple[Link, ...]
    grounds: str
    """supported, bare (it names no fact), or unmatched (it claims a number that none of its facts has)."""
    document: Link


def takeaways_of(archive: Archive, document: Document) -> tuple[TakeawayView, ...]:
    """The takeaways of a summary, in its order."""
    return tuple(
        TakeawayView(
            text=takeaway.text,
            language=document.language,
            support=tuple(_support(archive, fact) for fact in takeaway.facts),
            grounds=_grounds(archive, document, takeaway),
            document=Link(document.title, urls.document_url(document)),
        )
        for takeaway in document.takeaways
    )


def _grounds(archive: Archive, document: Document, takeaway: Takeaway) -> str:
    numbers = [numeral.readings for numeral in claimed_numbers(takeaway.text, document.language)]
    return support_of(numbers, [archive.fact[fact] for fact in takeaway.facts]).value


def _support(archive: Archive, fact_id: str) -> Link:
    fact = archive.fact[fact_id]
    measure = archive.measures[fact.measure]
    figure = figure_text(fact, archive.site.language)
    text = say(
        archive.site.language,
        "%(measure)s: %(figure)s (%(source)s)",
        measure=measure.label,
        figure=figure,
        source=archive.sources[fact.source].name,
    )
    return Link(text, urls.fact_url(archive.reference[fact.document], fact))
