"""Events on their way to the browsers: one mailbox a browser, and no browser waits for another."""

import asyncio
from collections import deque

from generator.preview.values import Event
from generator.preview.wire import as_message

ROOM = 16
"""Messages that wait for a browser which does not read."""
QUIET_SECONDS = 15.0
"""After as long a comment is sent, by which both ends see that the other is still there."""
COMMENT = b": still here\n\n"


class Mailbox:
    """What is still to be sent to one browser.

    A browser that has fallen far behind is told once that any page may have changed, and then the newest
    event, in place of all that it missed.
    """

    def __init__(self) -> None:
        self._waiting: deque[bytes] = deque()
        self._ready = asyncio.Event()
        self._closed = False

    def put(self, message: bytes, instead: bytes) -> None:
        """Add a message; `instead` goes before it where there is no room for what waits."""
        if len(self._waiting) >= ROOM:
            self._waiting.clear()
            self._waiting.append(instead)
        self._waiting.append(message)
        self._ready.set()

    def close(self) -> None:
        """Let `take` give None from now on."""
        self._closed = True
        self._ready.set()

    async def take(self) -> bytes | None:
        """Wait for what is to be sent next: all that has come in, or a comment; None when it is over."""
        try:
            async with asyncio.timeout(QUIET_SECONDS):
                await self._ready.wait()
        except TimeoutError:
            return COMMENT
        if self._closed:
            return None
        self._ready.clear()
        taken = b"".join(self._waiting)
        self._waiting.clear()
        return taken


class Hub:
    """All mailboxes of a run. Lives in the thread of the event loop."""

    def __init__(self) -> None:
        self._boxes: set[Mailbox] = set()
        self._closed = False

    def __len__(self) -> int:
        return len(self._boxes)

    def open(self) -> Mailbox:
        """A mailbox for one more browser; already closed when the hub is."""
        box = Mailbox()
        self._boxes.add(box)
        if self._closed:
            box.close()
        return box

    def leave(self, box: Mailbox) -> None:
        """The browser has gone."""
        self._boxes.discard(box)
        box.close()

    def tell(self, event: Event) -> None:
        """Put an event into every mailbox; waits for nobody."""
        message = as_message(event)
        instead = as_message(Event("changed", event.revision))
        for box in self._boxes:
            box.put(message, instead)

    def close(self) -> None:
        """End every stream, and those that are still to come."""
        self._closed = True
        for box in self._boxes:
            box.close()
