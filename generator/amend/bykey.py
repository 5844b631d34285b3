"""An archive of which only those documents are read that somebody looks at."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cached_property, partial
from typing import Any, Generic, TypeVar

from generator.amend.left import Left
from generator.amend.tables import COUNTED, LISTED, OF_DOCUMENTS, OF_FACTS, OF_IDS
from generator.memo.codec import Codec
from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.fact import Fact, document_id_of
from generator.model.prose import Prose
from generator.model.reference import foremost_of, holdings_of, reference_to
from generator.model.topic import Measure

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class ByKey(Archive):
    """The archive that a build has left: what is asked of it as a whole is worked out of all documents."""

    def __init__(
        self,
        plain: Archive,
        left: Left,
        measures: Mapping[str, Measure],
        document: Callable[[str], Document],
        text: Callable[[str], Prose],
        codec: Codec,
    ) -> None:
        """All but its documents and measures is that of `plain`."""
        known: dict[str, Any] = {field.name: getattr(plain, field.name) for field in fields(Archive)}
        documents = Table(document, lambda: left.ids)
        known |= {
            "document": documents,
            "documents": WholeRow(lambda: tuple(map(documents.__getitem__, left.ids))),
            "texts": Table(text, lambda: left.ids),
            "reference": Table(lambda id: reference_to(documents[id]), lambda: left.ids),
            "neighbours": Table(partial(_neighbours, left), lambda: left.ids),
            "fact": Table(self._fact, lambda: (fact.id for fact in self.facts)),
            "measures": measures,
        }
        for name in OF_IDS:
            known[name] = _grouped(left, name, lambda _, ids: tuple(ids))
        for name in OF_DOCUMENTS:
            known[name] = _grouped(left, name, lambda _, ids: tuple(map(documents.__getitem__, ids)))
        known[OF_FACTS] = _grouped(left, OF_FACTS, self._facts_of)
        for name, kind in COUNTED.items():
            known[name] = _counted(left, codec, name, kind)
        for name, kind in LISTED.items():
            known[name] = WholeRow(partial(_listed, left, codec, name, kind))
        days = known["by_day"]
        known |= {
            "day_page": Table(lambda day: urls.day_url(day) if day in days else _none(day), lambda: days),
            "holdings": Table(lambda day: holdings_of(days[day]), lambda: days),
            "foremost": Table(lambda day: foremost_of(days[day]), lambda: days),
        }
        # Not by assignment, which a frozen archive forbids. What is not known by key is worked out when it is
        # wanted, as an archive always does.
        self.__dict__.update(known)
        self.__dict__.update({name: _later(name, self) for name in _WORKED_OUT if name not in known})

    def _fact(self, id: str) -> Fact:
        found = self.document[document_id_of(id)]
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


def _grouped(left: Left, name: str, made: Callable[[Any, Iterable[str]], V]) -> Table[Any, V]:
    """A table by what stands with each of its keys: the places of documents."""

    def one(key: Any) -> V:
        places = left.group(name, key)
        return _none(key) if places is None else made(key, map(left.ids.__getitem__, places))

    return Table(one, lambda: left.keys(name))


def _counted(left: Left, codec: Codec, name: str, kind: Any) -> Table[str, Any]:
    def one(key: str) -> Any:
        content = left.counted(name, key)
        return _none(key) if content is None else codec.decode(kind, content)

    return Table(one, lambda: left.whole(name))


def _listed(left: Left, codec: Codec, name: str, kind: Any) -> Sequence[Any]:
    found: Sequence[Any] = codec.decode(kind, left.whole(name))
    return found


def _neighbours(left: Left, id: str) -> tuple[str | None, str | None]:
    kept = left.document(id) or _none(id)
    row = (None, *left.ids[max(kept.place - 1, 0) : kept.place + 2], None)
    at = row.index(id)
    return row[at - 1], row[at + 1]


def _none(key: object) -> Any:
    raise KeyError(key)
