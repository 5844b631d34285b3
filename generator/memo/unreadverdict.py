"""A verdict that is read only when more is wanted of it than the outcome."""

from collections.abc import Callable

from generator.memo.unread import UnreadPart, puts_of
from generator.model.verdict import FindingName, Verdict

_PUTS = puts_of(Verdict)
Known = tuple[str, int, str | None, tuple[str, ...], tuple[str, ...]]
"""The measure, the documents, the latest fact, and the names of findings about it and about single facts."""


def known_of_verdict(verdict: Verdict) -> Known:
    """What is known of a verdict before it is read."""
    about_facts = tuple(name.value for name in verdict.about_facts)
    return verdict.measure, verdict.documents, verdict.latest, _words(verdict.names), about_facts


class UnreadVerdict(UnreadPart, Verdict):
    """A verdict that stands in bytes until somebody looks at it."""

    __slots__ = ("_load", "about_facts", "content", "names")
    kind = Verdict
    puts = _PUTS
    known = ("measure", "documents", "latest")
    names: tuple[FindingName, ...]
    about_facts: tuple[FindingName, ...]

    @classmethod
    def of(cls, known: Known, content: bytes, load: Callable[["UnreadVerdict"], Verdict]) -> "UnreadVerdict":
        """The verdict with this content, which `load` returns when it is wanted; so much of it is `known`."""
        verdict = cls.blank()
        measure, documents, latest, names, about_facts = known
        for name, value in (
            ("content", content),
            ("_load", load),
            ("measure", measure),
            ("documents", documents),
            ("latest", latest),
            ("names", tuple(map(FindingName, names))),
            ("about_facts", tuple(map(FindingName, about_facts))),
        ):
            object.__setattr__(verdict, name, value)
        return verdict


def _words(names: tuple[FindingName, ...]) -> tuple[str, ...]:
    return tuple(name.value for name in names)
