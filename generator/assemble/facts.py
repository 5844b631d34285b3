"""The facts of a document, as written to as used."""

from collections.abc import Mapping

from generator.assemble.references import Path, References
from generator.assemble.values import values_of
from generator.facts.origin import origin_of
from generator.model.fact import AsOf, Fact
from generator.model.nearest import folded
from generator.model.topic import Measure, MeasureType
from generator.model.written.document import WrittenDocument
from generator.model.written.fact import WrittenFact
from generator.read.entry import Entry
from generator.read.file import ReadFile


def facts_of(
    file: ReadFile,
    written: WrittenDocument,
    source: str,
    references: References,
    speaks_for: Mapping[str, str | None],
    beside: Mapping[str, tuple[str, ...]],
) -> tuple[Fact, ...]:
    """The facts whose measure and value could be read, in their order.

    `beside` says of each whose quotation stands in the text, by its key, which actors that sentence names.
    """
    found = (
        _fact(file, written, source, ("facts", place), typed, references, speaks_for, beside)
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
    beside: Mapping[str, tuple[str, ...]],
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
    if not measure or not values:
        return None
    if typed.unit and not _unit_is_possible(entry, path, typed.unit, measure, references):
        return None
    if not _decided_in_time(entry, path, typed, written, references):
        return None
    printed_by = references.sources.get(source)
    return Fact(
        id=f"{entry.file.id}#{typed.key}",
        measure=typed.measure,
        document=entry.file.id,
        source=source,
        published=written.date,
        as_of=typed.as_of or AsOf(written.date),
        value=values.value,
        low=values.low,
        high=values.high,
        qualifier=values.qualifier,
        origin=origin_of(said_by, speaks_for) if said_by else None,
        according_to=said_by or None,
        via=via,
        quote=typed.quote,
        stands=typed.key in beside,
        beside=beside.get(typed.key, ()),
        credibility=typed.credibility,
        counts=printed_by.counts_as_source if printed_by else True,
        unit=None if not typed.unit or folded(typed.unit) == folded(measure.unit or "") else typed.unit,
        uncertain=values.uncertain,
        supersedes=tuple(dict.fromkeys(typed.supersedes)),
        status=typed.status,
        decided=typed.on,
        reason=typed.reason or "",
    )


def _unit_is_possible(entry: Entry, path: Path, unit: str, measure: Measure, references: References) -> bool:
    """Whether the measure counts something; if not, that is reported."""
    if measure.type is not MeasureType.NUMBER:
        code, message, hint = "wrong-key", f"a {measure.type} has no unit", "delete this line"
    elif measure.unit is None:
        code, message = "measure-without-unit", f'the measure "{measure.key}" has no unit'
        hint = f"add unit: {unit} to the topic, or delete this line"
    else:
        return True
    references.problems.append(entry.problem(code, (*path, "unit"), message, hint))
    return False


def _decided_in_time(
    entry: Entry, path: Path, typed: WrittenFact, written: WrittenDocument, references: References
) -> bool:
    """Whether a decision was not made before there was anything to decide; if it was, that is reported."""
    if typed.on is None or typed.on >= written.date:
        return True
    message = f"decided on {typed.on}, before the day of this document, {written.date}"
    hint = f"write {written.date}, or the later day on which it was decided"
    references.problems.append(entry.problem("early-decision", (*path, "on"), message, hint))
    return False
