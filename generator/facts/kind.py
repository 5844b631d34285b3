"""What sort of answer a fact gives."""

from datetime import date
from decimal import Decimal

from generator.model.fact import Fact
from generator.model.topic import MeasureType


def kind_of(fact: Fact) -> MeasureType:
    """Whether a fact gives a number, a day or a choice, by what was printed."""
    printed = fact.printed
    if isinstance(printed, Decimal):
        return MeasureType.NUMBER
    return MeasureType.DATE if isinstance(printed, date) else MeasureType.CHOICE
