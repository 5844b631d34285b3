"""A figure as typed, read by what its measure asks for."""

from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from generator.assemble.references import Path, References
from generator.model.fact import AsOf, Qualifier, Value
from generator.model.nearest import nearest
from generator.model.topic import Measure, MeasureType
from generator.model.written.days import as_of_of, day_of
from generator.model.written.fact import WrittenFact
from generator.model.written.mistake import Mistake, quoted
from generator.model.written.numbers import number_of
from generator.read.entry import Entry

KEYS = ("value", "low", "high")


class Values(Struct, frozen=True):
    """What a document answers: a value, or low and high, with its hedge."""

    value: Value | None
    low: Value | None
    high: Value | None
    qualifier: Qualifier
    uncertain: bool = False
    """Whether a day is marked as uncertain."""


def values_of(
    entry: Entry, path: Path, typed: WrittenFact, measure: Measure, references: References
) -> Values | None:
    """The answer as its measure wants it.

    None when something cannot be read, the ends are reversed, or a hedged day contradicts the qualifier.
    """
    key = "value"
    try:
        if measure.type is MeasureType.DATE and typed.value is not None:
            values = _of_days(as_of_of(typed.value))
            key = "qualifier"
            return _with_qualifier(typed, values)
        found: dict[str, Value | None] = dict.fromkeys(KEYS)
        for key in KEYS:
            text = getattr(typed, key)
            found[key] = None if text is None else _value(text, measure)
    except Mistake as mistake:
        references.problems.append(entry.problem(mistake.code, (*path, key), mistake.message, mistake.hint))
        return None
    if _reversed(found["low"], found["high"]):
        message = f"the range runs backwards: {typed.low} is greater than {typed.high}"
        references.problems.append(
            entry.problem("reversed-range", (*path, "low"), message, "swap low and high")
        )
        return None
    return Values(found["value"], found["low"], found["high"], typed.qualifier)


def _of_days(days: AsOf) -> Values:
    """A day, with what EDTF says around it as a qualifier or a range."""
    if days.start is not None and days.end is not None:
        return Values(None, days.start, days.end, Qualifier.EXACTLY)
    if days.end is not None:
        return Values(days.end, None, None, Qualifier.UP_TO)
    if days.start is not None:
        return Values(days.start, None, None, Qualifier.AT_LEAST)
    about = Qualifier.ABOUT if days.approximate else Qualifier.EXACTLY
    return Values(days.day, None, None, about, days.uncertain)


def _with_qualifier(typed: WrittenFact, values: Values) -> Values:
    """The day with the qualifier that was typed, unless what stands around the day says another."""
    if "qualifier" not in typed.model_fields_set or typed.qualifier is values.qualifier:
        return values
    plain = values.qualifier is Qualifier.EXACTLY and values.value is not None
    if plain:
        return replace(values, qualifier=typed.qualifier)
    says = f"is {values.qualifier}" if values.value is not None else "is a range"
    raise Mistake(
        "two-qualifiers",
        f"{quoted(typed.value or '')} {says}, and this says {typed.qualifier}",
        "delete this line",
    )


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
