"""The preview, served: until Ctrl-C, or as long as a block of code lasts."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

from generator.preview.failures import Told
from generator.preview.live import Live
from generator.preview.options import ServeOptions
from generator.preview.preview import Preview, answering, prepared
from generator.preview.welcome import welcome


def serve(
    live: Live, options: ServeOptions, told: Told, ready: Callable[[str], None] = lambda address: None
) -> None:
    """Serve until Ctrl-C or SIGTERM, and return then.

    `told` gets each line for the terminal, from any thread. `ready` is called once, in a thread of its own,
    with the address that a browser may open. Raises UsageError where it cannot be served at all.
    """
    preview = _begun(live, options, told)
    Thread(target=ready, args=(preview.address,), name="dateline-ready", daemon=True).start()
    asyncio.run(answering(preview))


@contextmanager
def running(live: Live, options: ServeOptions, told: Told) -> Iterator[Preview]:
    """Serve beside the code of a block, in a thread; it has ended when the block has."""
    preview = _begun(live, options, told)
    thread = Thread(target=lambda: asyncio.run(answering(preview)), name="dateline-serve")
    thread.start()
    try:
        yield preview
    finally:
        preview.server.should_exit = True
        thread.join()


def _begun(live: Live, options: ServeOptions, told: Told) -> Preview:
    preview = prepared(live, options, told)
    for line in welcome(preview, options):
        told(line)
    return preview
