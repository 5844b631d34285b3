"""Who asserts a fact, when one actor speaks for another."""

from collections.abc import Mapping


def origin_of(actor: str, speaks_for: Mapping[str, str | None]) -> str:
    """The actor whose claims these are when `actor` speaks, followed to the end.

    Where actors speak for each other in a loop, the smallest id of the loop stands for all of them, so
    that the answer does not hang on where one came in; a check reports the loop.
    """
    path: dict[str, None] = {}
    while actor not in path:
        path[actor] = None
        following = speaks_for.get(actor)
        if following is None:
            return actor
        actor = following
    loop = list(path)[list(path).index(actor) :]
    return min(loop)
