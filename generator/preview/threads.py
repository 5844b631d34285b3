"""Work that takes long, beside the event loop."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")

AT_ONCE = 8
"""Threads at work; more would only take the time from each other."""


class Threads:
    """Runs work in threads that nobody waits for when the program ends.

    The threads of a pool, anyio's too, are waited for by the interpreter: Ctrl-C would last as long as the
    page that is being made.
    """

    def __init__(self) -> None:
        self._free = asyncio.Semaphore(AT_ONCE)

    async def run(self, work: Callable[[], Result]) -> Result:
        """Call `work` in a thread and give what it returns, or raise what it raises."""
        async with self._free:
            outcome: Future[Result] = Future()
            outcome.set_running_or_notify_cancel()  # from here on it cannot be called off
            Thread(target=_settle, args=(outcome, work), name="dateline-preview", daemon=True).start()
            return await asyncio.wrap_future(outcome)


def _settle(outcome: Future[Result], work: Callable[[], Result]) -> None:
    try:
        result = work()
    except BaseException as error:  # noqa: BLE001 -- raised again where it is awaited
        outcome.set_exception(error)
    else:
        outcome.set_result(result)
