"""A glass over the archive and its verdicts: it shows all of them, and notes what was looked at."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cached_property
from typing import Any, TypeVar

from generator.model.archive import Archive
from generator.model.verdict import Judged

T = TypeVar("T")
Look = tuple[str, Any]
"""A table of the archive or the verdicts, and the key that was looked up in it."""

ALL, KEYS = ("*",), ("*", "keys")
"""Stand for a key where a table was looked at as a whole, or only for what is in it."""
VERDICTS = ("now", "history")


class Glass(Archive):
    """An archive seen through a glass. `looks` holds what was looked at since it was last cleared."""

    looks: set[Look]
    judged: Judged
    """The verdicts, behind the same glass."""

    def __init__(self, archive: Archive, judged: Judged) -> None:
        looks: set[Look] = set()
        seen = Judged(_Table("now", judged.now, looks), _Table("history", judged.history, looks))
        # Not by assignment, which a frozen archive forbids.
        self.__dict__.update(_base=archive, looks=looks, judged=seen, _tables={}, _shared={})

    def looked(self) -> frozenset[Look]:
        """What was looked at since the last time that this was asked."""
        looks = frozenset(self.looks)
        self.looks.clear()
        return looks

    def row(self, name: str, row: Sequence[T]) -> Sequence[T]:
        """Something else to look at, as a whole."""
        return _Row(name, row, self.looks)

    def once(self, key: Any, make: Callable[[], T]) -> T:
        """A value that several pages share: whoever asks for it has looked at all that it was made of."""
        known = self.__dict__["_shared"]
        if key not in known:
            before = self.looked()
            known[key] = make(), self.looked()
            self.looks.update(before)
        value: T = known[key][0]
        self.looks.update(known[key][1])
        return value


def once_for(archive: Archive, judged: Judged, key: Hashable, make: Callable[[], T]) -> T:
    """What `make` returns, worked out once for an archive, its verdicts and a key."""
    if isinstance(archive, Glass):
        return archive.once(key, make)
    known: dict[Any, T] = archive.__dict__.setdefault("_shared", {})
    if (key, id(judged)) not in known:
        known[key, id(judged)] = make()
    return known[key, id(judged)]


class _Table(Mapping[Any, Any]):
    """A mapping that notes which of its keys were asked for."""

    __slots__ = ("_looks", "_name", "_table")

    def __init__(self, name: str, table: Mapping[Any, Any], looks: set[Look]) -> None:
        self._name, self._table, self._looks = name, table, looks

    def __getitem__(self, key: Any) -> Any:
        self._looks.add((self._name, key))
        return self._table[key]

    def get(self, key: Any, default: Any = None) -> Any:
        self._looks.add((self._name, key))
        return self._table.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._looks.add((self._name, key))
        return key in self._table

    def __iter__(self) -> Iterator[Any]:
        self._looks.add((self._name, KEYS))
        return iter(self._table)

    def __len__(self) -> int:
        self._looks.add((self._name, KEYS))
        return len(self._table)


class _Row(Sequence[Any]):
    """A sequence that notes that it was looked at, as a whole."""

    __slots__ = ("_looks", "_name", "_row")

    def __init__(self, name: str, row: Sequence[Any], looks: set[Look]) -> None:
        self._name, self._row, self._looks = name, row, looks

    def __getitem__(self, place: Any) -> Any:
        self._looks.add((self._name, ALL))
        return self._row[place]

    def __len__(self) -> int:
        self._looks.add((self._name, ALL))
        return len(self._row)

    def __iter__(self) -> Iterator[Any]:
        self._looks.add((self._name, ALL))
        return iter(self._row)


def _seen_through(name: str) -> Any:
    def see(glass: Glass) -> Any:
        tables = glass.__dict__["_tables"]
        if name not in tables:
            value = getattr(glass.__dict__["_base"], name)
            kind = _Table if isinstance(value, Mapping) else _Row if isinstance(value, tuple) else None
            tables[name] = kind(name, value, glass.looks) if kind else value
        value = tables[name]
        if not isinstance(value, _Table | _Row):
            glass.looks.add((name, ALL))
        return value

    return property(see)


TABLES = (
    *(field.name for field in fields(Archive)),
    *(name for name, value in vars(Archive).items() if isinstance(value, cached_property)),
)
"""Everything that an archive shows."""

for _name in TABLES:
    setattr(Glass, _name, _seen_through(_name))


def looked_up(archive: Archive, judged: Judged, look: Look) -> Any:
    """What somebody saw who looked there; None where nothing was."""
    name, key = look
    table = getattr(judged if name in VERDICTS else archive, name)
    if key == ALL:
        return table
    return tuple(table) if key == KEYS else table.get(key)
