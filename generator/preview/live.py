"""The archive as it is at this moment, as far as the server needs to know it."""

from collections.abc import Callable, Mapping
from typing import Protocol

from generator.preview.values import Event, Place, Served, State

Listener = Callable[[Event], None]


class Live(Protocol):
    """An archive that follows its files. Every method may be called from several threads at once."""

    @property
    def revision(self) -> int:
        """Grows by one with each change that was worked in."""

    def served(self, path: str) -> Served | None:
        """What stands at a path of the site, decoded and beginning with `/`; None where there is nothing.

        `/404.html` is asked for where something is not there. May take long, and may raise anything.
        """

    def state(self, page: str) -> State:
        """What is shown beside a page; `page` need not exist."""

    def place(self, page: str, id: str, text: str) -> Place | None:
        """Where the element `id` of a page, or the paragraph that begins with `text`, is written."""

    def explained(self, fact: str) -> Mapping[str, object] | None:
        """How the judge reached each finding of a fact (`document#key`), as values that JSON can hold."""

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` at every event, from any thread, until the function that is returned is called.

        The revision of an event is that of the archive when it is told, or an older one.
        """
