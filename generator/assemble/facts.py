"""The facts of a document, as written to as used."""

from collections.abc import Mapping

from generator.assemble.references import Path, References
from generator.assemble.values import values_of
from generator.facts.origin import origin_of
from generator.model.fact import AsOf, Fact
from generator.model.written.document import WrittenDocument
from generator.model.written.fact import WrittenFact
from generator.read.file import ReadFile
from generator.read.quotes import find_quote


def facts_of(
    file: ReadFile,
    written: WrittenDocument,
    source: str,
    references: References,
    speaks_for: Mapping[str, str | None],
) -> tuple[Fact, ...]:
    """The facts whose measure and value could be read, in their order."""
    found = (
        _fact(file, written, source, ("facts", place), typed, references, speaks_for)
        for place, typed in enumerate(written.facts)
    )
    return tuple(fact for fact in found if fact)


def _fact(
    file: ReadFile,
    written: WrittenDocument,
    source: str,
    path: Path,
    typed: WrittenFact,
    references: References,
    speaks_for: Mapping[str, str | None],
) -> Fact | None:
    entry = file.entry
    said_by = typed.according_to and references.actor(entry, (*path, "according_to"), typed.according_to)
    via = tuple(
        actor
        for place, name in enumerate(typed.via)
        if (actor := references.actor(entry, (*path, "via", place), name))
    )
    measure = references.measure(entry, (*path, "measure"), typed.measure)
    values = measure and values_of(entry, path, typed, measure, references)
    if not values:
        return None
    value, low, high = values
    printed_by = references.sources.get(source)
    return Fact(
        id=f"{entry.file.id}#{typed.key}",
        measure=typed.measure,
        document=entry.file.id,
        source=source,
        published=written.date,
        as_of=typed.as_of or AsOf(written.date),
        value=value,
        low=low,
        high=high,
        qualifier=typed.qualifier,
        origin=origin_of(said_by, speaks_for) if said_by else None,
        according_to=said_by or None,
        via=via,
        quote=typed.quote,
        span=find_quote(file.prose, typed.quote),
        credibility=typed.credibility,
        counts=printed_by.counts_as_source if printed_by else True,
    )
