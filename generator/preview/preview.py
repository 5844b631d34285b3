"""One run of the preview: an open port, and the app behind it."""

import asyncio
from contextlib import suppress
from socket import socket
from typing import Any

from msgspec import Struct

from generator.preview.door import Door
from generator.preview.editors import form_of
from generator.preview.events import Hub
from generator.preview.failures import Complaints, Told
from generator.preview.live import Live
from generator.preview.options import ServeOptions, address_at, addresses_of, is_exposed
from generator.preview.port import bound, port_of
from generator.preview.server import app_for
from generator.preview.tokens import Run
from generator.preview.uvicornserver import Server
from generator.preview.values import Event


class Preview(Struct, frozen=True):
    """A run whose port is open already, so that a browser may ask, though nobody answers yet."""

    live: Live
    address: str
    """Where a browser finds it: `http://localhost:8000/`."""
    port: int
    run: Run
    hub: Hub
    server: Server
    sockets: tuple[socket, ...]
    complaints: Complaints


def prepared(live: Live, options: ServeOptions, told: Told) -> Preview:
    """Open the port and make the app. Raises UsageError for what cannot be served."""
    form, addresses = form_of(options.editor), addresses_of(options)
    sockets = bound(addresses, options.port)
    port, run, hub, complaints = port_of(sockets), Run(), Hub(), Complaints(told)
    door = Door(port, run, tuple(name.lower() for name in options.names), is_exposed(options))
    app = app_for(live, door, options.folder, form, hub, complaints)
    address = address_at(options, port)
    return Preview(live, address, port, run, hub, Server(app, hub.close), sockets, complaints)


async def answering(preview: Preview) -> None:
    """Answer until the server is told to end; then nothing of the run is left."""
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, what: _complain(preview, what))

    def hand_over(event: Event) -> None:
        with suppress(RuntimeError):  # the loop has ended, and with it whoever would read this
            loop.call_soon_threadsafe(preview.hub.tell, event)

    leave = preview.live.subscribe(hand_over)
    try:
        await preview.server.serve(sockets=list(preview.sockets))
    finally:
        leave()


def _complain(preview: Preview, what: dict[str, Any]) -> None:
    """Say what went wrong beneath every request. A browser that hangs up is no news."""
    error = what.get("exception")
    if error is not None and not isinstance(error, ConnectionError):
        preview.complaints.tell("A connection", error, preview.live.revision)
