"""What several pages show alike, worked out once for all of them."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from generator.memo.once import once
from generator.model.archive import Archive
from generator.model.verdict import Judged

Keys = ParamSpec("Keys")
T = TypeVar("T")
Function = Callable[Concatenate[Archive, Judged, Keys], T]


def shared(function: Function[Keys, T]) -> Function[Keys, T]:
    """Work out `function(archive, judged, *keys)` once an archive and keys, however many pages ask for it.

    The keys are plain values: ids, days, numbers. The function stands at the top of a module and looks at
    nothing but the archive, the verdicts and its keys. What it returns is frozen.
    """
    return once(function, _seen, 2, is_kept=False)


def kept(function: Function[Keys, T]) -> Function[Keys, T]:
    """The same, and keep it for later builds. What it returns is of the type that it declares.

    Only for what is dear to make: a small part of much, so that most parts are as they were.
    """
    return once(function, _seen, 2, is_kept=True)


def _seen(archive: Archive, judged: Judged) -> tuple[Archive, Judged]:
    return archive, judged
