"""A figure as typed, read by what its measure asks for."""

from decimal import Decimal

from generator.assemble.references import Path, References
from generator.model.fact import Value
from generator.model.nearest import nearest
from generator.model.topic import Measure, MeasureType
from generator.model.written.days import day_of
from generator.model.written.fact import WrittenFact
from generator.model.written.mistake import Mistake
from generator.model.written.numbers import number_of
from generator.read.entry import Entry

KEYS = ("value", "low", "high")


def values_of(
    entry: Entry, path: Path, typed: WrittenFact, measure: Measure, references: References
) -> tuple[Value | None, Value | None, Value | None] | None:
    """Value, low and high; None when one of them cannot be read, or the ends are reversed."""
    values: dict[str, Value | None] = dict.fromkeys(KEYS)
    for key in KEYS:
        text = getattr(typed, key)
        if text is None:
            continue
        try:
            values[key] = _value(text, measure)
        except Mistake as mistake:
            references.problems.append(
                entry.problem(mistake.code, (*path, key), mistake.message, mistake.hint)
            )
            return None
    low, high = values["low"], values["high"]
    if _reversed(low, high):
        message = f"the range runs backwards: {typed.low} is greater than {typed.high}"
        references.problems.append(
            entry.problem("reversed-range", (*path, "low"), message, "swap low and high")
        )
        return None
    return values["value"], low, high


def _value(text: str, measure: Measure) -> Value:
    if measure.type is MeasureType.NUMBER:
        return number_of(text)
    if measure.type is MeasureType.DATE:
        return day_of(text)
    if text in measure.choices:
        return text
    meant = nearest(text, measure.choices)
    answers = ", ".join(measure.choices)
    hint = f'did you mean "{meant}"?' if meant else f"write one of: {answers}"
    raise Mistake("not-a-choice", f'"{text}" is not an answer to "{measure.label}"', hint)


def _reversed(low: Value | None, high: Value | None) -> bool:
    if isinstance(low, Decimal) and isinstance(high, Decimal):
        return low > high
    return low is not None and high is not None and not isinstance(low, Decimal) and str(low) > str(high)
