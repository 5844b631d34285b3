"""A topic (a running story) and the measures that it owns."""

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from generator.model.prose import Prose


class MeasureType(StrEnum):
    """What sort of answer a measure asks for."""

    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"


class Measure(Struct, frozen=True):
    """A question that a fact answers: people killed since the offensive began."""

    id: str
    """`<topic>/<key>`."""
    topic: str
    key: str
    label: str
    type: MeasureType = MeasureType.NUMBER
    unit: str | None = None
    cumulative: bool = False
    """The true number can only rise, so a lower one later is either late or a correction."""
    parts: tuple[str, ...] = ()
    """Ids of the measures that add up to this one."""
    choices: tuple[str, ...] = ()
    lowest: Decimal | None = None
    highest: Decimal | None = None
    """Bounds of a number, both included: 0 and 100 for a share in percent."""


class Topic(Struct, frozen=True):
    """A running story."""

    id: str
    title: str
    summary: str
    file: str
    measures: tuple[Measure, ...] = ()
    text: Prose = Prose()
