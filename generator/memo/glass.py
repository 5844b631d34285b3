"""A glass over the archive and its verdicts: it shows all of them, and notes what was looked at."""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cached_property
from typing import Any, TypeVar

from generator.memo.looks import Before, Look, Looked, Numbers
from generator.memo.pieces import Pieces, name_of
from generator.model.archive import Archive
from generator.model.verdict import Judged

T = TypeVar("T")

ALL, KEYS = ("*",), ("*", "keys")
"""Stand for a key where a table was looked at as a whole, or only for what is in it."""
VERDICTS = ("now", "history")


class Glass(Archive):
    """An archive seen through a glass, which notes what is looked at."""

    judged: Judged
    """The verdicts, behind the same glass."""

    def __init__(
        self, archive: Archive, judged: Judged, pieces: Pieces | None = None, before: Before | None = None
    ) -> None:
        """Over an archive and its verdicts; `pieces` are kept from one build to the next.

        Looks that were taken `before` are numbered as they were then, and so those of the pieces are.
        """
        shown = {name: getattr(archive, name) for name in TABLES}
        all: list[Look] = []
        numbers = {name: Numbers(name, all, before) for name in (*TABLES, *VERDICTS)}
        tables = {name: _noting(value, numbers[name]) for name, value in shown.items() if _is_table(value)}
        now, history = (_Table(getattr(judged, name), numbers[name]) for name in VERDICTS)
        # Not by assignment, which a frozen archive forbids; and what stands here is found before everything
        # that the class says of it, so that a table is reached as quickly as without a glass.
        self.__dict__.update(tables)
        self.__dict__.update(
            _plain={name: value for name, value in shown.items() if name not in tables},
            _noting=[*tables.values(), now, history],
            _all=all,
            _told=0,
            _whole={name: numbers[name] for name in PLAIN},
            _before=before,
            _looks=set(),
            _shared={},
            _rows={},
            _pieces=pieces,
            judged=Judged(now, history),
        )

    def __getstate__(self) -> dict[str, Any]:
        """For another process, which works out for itself what pages share."""
        return self.__dict__ | {"_shared": {}}

    def looked(self) -> frozenset[Look]:
        """What was looked at since the last time that this was asked, or was handed over.

        Looks that were taken `before` are left out: a glass knows their numbers, and not their words.
        """
        start = self._before.count if self._before else 0
        return frozenset(self._all[number - start] for number in self._taken() if number >= start)

    def handed_over(self) -> Looked:
        """The same by numbers, and those that were taken `before` with them."""
        looks = self._taken()
        new = tuple(self._all[self._told :])
        self.__dict__["_told"] = len(self._all)
        return Looked.of(new, looks, self._pieces.taken() if self._pieces else ())

    def _taken(self) -> set[int]:
        """The numbers of what was looked at, noted no longer; none of it is gone through again."""
        looks = self._looks
        for table in self._noting:
            if table.keys_seen:
                looks.update(map(table.numbers.__getitem__, table.keys_seen))
                table.keys_seen.clear()
        self.__dict__["_looks"] = set()
        return looks

    def row(self, name: str, row: Sequence[T]) -> Sequence[T]:
        """Something else to look at, as a whole."""
        found = self._rows.get(name)
        if found is None:
            found = self._rows[name] = _Row(row, Numbers(name, self._all, self._before))
            self._noting.append(found)
        return found

    def once(self, key: "Key", make: Callable[[], T], *, is_kept: bool = False) -> T:
        """A value that several files share: whoever asks for it has looked at all that it was made of."""
        known = self._shared
        if key not in known:
            pieces = self._pieces if is_kept else None
            known[key] = (self._recalled(key, pieces) if pieces else None) or self._made(key, make, pieces)
        value: T = known[key][0]
        self._looks.update(known[key][1])
        return value

    def _made(self, key: "Key", make: Callable[[], T], pieces: Pieces | None) -> tuple[T, "array[int]"]:
        before = self._taken()
        value, numbers = make(), array("I", self._taken())
        self.__dict__["_looks"] = before
        if pieces:
            pieces.add(name_of(*key), key[0], value, numbers)
        return value, numbers

    def _recalled(self, key: "Key", pieces: Pieces) -> tuple[Any, "array[int]"] | None:
        """The value as it was made in an earlier build, where it would be the same now."""
        found = pieces.known(name_of(*key), key[0])
        if found is None or self._before:
            return found
        value, places = found
        return value, array("I", map(self._number, pieces.looks_at(places)))

    def _number(self, look: Look) -> int:
        name, key = look
        if name in self._whole:
            return self._whole[name][key]
        if name in self._rows:
            return self._rows[name].numbers[key]
        number: int = getattr(self.judged if name in VERDICTS else self, name).numbers[key]
        return number

    _plain: dict[str, Any]
    _noting: list[Any]
    _rows: dict[str, "_Row"]
    _all: list[Look]
    """All that was ever looked at, each look once: its place is its number."""
    _before: Before | None
    _told: int
    """How many of them were handed over."""
    _whole: dict[str, Numbers]
    _looks: set[int]
    _shared: dict["Key", Any]
    _pieces: Pieces | None


Key = tuple[Callable[..., Any], tuple[Any, ...]]
"""The function that works a value out, and its keys."""


class _Table(Mapping[Any, Any]):
    """A mapping that notes which of its keys were asked for."""

    __slots__ = ("_table", "keys_seen", "numbers")

    def __init__(self, table: Mapping[Any, Any], numbers: Numbers) -> None:
        self._table, self.numbers = table, numbers
        self.keys_seen: set[Any] = set()

    def __getitem__(self, key: Any) -> Any:
        self.keys_seen.add(key)
        return self._table[key]

    def get(self, key: Any, default: Any = None) -> Any:
        self.keys_seen.add(key)
        return self._table.get(key, default)

    def __contains__(self, key: object) -> bool:
        self.keys_seen.add(key)
        return key in self._table

    def __iter__(self) -> Iterator[Any]:
        self.keys_seen.add(KEYS)
        return iter(self._table)

    def __len__(self) -> int:
        self.keys_seen.add(KEYS)
        return len(self._table)


class _Row(Sequence[Any]):
    """A sequence that notes that it was looked at, as a whole."""

    __slots__ = ("_row", "keys_seen", "numbers")

    def __init__(self, row: Sequence[Any], numbers: Numbers) -> None:
        self._row, self.numbers = row, numbers
        self.keys_seen: set[Any] = set()

    def __getitem__(self, place: Any) -> Any:
        self.keys_seen.add(ALL)
        return self._row[place]

    def __len__(self) -> int:
        self.keys_seen.add(ALL)
        return len(self._row)

    def __iter__(self) -> Iterator[Any]:
        self.keys_seen.add(ALL)
        return iter(self._row)


def _is_table(value: Any) -> bool:
    return isinstance(value, Mapping | Sequence)


def _noting(value: Any, numbers: Numbers) -> _Table | _Row:
    return _Table(value, numbers) if isinstance(value, Mapping) else _Row(value, numbers)


def _seen_through(name: str) -> Any:
    def see(glass: Glass) -> Any:
        glass.__dict__["_looks"].add(glass.__dict__["_whole"][name][ALL])
        return glass.__dict__["_plain"][name]

    return property(see)


TABLES = (
    *(field.name for field in fields(Archive)),
    *(name for name, value in vars(Archive).items() if isinstance(value, cached_property)),
)
"""Everything that an archive shows."""

PLAIN = ("site", "awaited", "moment", "today")
"""What an archive shows that is no table: each counts as a whole."""

for _name in PLAIN:
    setattr(Glass, _name, _seen_through(_name))


def looked_up(archive: Archive, judged: Judged, look: Look) -> Any:
    """What somebody saw who looked there; None where nothing was."""
    name, key = look
    table = getattr(judged if name in VERDICTS else archive, name)
    if key == ALL:
        return table
    return tuple(table) if key == KEYS else table.get(key)
