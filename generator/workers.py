"""Work on several cores: the same function over many items, in processes that know the same values."""

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor

Item = TypeVar("Item")
Result = TypeVar("Result")
Known = TypeVar("Known")
Open = Callable[[Callable[..., None], tuple[Any, ...]], "Executor"]
"""Opens an executor whose workers first call a function with some arguments."""

FEW = 40
"""Items up to which other processes are not worth their start."""
PARTS = 8
"""Parts for each worker, so that one that is quick can take from the share of one that is slow."""

LARGEST = 200
"""Items of the largest part: what comes back from it has to fit into memory many times."""

MOST = 4096
"""Bytes that surely fit into a pipe which nobody reads yet."""

GARBAGE = 1_000_000
"""Objects that a worker makes, beyond those it lets go, before it looks whether some of them are garbage.
Hardly anything is, and to look is dear."""

FORKS = sys.platform == "linux"
"""Whether a process can be forked safely, which then knows all that this one knows."""

_known: list[Any] = []
"""What the functions of this worker are handed first; set once, when the worker begins."""


def processes(jobs: int) -> Open | None:
    """Opens this many processes; None for one. They are forked where that is safe, and started elsewhere."""
    if jobs < 2:
        return None
    way = "fork" if FORKS else "spawn"
    return partial(_opened, jobs, way)


def cores() -> int:
    """How many processes can run at once for us."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def end_workers() -> None:
    """Ask the processes that were opened to end at once; each ends what it has begun itself."""
    from multiprocessing import active_children  # noqa: PLC0415 -- most builds have no process to end

    for child in active_children():
        child.terminate()


def each(
    opened: Open | None, known: Known, function: Callable[[Known, Item], Result], items: Sequence[Item]
) -> Iterator[Result]:
    """`function(known, item)` of every item, in their order.

    What is `known` and the items reach each worker together and once, as they are at the beginning; so an
    item is there the very same object that `known` may hold. Without an executor, and for few items, this
    process does the work itself.
    """
    if opened is None or len(items) <= FEW:
        yield from (function(known, item) for item in items)
        return
    with opened(_begin, (known, items)) as executor:
        size = max(1, min(LARGEST, len(items) // (PARTS * cores())))
        parts = [range(start, min(start + size, len(items))) for start in range(0, len(items), size)]
        for results in executor.map(partial(_do, function), parts):
            yield from results


def meanwhile(work: Callable[[], bytes]) -> Callable[[], bytes]:
    """Begins some work that may fail with OSError; what is returned waits for it, and must be called.

    The bytes are empty when it failed. They are at most `MOST`. Where a process cannot be forked safely, the
    work is done when its result is asked for.
    """
    if not FORKS:
        return lambda: _tried(work)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.write(writing, _tried(work))
        finally:
            os._exit(0)
    os.close(writing)

    def result() -> bytes:
        with os.fdopen(reading, "rb") as pipe:
            content = pipe.read(MOST)
        os.waitpid(child, 0)
        return content

    return result


def _opened(jobs: int, way: str, begin: Callable[..., None], arguments: tuple[Any, ...]) -> "Executor":
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 -- most builds have few items
    from multiprocessing import get_context  # noqa: PLC0415 -- see above

    return ProcessPoolExecutor(jobs, get_context(way), begin, arguments)


def _begin(known: Any, items: Sequence[Any]) -> None:
    gc.freeze()  # what came with the process is never looked through again, and so stays shared
    gc.set_threshold(GARBAGE, *gc.get_threshold()[1:])
    gc.enable()
    _known[:] = [known, items]


def _do(function: Callable[[Any, Any], Any], part: Sequence[int]) -> list[Any]:
    known, items = _known
    return [function(known, items[place]) for place in part]


def _tried(work: Callable[[], bytes]) -> bytes:
    try:
        return work()
    except OSError:
        return b""
