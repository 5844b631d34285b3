"""What several ask for at the same time is made once."""

import asyncio
from collections.abc import Coroutine, Hashable
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")


class Once(Generic[Made]):
    """What is being made at this moment, by its key. Nothing is kept once it is made."""

    def __init__(self) -> None:
        self._under_way: dict[Hashable, asyncio.Task[Made]] = {}

    async def made(self, key: Hashable, make: Coroutine[Any, Any, Made]) -> Made:
        """Wait for `make`, or for what was begun under the same key and is not yet done."""
        task = self._under_way.get(key)
        if task is None:
            task = asyncio.create_task(make)
            self._under_way[key] = task
            task.add_done_callback(lambda _: self._under_way.pop(key))
        else:
            make.close()
        return await asyncio.shield(task)  # one who waits may leave; the others still want it
