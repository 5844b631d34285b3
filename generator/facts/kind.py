"""What sort of answer a fact gives."""

from datetime import date
from decimal import Decimal

from generator.model.fact import Fact
from generator.model.topic import MeasureType


def kind_of(fact: Fact) -> MeasureType:
    """Whether a fact gives a number, a day or a choice, by what was printed."""
    match fact.printed:
        case Decimal():
            return MeasureType.NUMBER
        case date():
            return MeasureType.DATE
        case _:
            return MeasureType.CHOICE
