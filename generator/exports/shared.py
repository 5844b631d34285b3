"""What several exports hold alike, worked out once for all of them."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from generator.exports.published import Published
from generator.memo.once import once
from generator.model.archive import Archive
from generator.model.verdict import Judged

Keys = ParamSpec("Keys")
T = TypeVar("T")
Function = Callable[Concatenate[Published, Keys], T]


def shared(function: Function[Keys, T]) -> Function[Keys, T]:
    """Work out `function(published, *keys)` once an archive and keys, however many files hold it.

    The keys are plain values: ids, days, numbers. The function stands at the top of a module and looks at
    nothing but what is published and its keys. What it returns is text, or frozen.
    """
    return once(function, _seen, 1, is_kept=False)


def kept(function: Function[Keys, T]) -> Function[Keys, T]:
    """The same, and keep it for later builds. What it returns is of the type that it declares.

    Only for what is dear to make: a small part of much, so that most parts are as they were.
    """
    return once(function, _seen, 1, is_kept=True)


def _seen(published: Published) -> tuple[Archive, Judged]:
    return published.archive, published.judged
