"""What several exports hold alike, worked out once for all of them."""

from collections.abc import Callable, Hashable
from functools import partial, wraps
from typing import Concatenate, ParamSpec, TypeVar

from generator.exports.published import Published
from generator.memo.glass import once_for

Keys = ParamSpec("Keys")
T = TypeVar("T")


def shared(
    function: Callable[Concatenate[Published, Keys], T],
) -> Callable[Concatenate[Published, Keys], T]:
    """Work out `function(published, *keys)` once an archive and keys, however many files hold it.

    The keys are plain values: ids, days, numbers. The function stands at the top of a module and looks at
    nothing but what is published and its keys. What it returns is text, or frozen.
    """

    @wraps(function)
    def once(published: Published, /, *args: Keys.args, **named: Keys.kwargs) -> T:
        key: Hashable = (function, args, *sorted(named.items()))
        return once_for(
            published.archive, published.judged, key, partial(function, published, *args, **named)
        )

    return once
