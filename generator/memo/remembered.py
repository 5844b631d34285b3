"""A step of the build whose result depends on its inputs alone."""

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

T = TypeVar("T")
Inputs = TypeVarTuple("Inputs")


def remembered(step: str, function: Callable[[*Inputs], T], *inputs: *Inputs) -> T:
    """What `function(*inputs)` returns; for now it is always called.

    The step's name and the inputs are the whole key, so a later store can be put in here and nothing at the
    call sites changes. That asks three things of a caller: `function` stands at the top of a module and
    closes over nothing; everything it depends on is among the inputs, as a value (a file's bytes, not its
    path alone); and what it returns is never changed afterwards, because it may be handed out twice.
    """
    if not step:
        raise ValueError("a remembered step needs a name")
    return function(*inputs)
