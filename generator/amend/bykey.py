"""An archive of which only those documents are read that somebody looks at."""

from array import array
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cached_property, partial
from typing import Any, Generic, TypeVar

from generator.amend.leaving import DOCUMENTS, FACTS, IDS
from generator.model import urls
from generator.model.archive import Archive, neighbours_of
from generator.model.document import Document
from generator.model.fact import Fact
from generator.model.prose import Prose
from generator.model.reference import foremost_of, holdings_of, reference_to

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class ByKey(Archive):
    """The archive that a build has left: what is asked of it as a whole is worked out of all documents."""

    def __init__(
        self,
        plain: Archive,
        ids: Sequence[str],
        document: Callable[[str], Document],
        text: Callable[[str], Prose],
        groups: Callable[[str], Mapping[Any, "array[int]"]],
    ) -> None:
        """All but its documents are those of `plain`; of each group the places of documents are known."""
        there = dict.fromkeys(ids)
        known: dict[str, Any] = {field.name: getattr(plain, field.name) for field in fields(Archive)}
        documents = Keyed(document, there)
        known |= {
            "document": documents,
            "documents": WholeRow(lambda: tuple(map(documents.__getitem__, ids))),
            "texts": Keyed(text, there),
            "reference": Keyed(lambda id: reference_to(documents[id]), there),
            "neighbours": neighbours_of(ids),
            "fact": Table(self._fact, lambda: (fact.id for fact in self.facts)),
        }
        for name in IDS:
            known[name] = _grouped(groups(name), lambda places: tuple(ids[place] for place in places))
        for name in DOCUMENTS:
            known[name] = _grouped(
                groups(name), lambda places: tuple(documents[ids[place]] for place in places)
            )
        measured = groups(FACTS)
        known[FACTS] = Keyed(
            lambda key: self._facts_of(key, [ids[place] for place in measured[key]]), measured
        )
        days = known["by_day"]
        known |= {
            "day_page": {day: urls.day_url(day) for day in days},
            "holdings": Keyed(lambda day: holdings_of(days[day]), days),
            "foremost": Keyed(lambda day: foremost_of(days[day]), days),
        }
        # Not by assignment, which a frozen archive forbids. What is not known by key is worked out when it is
        # wanted, as an archive always does.
        self.__dict__.update(known)
        self.__dict__.update({name: _later(name, self) for name in _WORKED_OUT if name not in known})

    def _fact(self, id: str) -> Fact:
        found = self.document[id.partition("#")[0]]
        return next((fact for fact in found.facts if fact.id == id), None) or _none(id)

    def _facts_of(self, measure: str, ids: Iterable[str]) -> tuple[Fact, ...]:
        return tuple(fact for id in ids for fact in self.document[id].facts if fact.measure == measure)


class Table(Mapping[K, V], Generic[K, V]):
    """A mapping whose values are worked out one by one; `one` raises KeyError where there is none."""

    def __init__(self, one: Callable[[K], V], keys: Callable[[], Iterable[K]]) -> None:
        self._one = one
        self._keys = keys
        self._known: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        if key not in self._known:
            self._known[key] = self._one(key)
        return self._known[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys())

    def __len__(self) -> int:
        return sum(1 for _ in self._keys())


class Keyed(Table[K, V]):
    """One whose keys are at hand."""

    def __init__(self, one: Callable[[K], V], keys: Collection[K]) -> None:
        super().__init__(lambda key: one(key) if key in keys else _none(key), lambda: keys)


class WholeTable(Mapping[K, V]):
    """A mapping that is worked out as soon as anything of it is wanted."""

    def __init__(self, make: Callable[[], Mapping[K, V]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Mapping[K, V]:
        return self._make()

    def __getitem__(self, key: K) -> V:
        return self._made[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


class WholeRow(Sequence[V]):
    """A row that is worked out as soon as anything of it is wanted."""

    def __init__(self, make: Callable[[], Sequence[V]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Sequence[V]:
        return self._make()

    def __getitem__(self, place: Any) -> Any:
        return self._made[place]

    def __len__(self) -> int:
        return len(self._made)


_WORKED_OUT = {name: value for name, value in vars(Archive).items() if isinstance(value, cached_property)}


def _later(name: str, archive: Archive) -> WholeTable[Any, Any] | WholeRow[Any]:
    found = _WORKED_OUT[name]
    make = partial(found.func, archive)
    return WholeTable(make) if "Mapping" in str(found.func.__annotations__["return"]) else WholeRow(make)


def _grouped(groups: Mapping[K, "array[int]"], made: Callable[["array[int]"], V]) -> Keyed[K, V]:
    return Keyed(lambda key: made(groups[key]), groups)


def _none(key: object) -> Any:
    raise KeyError(key)
