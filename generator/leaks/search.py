"""Telltales looked for in files, all of them in one pass over each."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from ahocorasick_rs import BytesAhoCorasick

from generator.leaks.said import Said
from generator.leaks.telltales import Kind, Pattern, Telltale
from generator.leaks.words import plain, spaced, squeezed

_NAMES = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789-")
"""What an id is made of."""
STEM = 4
"""Letters that a stem has in common with every word that it stands for."""


One = TypeVar("One", bound=Pattern)


class Search(Generic[One]):
    """Some patterns, ready to be looked for."""

    def __init__(self, patterns: Iterable[One]) -> None:
        by_kind: dict[Kind, list[One]] = {kind: [] for kind in Kind}
        for one in patterns:
            by_kind[one.kind].append(one)
        self._words, self._phrases, self._addresses = (_Patterns(by_kind[kind]) for kind in Kind)

    def among(self, said: Said) -> frozenset[One]:
        """The phrases and addresses that are said anyway."""
        return frozenset((*self._phrases.within(said.text), *self._addresses.within(said.addresses)))

    def within(self, path: str, content: bytes) -> frozenset[One]:
        """Those that stand in a file of the site, or in its name."""
        text = plain(f"/{path}\n{content.decode('utf-8', 'replace')}")
        words = spaced(text)
        return frozenset(
            (
                *self._words.within(words),
                *self._phrases.within(squeezed(words)),
                *self._addresses.within(text.encode("utf-8", "replace")),
            )
        )


def surely_unsaid(telltales: Iterable[Telltale], said: Said) -> Mapping[str, Telltale]:
    """The words that are no stem of a published word, each with its telltale: an index holds only stems."""
    published = frozenset(word[:STEM] for word in said.vocabulary)
    words_alone = (one for one in telltales if one.kind is Kind.WORD)
    return {one.shown: one for one in words_alone if one.pattern[1 : STEM + 1] not in published}


class _Patterns(Generic[One]):
    def __init__(self, patterns: Iterable[One]) -> None:
        self._patterns = tuple(patterns)
        wanted = [one.pattern for one in self._patterns]
        self._automaton = BytesAhoCorasick(wanted) if wanted else None

    def within(self, data: bytes) -> Iterator[One]:
        if self._automaton is None:
            return
        for index, start, end in self._automaton.find_matches_as_indexes(data, overlapping=True):
            one = self._patterns[index]
            if one.kind is not Kind.ADDRESS or _stands_alone(data, start, end):
                yield one


def _stands_alone(data: bytes, start: int, end: int) -> bool:
    """Whether an id or path is not the middle of a longer one."""
    begins, ends = data[start - 1] if start else 0, data[end] if end < len(data) else 0
    return not ((begins in _NAMES and data[start] in _NAMES) or (ends in _NAMES and data[end - 1] in _NAMES))
