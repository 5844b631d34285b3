"""Functions of an archive and its verdicts, worked out once whoever asks, or once for many builds."""

from collections.abc import Callable
from functools import partial, wraps
from typing import ParamSpec, TypeVar

from generator.memo.glass import Glass, Key
from generator.model.archive import Archive
from generator.model.verdict import Judged

Given = ParamSpec("Given")
T = TypeVar("T")


def once(
    function: Callable[Given, T], seen: Callable[..., tuple[Archive, Judged]], first: int, *, is_kept: bool
) -> Callable[Given, T]:
    """The same function, worked out once for an archive, its verdicts and its keys.

    `seen` takes the archive and the verdicts from the `first` arguments, the others are the keys. What
    is kept is worked out once for all builds in which it would be the same.
    """

    @wraps(function)
    def once(*args: Given.args, **named: Given.kwargs) -> T:
        archive, judged = seen(*args[:first])
        key = (function, (*args[first:], *sorted(named.items())))
        make = partial(function, *args, **named)
        if isinstance(archive, Glass):
            return archive.once(key, make, is_kept=is_kept)
        known: dict[tuple[Key, int], T] = archive.__dict__.setdefault("_shared", {})
        if (key, id(judged)) not in known:
            known[key, id(judged)] = make()
        return known[key, id(judged)]

    return once
