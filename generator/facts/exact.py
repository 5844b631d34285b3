"""Arithmetic that never rounds, whatever the size of the numbers."""

from collections.abc import Iterable
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, Inexact, InvalidOperation, Overflow

# The default context would cut a 40-digit number to 28 digits. Should this one ever have to round, it raises.
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact, InvalidOperation, Overflow])


def times(a: Decimal, b: Decimal) -> Decimal:
    """The product, with all its digits."""
    return _EXACT.multiply(a, b)


def minus(a: Decimal, b: Decimal) -> Decimal:
    """The difference, with all its digits."""
    return _EXACT.subtract(a, b)


def total(numbers: Iterable[Decimal]) -> Decimal:
    """The sum, with all its digits; 0 for none."""
    result = Decimal(0)
    for number in numbers:
        result = _EXACT.add(result, number)
    return result
