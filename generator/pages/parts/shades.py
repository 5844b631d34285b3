"""Numbers of documents as a few shades, the darker the more."""

from collections.abc import Iterable

from msgspec import Struct

DARKEST = 4
_CHOSEN = {1: (2,), 2: (2, 4), 3: (1, 3, 4), 4: (1, 2, 3, 4)}
"""Which shades are used where there are fewer: such as can be told apart."""


class Shade(Struct, frozen=True):
    """A shade for a range of numbers."""

    shade: int
    """From 1, the lightest, to DARKEST."""
    low: int
    high: int


def shades_of(numbers: Iterable[int]) -> tuple[Shade, ...]:
    """The shades for these numbers, the lightest first; zeros have none.

    The darkest is for all above half of the greatest number, the next for all above a quarter of it, and so
    on: so nearly equal numbers look equal, and a single great one does not make all others look alike.
    """
    found: dict[int, list[int]] = {}
    given = sorted(number for number in numbers if number)
    for number in given:
        halved = min((given[-1] // number).bit_length(), DARKEST)
        found.setdefault(halved, []).append(number)
    return tuple(
        Shade(shade, group[0], group[-1])
        for shade, group in zip(_CHOSEN.get(len(found), ()), found.values(), strict=True)
    )


def shade_at(shades: tuple[Shade, ...], number: int) -> int:
    """The shade of a number; 0 for none."""
    return next((one.shade for one in shades if one.low <= number <= one.high), 0)
