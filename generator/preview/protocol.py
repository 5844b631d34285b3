"""One connection: how long it may keep us waiting, and how many of them there may be."""

import asyncio
import sys
from typing import cast

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10.0
"""A whole request head must have come by then, also on a connection that is used again."""
STALLED_SECONDS = 30.0
"""A client that reads nothing for as long, while there is something to read, is let go."""
MOST = 2000
"""Connections at once: 500 browsers with a few each."""
SPARE = 200
"""File descriptors that are left to the rest of the program."""

REASONS = {414: "URI Too Long", 431: "Request Header Fields Too Large", 400: "Bad Request"}


def most_connections() -> int:
    """As many as `MOST`, and fewer where the system allows this program fewer open files."""
    try:
        import resource  # noqa: PLC0415 -- there is none on Windows
    except ImportError:
        return MOST
    allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST if allowed == resource.RLIM_INFINITY else max(SPARE, min(MOST, allowed - SPARE))


class Connection(H11Protocol):
    """A connection that ends by itself when its client neither asks nor reads."""

    _waits: asyncio.TimerHandle | None = None
    _stalls: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take it; where there are too many, the one that has waited longest for a request gives way."""
        super().connection_made(cast(asyncio.Transport, transport))
        self._await_head()
        if len(self.connections) > most_connections():
            idle = [one for one in self.connections if isinstance(one, Connection) and one._waits]
            first = min(idle, key=lambda one: one._waits.when() if one._waits else 0, default=self)
            first._give_way()

    def data_received(self, data: bytes) -> None:
        """A head that is still not whole does not get more time by coming in drops."""
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._stop_waiting()
        elif self._waits is None:
            self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is left behind."""
        self._stop_waiting()
        self._read_again()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """The client does not read as fast as we write."""
        super().pause_writing()
        self._stalls = self.loop.call_later(STALLED_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        """It reads again."""
        self._read_again()
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP, or too long, and say nothing more."""
        wrong = sys.exception()
        status = wrong.error_status_hint if isinstance(wrong, h11.RemoteProtocolError) else 400
        if status == 431 and b"\n" not in self.conn.trailing_data[0]:
            status = 414
        reason = REASONS.get(status, REASONS[400])
        text = f"{reason}.\n"
        head = (
            f"HTTP/1.1 {status} {reason}\r\nContent-Type: text/plain; charset=utf-8\r\n"
            f"Content-Length: {len(text)}\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n"
            "Connection: close\r\n\r\n"
        )
        self.transport.write((head + text).encode())
        self.transport.close()

    def _give_way(self) -> None:
        self._stop_waiting()
        self.connections.discard(self)  # it is told that it was lost only later; until then it must not count
        self.transport.abort()

    def _await_head(self) -> None:
        self._waits = self.loop.call_later(HEAD_SECONDS, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._waits is not None:
            self._waits.cancel()
            self._waits = None

    def _read_again(self) -> None:
        if self._stalls is not None:
            self._stalls.cancel()
            self._stalls = None
