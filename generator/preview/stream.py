"""The event stream of one browser."""

import asyncio

from starlette.types import Receive, Scope, Send

from generator.preview.events import Hub
from generator.preview.live import Live
from generator.preview.wire import hello

HEADERS = [(b"content-type", b"text/event-stream; charset=utf-8")]


class Streams:
    """Sends every event to whoever asks, until he leaves or the hub is closed."""

    def __init__(self, hub: Hub, live: Live, run: str) -> None:
        self._hub = hub
        self._live = live
        self._run = run

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request. What a browser saw last does not matter: the first event says where we are."""
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        if scope["method"] == "GET":
            await self._events(receive, send)
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _events(self, receive: Receive, send: Send) -> None:
        box = self._hub.open()
        left = asyncio.create_task(_left(receive))
        left.add_done_callback(lambda _: box.close())
        try:
            next_part: bytes | None = hello(self._live.revision, self._run)
            while next_part is not None:
                await send({"type": "http.response.body", "body": next_part, "more_body": True})
                next_part = await box.take()
        finally:
            left.cancel()
            self._hub.leave(box)


async def _left(receive: Receive) -> None:
    """Wait until the browser has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass
