"""Loops among things that lead to one another."""

from collections.abc import Iterator, Mapping, Sequence


def loops(leads: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """A loop for each step that leads back to where one came from, its last entry the one that steps back.

    Every step is taken once, and a chain may be of any length.
    """
    done: set[str] = set()
    for start in leads:
        path: dict[str, Iterator[str]] = {} if start in done else {start: iter(leads[start])}
        while path:
            at = next(reversed(path))
            following = next(path[at], None)
            if following is None:
                done.add(at)
                del path[at]
            elif following in path:
                chain = list(path)
                yield tuple(chain[chain.index(following) :])
            elif following not in done:
                path[following] = iter(leads.get(following, ()))
