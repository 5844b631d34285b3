"""A large value that changes little at a time: written once, and from then on only what has changed."""

import os
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from msgspec import Struct

from generator.memo.store import Store

K = TypeVar("K")
V = TypeVar("V")
_TOKEN = 16


class Grown(Struct, frozen=True):
    """A value as it was once, and all that has changed since."""

    token: bytes
    """By which it is known that the two belong together."""
    mark: bytes
    """What the last change was marked with."""
    whole: bytes
    since: bytes
    """Empty where nothing has changed."""


class Latest(Struct, frozen=True):
    """What has changed since a value was kept as a whole, as it was kept last."""

    token: bytes
    mark: bytes
    since: bytes


def read(store: Store, step: str, key: bytes) -> Grown | None:
    """What is kept of a value; None where nothing is, or not both parts of it."""
    whole, last = store.get_alone(step, key), latest(store, step, key)
    if whole is None or last is None or whole[:_TOKEN] != last.token:
        return None
    return Grown(last.token, last.mark, whole[_TOKEN:], last.since)


def latest(store: Store, step: str, key: bytes) -> Latest | None:
    """The same of a value without reading the whole; None where nothing is kept."""
    since = store.get_alone(_since(step), key)
    if since is None:
        return None
    return Latest(since[:_TOKEN], since[_TOKEN : 2 * _TOKEN], since[2 * _TOKEN :])


def new_mark() -> bytes:
    """What tells one change from all others."""
    return os.urandom(_TOKEN)


def put_whole(store: Store, step: str, key: bytes, whole: bytes, mark: bytes) -> None:
    """Keep a value as a whole."""
    token = os.urandom(_TOKEN)
    store.put(step, key, token + whole)
    store.put(_since(step), key, token + mark)


def put_since(store: Store, step: str, key: bytes, token: bytes, since: bytes, mark: bytes) -> None:
    """Keep all that has changed since the value with this token was kept as a whole."""
    store.put(_since(step), key, token + mark + since)


def new_in(before: Mapping[K, V], now: Mapping[K, V], plain: Callable[[V], Any]) -> dict[K, Any]:
    """What is another value in a mapping than it was, as plain values, and None for what is gone."""
    pairs = ((key, before.get(key), value) for key, value in now.items())
    changed = {key: plain(value) for key, was, value in pairs if was is not value and was != value}
    return changed | dict.fromkeys(before.keys() - now.keys())


def _since(step: str) -> str:
    return f"{step} since"
