"""uvicorn, as a program that an editor starts and ends needs it."""

import logging
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from socket import socket
from threading import current_thread, main_thread

import uvicorn
from starlette.types import ASGIApp
from uvicorn.server import HANDLED_SIGNALS

from generator.preview.port import BACKLOG
from generator.preview.protocol import Connection

IDLE_SECONDS = 15
"""A connection without a request is kept as long."""
ENDING_SECONDS = 1
"""A client that does not let go is left behind after as long."""
ACCEPTED_AT_ONCE = 32
"""Connections that are taken before those taken earlier are looked at; see `protocol.SPARE`."""
LARGEST_EVENT = 16 * 1024
"""Bytes of a request head that is not yet whole."""


class Server(uvicorn.Server):
    """Ends within two seconds of Ctrl-C, whoever is connected, and then lets the program go on."""

    def __init__(self, app: ASGIApp, end_streams: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=Connection,
                loop="asyncio",
                ws="none",
                lifespan="off",
                interface="asgi3",
                log_config=None,
                log_level=logging.CRITICAL + 1,  # what matters is told by us, in our words
                access_log=False,
                server_header=False,
                proxy_headers=False,  # nobody may say for another where he comes from
                backlog=ACCEPTED_AT_ONCE,
                timeout_keep_alive=IDLE_SECONDS,
                timeout_graceful_shutdown=ENDING_SECONDS,
                h11_max_incomplete_event_size=LARGEST_EVENT,
            )
        )
        self._end_streams = end_streams

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Take connections. For asyncio the backlog also says how many at once; they may queue up longer."""
        await super().startup(sockets)
        for one in sockets or []:
            one.listen(BACKLOG)

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        """End the event streams, which would go on for ever, and then everything else."""
        self._end_streams()
        await super().shutdown(sockets)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Ctrl-C and SIGTERM end the server, and not, as uvicorn has it, the program after it."""
        if current_thread() is not main_thread():
            yield
            return
        before = {one: signal.signal(one, self.handle_exit) for one in HANDLED_SIGNALS}
        try:
            yield
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)
