"""What is woven into the text of a document: the quoted figures, and the first mention of each actor."""

from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.fact import Fact
from generator.model.prose import Span, Weft
from generator.words.catalogue import say


def wefts_of(archive: Archive, document: Document) -> tuple[Weft, ...]:
    """A mark for each quotation, with a way to each measure that it answers; a link for each actor."""
    text = archive.texts[document.id]
    places = {quotation.fact: quotation.span for quotation in text.quotations}
    by_span: dict[Span, list[Fact]] = {}
    for fact in document.facts:
        span = places.get(fact.key)
        if span:
            by_span.setdefault(span, []).append(fact)
    quotes = (_quotation(archive, span, facts) for span, facts in by_span.items())
    first = {mention.actor: mention.span for mention in reversed(text.mentions)}
    links = (Weft(span, href=urls.actor_url(archive.actors[actor])) for actor, span in first.items())
    return tuple(sorted((*quotes, *links), key=lambda weft: (weft.span.start, weft.span.end, weft.href)))


def _quotation(archive: Archive, span: Span, facts: list[Fact]) -> Weft:
    measures = [archive.measures[fact.measure] for fact in facts]
    return Weft(
        span,
        ids=tuple(urls.fact_anchor(fact) for fact in facts),
        label=say(archive.site.language, "What others say"),
        back=tuple((urls.measure_url(measure), measure.label) for measure in measures),
    )
