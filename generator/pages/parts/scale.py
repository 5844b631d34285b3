"""From values to places on a drawing."""

import math
from collections.abc import Iterable

from msgspec import Struct


class Scale(Struct, frozen=True):
    """A straight line from values to places: `low` stands at `start`, `high` at `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value stands, rounded to a tenth; in the middle where there is only one value."""
        if self.high == self.low:
            return round((self.start + self.end) / 2, 1)
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


def ticks_between(low: float, high: float, most: int = 4) -> tuple[float, ...]:
    """Round values (1, 2 or 5 times a power of ten) that enclose low and high, about `most` steps apart."""
    if low == high:
        return (low,)
    rough = (high - low) / most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(round(place * step, 10) for place in range(first, last + 1))


def thinned(values: Iterable[int], most: int) -> tuple[int, ...]:
    """At most so many of some whole numbers, the first and the last among them, evenly chosen."""
    every = sorted(set(values))
    if len(every) <= most:
        return tuple(every)
    last = len(every) - 1
    return tuple(every[round(place * last / (most - 1))] for place in range(most))
