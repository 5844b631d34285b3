"""Frozen values to bytes and back, by the types that their classes declare; nothing is ever executed."""

import marshal
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple

from generator.memo.values import fields_of, is_kind

Way = Callable[[Any], Any]

_FORM = 2
"""Of marshal: the last one in which equal values always give equal bytes."""
_PLAIN = (str, int, bool, bytes, float, type(None))
_TEXTS: Mapping[type, tuple[Way, Way]] = {
    Decimal: (str, Decimal),
    datetime: (datetime.isoformat, datetime.fromisoformat),
    date: (date.isoformat, date.fromisoformat),
}
_WORDS: tuple[type, ...] = (Decimal, datetime, date, str, int)
"""Types that may stand beside each other in a union; their place here is their mark."""


class Ways(NamedTuple):
    """How values of a type become plain and how they come back; None where they are plain already."""

    plain: Way | None
    value: Way | None


class Codec:
    """Values of any declared type as bytes. `apart` says how values of some types become plain instead."""

    def __init__(self, apart: Mapping[Any, Ways] | None = None) -> None:
        self._ways: dict[Any, Ways] = dict(apart or {})

    def encode(self, kind: Any, value: Any) -> bytes:
        """A value as bytes, the same for equal values. Raises TypeError for a type that cannot be kept."""
        return self.pack(self.ways(kind), value)

    def decode(self, kind: Any, content: bytes) -> Any:
        """The value again. Raises whatever bytes of another origin provoke."""
        return self.unpack(self.ways(kind), content)

    def pack(self, ways: Ways, value: Any) -> bytes:
        """The bytes of a value by its ways."""
        plain = ways.plain(value) if ways.plain and value is not None else value
        try:
            return marshal.dumps(plain, _FORM)
        except ValueError:  # a member of an enumeration stands where a word was declared
            return marshal.dumps(_words(plain), _FORM)

    def unpack(self, ways: Ways, content: bytes) -> Any:
        """A value by its ways."""
        plain = marshal.loads(content)  # noqa: S302 -- makes plain values only; nothing is run
        return ways.value(plain) if ways.value and plain is not None else plain

    def ways(self, kind: Any) -> Ways:
        """The ways for a declared type."""
        found = self._ways.get(kind)
        if found is None:
            found = self._ways[kind] = _ways(kind, self.ways)
        return found

    def within(self, kind: Any) -> Ways:
        """The ways of the parts of a kind that is itself set apart."""
        return _ways(kind, self.ways)


def _words(plain: Any) -> Any:
    """The same with every word as nothing but a word."""
    if isinstance(plain, list | tuple):
        return type(plain)(map(_words, plain))
    return str(plain) if isinstance(plain, str) else plain


def _ways(kind: Any, ways: Callable[[Any], Ways]) -> Ways:
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Ways(lambda member: member.value, {member.value: member for member in kind}.__getitem__)
    if kind in _PLAIN:
        return Ways(None, None)
    if kind in _TEXTS:
        return Ways(*_TEXTS[kind])
    if is_kind(kind):
        return _of_value(kind, ways)
    if origin in (typing.Union, types.UnionType):
        return _of_union(tuple(one for one in inside if one is not type(None)), ways)
    if origin is tuple:
        return _of_many(inside[0], tuple, ways) if inside[-1] is Ellipsis else _of_places(inside, ways)
    if origin is Sequence:
        return _of_many(inside[0], tuple, ways)
    if origin in (AbstractSet, frozenset):
        return _of_many(inside[0], frozenset, ways)
    if origin in (Mapping, dict):
        return _of_mapping(inside[0], inside[1], ways)
    raise TypeError(f"{kind} cannot be kept")


def _of_value(kind: Any, ways: Callable[[Any], Ways]) -> Ways:
    made: list[tuple[Way, Way]] = []

    def both() -> tuple[Way, Way]:
        if not made:  # only now, so that a class may hold values of its own kind
            made.append(_written_out(kind, ways))
        return made[0]

    def plain(value: Any) -> Any:
        return both()[0](value)

    def value(listed: Any) -> Any:
        return both()[1](listed)

    return Ways(plain, value)


def _written_out(kind: Any, ways: Callable[[Any], Ways]) -> tuple[Way, Way]:
    """The ways of a frozen value as one expression each: a loop is slower."""
    hints = typing.get_type_hints(kind)
    known: dict[str, Any] = {"kind": kind}
    plain, value = [], []
    for at, name in enumerate(fields_of(kind)):
        way, optional = ways(hints[name]), type(None) in typing.get_args(hints[name])
        known |= {f"plain{at}": way.plain, f"value{at}": way.value}
        plain.append(_call(f"plain{at}" if way.plain else "", f"it.{name}", optional=optional))
        call = _call(f"value{at}" if way.value else "", f"it[{at}]", optional=optional)
        value.append(f"{name}={call}")
    return _lambda(f"[{', '.join(plain)}]", known), _lambda(f"kind({', '.join(value)})", known)


def _call(way: str, what: str, *, optional: bool) -> str:
    if not way:
        return what
    return f"None if {what} is None else {way}({what})" if optional else f"{way}({what})"


def _lambda(text: str, known: dict[str, Any]) -> Way:
    way: Way = eval(f"lambda it: {text}", known)  # noqa: S307 -- names of our own fields, nothing else
    return way


def _of_union(kinds: tuple[Any, ...], ways: Callable[[Any], Ways]) -> Ways:
    if len(kinds) == 1:
        return ways(kinds[0])
    if not all(kind in _WORDS for kind in kinds):
        raise TypeError(f"one of {kinds} cannot be kept")

    known = tuple(map(ways, _WORDS))

    def plain(value: Any) -> list[Any]:
        mark = next(at for at, kind in enumerate(_WORDS) if isinstance(value, kind))
        way = known[mark].plain
        return [mark, way(value) if way else value]

    def value(marked: list[Any]) -> Any:
        way = known[marked[0]].value
        return way(marked[1]) if way else marked[1]

    return Ways(plain, value)


def _of_many(kind: Any, held: Callable[[Any], Any], ways: Callable[[Any], Ways]) -> Ways:
    way = ways(kind)
    ordered: Way = sorted if held is frozenset else list

    if way.plain is None or way.value is None:
        return Ways(ordered, held)
    to_plain, to_value = way.plain, way.value
    return Ways(
        lambda values: list(map(to_plain, ordered(values))), lambda listed: held(map(to_value, listed))
    )


def _of_places(kinds: tuple[Any, ...], ways: Callable[[Any], Ways]) -> Ways:
    """The ways of a tuple as one expression each, for the same reason."""
    known: dict[str, Any] = {}
    plain, value = [], []
    for at, kind in enumerate(kinds):
        way, optional = ways(kind), type(None) in typing.get_args(kind)
        known |= {f"plain{at}": way.plain, f"value{at}": way.value}
        plain.append(_call(f"plain{at}" if way.plain else "", f"it[{at}]", optional=optional))
        value.append(_call(f"value{at}" if way.value else "", f"it[{at}]", optional=optional))
    return Ways(_lambda(f"[{', '.join(plain)}]", known), _lambda(f"({', '.join(value)},)", known))


def _of_mapping(key: Any, kind: Any, ways: Callable[[Any], Ways]) -> Ways:
    to_plain, to_value = _of_places((key, kind), ways)
    if to_plain is None or to_value is None:
        return Ways(lambda mapping: list(mapping.items()), dict)
    return Ways(
        lambda mapping: list(map(to_plain, mapping.items())), lambda listed: dict(map(to_value, listed))
    )
