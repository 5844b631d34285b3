"""What a build leaves, put together of all that it has examined and planned."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from generator.amend.left import Kept, Left, Rest, packed
from generator.assemble import Assembled
from generator.examined import Examined
from generator.making import Maker
from generator.memo import Memory
from generator.memo.counted import counted
from generator.memo.keeping import Keeping
from generator.memo.looks import plain_of
from generator.memo.row import each
from generator.model.archive import Archive
from generator.model.asset import Asset
from generator.read.alike import bands
from generator.still import Last

IDS = ("by_actor", "concerning", "made_by")
"""Tables of an archive that hold ids of documents."""
DOCUMENTS = ("by_day", "by_source", "by_topic", "covering")
"""Tables that hold documents."""
FACTS = "facts_of"
"""The table of facts: with each key stand the documents that have them."""
THINGS = ("actors", "sources", "topics")


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
        packed(
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


def _documents(archive: Archive, assembled: Assembled, memory: Memory, keeping: Keeping) -> list[Kept]:
    places = assembled.places
    fronts = {file.file.path: form.front for file, form in zip(places.files, places.forms, strict=True)}
    said = {one.document.id: one.document for one in assembled.placed if one.document}
    found = []
    for document in archive.documents:
        file = places.file(document).file
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
