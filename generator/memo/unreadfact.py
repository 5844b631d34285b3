"""A fact that is read only when more is wanted of it than where it belongs."""

from collections.abc import Callable
from datetime import date
from sys import intern

from generator.memo.unread import UnreadPart, puts_of
from generator.model.fact import Fact, Status

WORDS = ("id", "measure", "document", "source", "origin", "according_to")
"""What is asked of every fact of an archive, whichever pages are made; besides what it supersedes, when it
was published and its status."""
_PUTS = puts_of(Fact)
_PUT_WORDS = tuple(_PUTS[name] for name in WORDS)

Known = tuple[tuple[str | None, ...], tuple[str, ...], int, str | None]
"""WORDS, what it supersedes, the day as a number and the status as a word."""


def known_of_fact(fact: Fact) -> Known:
    """What is known of a fact before it is read."""
    words = tuple(getattr(fact, name) for name in WORDS)
    return words, fact.supersedes, fact.published.toordinal(), fact.status and fact.status.value


class UnreadFact(UnreadPart, Fact):
    """A fact that stands in bytes until somebody looks at it."""

    __slots__ = ("_load", "content")
    kind = Fact
    puts = _PUTS
    known = (*WORDS, "supersedes", "published", "status")

    @classmethod
    def of(cls, known: Known, content: bytes, load: Callable[["UnreadFact"], Fact]) -> "UnreadFact":
        """The fact with this content, which `load` returns when it is wanted; so much of it is `known`."""
        fact = cls.blank()
        object.__setattr__(fact, "content", content)
        object.__setattr__(fact, "_load", load)
        words, supersedes, day, status = known
        for put, word in zip(_PUT_WORDS, words, strict=True):
            put(fact, word and intern(word))
        _PUTS["supersedes"](fact, supersedes)
        _PUTS["published"](fact, date.fromordinal(day))
        _PUTS["status"](fact, Status(status) if status else None)
        return fact
