"""What a build leaves by which the next one can take the short way."""

import marshal
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from generator.assemble import Assembled
from generator.books import place_of
from generator.examined import Examined
from generator.making import PAGE, Maker
from generator.memo import Memory, grown
from generator.memo.counted import counted
from generator.memo.keeping import Keeping
from generator.memo.looks import key_of, plain_of
from generator.memo.row import each
from generator.memo.store import Store
from generator.model.archive import Archive
from generator.model.asset import Asset
from generator.model.page import file_of
from generator.read.alike import bands
from generator.read.discover import InputFile
from generator.still import Last

_STEP = "left"
_FORM = 2
FEW = 0.05
"""The share of documents up to which only those are written down that have other texts."""
IDS = ("by_actor", "concerning", "made_by")
"""Tables of an archive that hold ids of documents."""
DOCUMENTS = ("by_day", "by_source", "by_topic", "covering")
"""Tables that hold documents."""
FACTS = "facts_of"
"""The table of facts: with each key stand the documents that have them."""
THINGS = ("actors", "sources", "topics")


class Kept(NamedTuple):
    """What is known of a document."""

    id: str
    path: str
    digest: str
    """Of its file."""
    front: bytes
    """Of its front matter."""
    document: bytes
    """Of what its file says, but for its text."""
    text: bytes
    """Of its text, links led, by which it is kept."""
    has: tuple[bool, ...]
    """Of what its text has any."""


class Rest(NamedTuple):
    """What is wanted only where the short way is taken."""

    bands: list[bytes]
    """Of the text of each document, joined."""
    alike: list[int]
    """The places of documents whose texts may be nearly the same as others."""
    groups: Mapping[str, list[tuple[Any, bytes]]]
    """By table and key: the places of documents."""
    led: Mapping[str, Mapping[str, bytes]]
    """By kind and id: what is otherwise in the archive than its file alone says."""
    plan: list[Any]
    """The maker of each file."""
    assets: list[str]
    """The files of the assets that are published."""


@dataclass(frozen=True)
class Left:
    """What a build has left. Its moment and the one until which it holds are ISO 8601."""

    around: bytes
    moment: str | None
    until: str
    told: tuple[Any, ...]
    documents: list[Kept]
    """In the order of the archive."""
    content: bytes
    """The rest, as it was written last."""
    amended: Mapping[int, tuple[Kept, bytes]] = field(default_factory=dict)
    """By their places: the documents that have other texts since then, and the bands of these."""
    token: bytes = b""
    """Of what was written last."""
    mark: bytes = b""
    """Of the build that has left it."""

    @cached_property
    def rest(self) -> Rest:
        """What is wanted only where the short way is taken."""
        rest = Rest(*marshal.loads(self.content))  # noqa: S302 -- makes plain values only; nothing is run
        for place, (_, drawn) in self.amended.items():
            rest.bands[place] = drawn
        return rest

    @cached_property
    def last(self) -> Last:
        """What there was to say of the build."""
        return Last.of(self.told)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Paths of the pages that may be listed."""
        return tuple(path for path, _, listed, _ in self._pages if listed)

    @property
    def searched(self) -> list[str]:
        """Files of the pages that the search finds."""
        return [file_of(path) for path, _, _, searched in self._pages if searched]

    def maker(self, path: str) -> Maker | None:
        """The maker of a file; None where there is none of this path."""
        place = self._places.get(path)
        return None if place is None else key_of(self.rest.plan[place])

    def group(self, name: str) -> dict[Any, "array[int]"]:
        """A table of the archive: with each key, the places of documents."""
        return {key_of(key): array("I", places) for key, places in self.rest.groups[name]}

    def holds(self, moment: datetime | None) -> bool:
        """Whether time alone has changed nothing since."""
        if moment is None or self.moment is None:
            return moment is None and self.moment is None
        return datetime.fromisoformat(self.moment) <= moment < datetime.fromisoformat(self.until)

    def with_texts(self, amended: Mapping[int, tuple[Kept, bytes]]) -> "Left":
        """After a build in which only the documents at these places have other texts, with other bands."""
        return replace(self, amended={**self.amended, **amended})

    @property
    def _pages(self) -> Iterator[tuple[str, str, bool, bool]]:
        return (about for kind, about, *_ in self.rest.plan if kind == PAGE)

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where the maker of each file stands."""
        plan = enumerate(self.rest.plan)
        return {file_of(about[0]) if kind == PAGE else about[0]: place for place, (kind, about, *_) in plan}


def leave(store: Store, output: Path, left: Left | None, mark: bytes) -> None:
    """Keep what a build into an output folder has left, which closed its books with this mark."""
    place = place_of(output)
    if left is not None and left.token and len(left.amended) <= FEW * len(left.documents):
        since = {at: (tuple(kept), drawn) for at, (kept, drawn) in left.amended.items()}
        grown.put_since(store, _STEP, place, left.token, marshal.dumps(since, _FORM), mark)
        return
    content = b""
    if left is not None:
        documents = list(left.documents)
        for at, (kept, _) in left.amended.items():
            documents[at] = kept
        content = marshal.dumps(
            (
                left.around,
                left.moment,
                left.until,
                left.told,
                [tuple(one) for one in documents],
                _packed(left.rest) if left.amended else left.content,
            ),
            _FORM,
        )
    grown.put_whole(store, _STEP, place, content, mark)


def what_was_left(store: Store, output: Path) -> Left | None:
    """What the last build into an output folder has left; None where that is nothing that can be read."""
    kept = grown.read(store, _STEP, place_of(output))
    if kept is None or not kept.whole:
        return None
    try:
        around, moment, until, told, documents, rest = marshal.loads(kept.whole)  # noqa: S302 -- see above
        since = marshal.loads(kept.since) if kept.since else {}  # noqa: S302 -- see above
        amended = {place: (Kept(*one), drawn) for place, (one, drawn) in since.items()}
        there = [Kept(*one) for one in documents]
        for place, (one, _) in amended.items():
            there[place] = one
    except (EOFError, ValueError, TypeError, IndexError, AttributeError):
        return None
    return Left(around, moment, until, told, there, rest, amended, kept.token, kept.mark)


def left_of(
    examined: Examined,
    keeping: Keeping,
    around: bytes,
    last: Last,
    plan: Iterable[Maker],
    assets: Iterable[Asset],
) -> Left | None:
    """What a build leaves; None where documents are left out, which any text could give away."""
    archive, assembled, memory = examined.archive, examined.assembled, examined.memory
    if assembled.absent:
        return None
    drawn = each(memory, bands, archive.texts_in_order, plain=True)
    shared = counted(memory, bands, drawn).several
    return Left(
        around,
        archive.moment.isoformat() if archive.moment else None,
        examined.until.isoformat(),
        last.plain,
        _documents(archive, assembled, memory, keeping),
        _packed(
            Rest(
                [b"".join(its) for its in drawn],
                [place for place, its in enumerate(drawn) if not shared.isdisjoint(its)],
                _groups(archive),
                _led(archive, assembled, keeping),
                [plain_of(maker) for maker in plan],
                [asset.file for asset in assets],
            )
        ),
    )


def _packed(rest: Rest) -> bytes:
    plain: Any = tuple(rest)
    return marshal.dumps(plain, _FORM)


def _documents(archive: Archive, assembled: Assembled, memory: Memory, keeping: Keeping) -> list[Kept]:
    places = assembled.places
    fronts = {file.file.path: form.front for file, form in zip(places.files, places.forms, strict=True)}
    said = {one.document.id: one.document for one in assembled.placed if one.document}
    found = []
    for document in archive.documents:
        file: InputFile = places.file(document).file
        text = keeping.put_away(archive.texts[document.id])
        digest = keeping.of(said[document.id])
        found.append(Kept(document.id, file.path, file.digest, fronts[file.path], digest, *text))
    return found


def _groups(archive: Archive) -> dict[str, list[tuple[Any, bytes]]]:
    place = {document.id: place for place, document in enumerate(archive.documents)}
    tables: dict[str, Mapping[Any, Sequence[str]]] = {name: getattr(archive, name) for name in IDS}
    for name in DOCUMENTS:
        tables[name] = {key: [one.id for one in ones] for key, ones in getattr(archive, name).items()}
    tables[FACTS] = {
        key: list(dict.fromkeys(fact.document for fact in facts)) for key, facts in archive.facts_of.items()
    }
    return {
        name: [
            (plain_of(key), array("I", map(place.__getitem__, ids)).tobytes()) for key, ids in table.items()
        ]
        for name, table in tables.items()
    }


def _led(archive: Archive, assembled: Assembled, keeping: Keeping) -> dict[str, dict[str, bytes]]:
    said: dict[str, Iterable[Any]] = {name: getattr(assembled.known, name).values() for name in THINGS}
    said["documents"] = (one.document for one in assembled.placed)
    there: dict[str, Iterable[Any]] = {name: getattr(archive, name).values() for name in THINGS}
    there["documents"] = archive.documents
    as_said = {id(one) for one in chain.from_iterable(map(tuple, said.values()))}
    return {
        name: {one.id: keeping.codec.encode(type(one), one) for one in ones if id(one) not in as_said}
        for name, ones in there.items()
    }
