"""What several pages show alike, worked out once for all of them."""

from collections.abc import Callable, Hashable
from functools import partial, wraps
from typing import Concatenate, ParamSpec, TypeVar

from generator.memo.glass import once_for
from generator.model.archive import Archive
from generator.model.verdict import Judged

Keys = ParamSpec("Keys")
T = TypeVar("T")


def shared(
    function: Callable[Concatenate[Archive, Judged, Keys], T],
) -> Callable[Concatenate[Archive, Judged, Keys], T]:
    """Work out `function(archive, judged, *keys)` once an archive and keys, however many pages ask for it.

    The keys are plain values: ids, days, numbers. The function stands at the top of a module and looks at
    nothing but the archive, the verdicts and its keys. What it returns is frozen.
    """

    @wraps(function)
    def once(archive: Archive, judged: Judged, /, *args: Keys.args, **named: Keys.kwargs) -> T:
        key: Hashable = (function, args, *sorted(named.items()))
        return once_for(archive, judged, key, partial(function, archive, judged, *args, **named))

    return once
