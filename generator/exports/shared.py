"""What several exports hold alike, worked out once for all of them."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Concatenate, ParamSpec, TypeVar

from generator.exports.published import Published
from generator.memo.glass import once_for

Keys = ParamSpec("Keys")
T = TypeVar("T")
Function = Callable[Concatenate[Published, Keys], T]


def shared(function: Function[Keys, T]) -> Function[Keys, T]:
    """Work out `function(published, *keys)` once an archive and keys, however many files hold it.

    The keys are plain values: ids, days, numbers. The function stands at the top of a module and looks at
    nothing but what is published and its keys. What it returns is text, or frozen.
    """
    return _once(function, is_kept=False)


def kept(function: Function[Keys, T]) -> Function[Keys, T]:
    """The same, and keep it for later builds. What it returns is of the type that it declares.

    Only for what is dear to make: a small part of much, so that most parts are as they were.
    """
    return _once(function, is_kept=True)


def _once(function: Function[Keys, T], *, is_kept: bool) -> Function[Keys, T]:
    @wraps(function)
    def once(published: Published, /, *args: Keys.args, **named: Keys.kwargs) -> T:
        key = (function, (*args, *sorted(named.items())))
        make = partial(function, published, *args, **named)
        return once_for(published.archive, published.judged, key, make, is_kept=is_kept)

    return once
