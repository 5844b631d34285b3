"""A text that is read only when something of it is wanted."""

from collections.abc import Callable

from generator.memo.unread import Unread, puts_of
from generator.model.prose import Prose

ASKED_OFTEN = ("links", "headings")
"""Parts of a text that are asked of every text, and that most texts have none of."""


class UnreadText(Unread, Prose):
    """A text that stands in a store until somebody looks at it."""

    __slots__ = ("_load", "digest", "has")
    kind = Prose
    puts = puts_of(Prose)
    digest: bytes
    has: tuple[bool, ...]

    @classmethod
    def of(cls, digest: bytes, has: tuple[bool, ...], load: Callable[["UnreadText"], Prose]) -> "UnreadText":
        """The text with a digest, which `load` returns when it is wanted.

        `has` says of each of ASKED_OFTEN whether it has any: what it has none of need not be read.
        """
        text = cls.blank()
        object.__setattr__(text, "digest", digest)
        object.__setattr__(text, "has", has)
        object.__setattr__(text, "_load", load)
        text._know()
        return text

    def _know(self) -> None:
        for name, some in zip(ASKED_OFTEN, self.has, strict=True):
            if not some:
                self.puts[name](self, ())

    def forget(self) -> None:
        """Let what was read go; it can be read again."""
        Unread.forget(self)
        self._know()
