"""What a build leaves, put together of all that it has examined, planned and made."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from msgspec.structs import astuple

from generator.amend.left import Head, Kept, in_parts, joined
from generator.amend.tables import (
    ADDRESSES,
    ASSETS,
    AWAITED,
    BANDS,
    BESIDE,
    COUNTED,
    DOCUMENT,
    FAMILY,
    FILES,
    GROUP,
    HEAD,
    IDS,
    LED,
    LISTED,
    OF_DOCUMENTS,
    OF_FACTS,
    OF_IDS,
    PIECE,
    RECIPE,
    RESTING,
    SAID,
    SEARCHED,
    SITE,
    TAKEN,
    TELLING,
    THINGS,
    WHOLE,
    is_moving,
)
from generator.assemble import Assembled
from generator.checks.all import SINCE_THE_RECORD
from generator.examined import Examined
from generator.facts.history import judge_through_time
from generator.facts.judge import judge
from generator.judged import by_family
from generator.making import Planned
from generator.memo import Memory
from generator.memo.cdb import Key
from generator.memo.codec import Codec
from generator.memo.counted import counted
from generator.memo.keeping import Keeping
from generator.memo.ledger import Ledger
from generator.memo.looks import plain_of
from generator.memo.row import each
from generator.model.archive import Archive
from generator.model.asset import Asset
from generator.model.document import Document
from generator.model.fact import document_id_of
from generator.read.alike import bands
from generator.read.discover import Discovered

Values = Iterator[tuple[Key, Any]]


def left_of(
    examined: Examined,
    found: Discovered,
    keeping: Keeping,
    planned: Iterable[Planned],
    addresses: Iterable[str],
    telling: Sequence[tuple[int, bytes]],
    ledger: Ledger,
) -> Values:
    """What a build leaves, by table and key; `telling` is what no page may say."""
    archive, assembled, memory = examined.archive, examined.assembled, examined.memory
    known = assembled.known
    unreadable = {kind.value: sorted(ids) for kind, ids in known.unreadable.items()}
    yield (
        (HEAD, None),
        tuple(
            Head(
                archive.moment.isoformat() if archive.moment else None,
                examined.until.isoformat(),
                len(ledger.looks),
                len(ledger.files),
                keeping.of(known),
                unreadable,
                any(problem.code in SINCE_THE_RECORD for problem in examined.diagnostics),
            )
        ),
    )
    yield (SITE, None), astuple(archive.site)
    shown = {document.file for document in archive.documents}
    beside = (file for file in found.files if file.path not in shown)
    yield (BESIDE, None), [(file.path, file.kind.value, file.id, file.digest) for file in beside]
    yield (ASSETS, None), keeping.codec.encode(tuple[Asset, ...], tuple(found.assets))
    yield (AWAITED, None), joined(sorted(archive.awaited))
    yield (ADDRESSES, None), joined(addresses)
    yield (TELLING, None), list(telling)
    yield from _documents(archive, assembled, memory, keeping)
    yield from _groups(archive)
    yield from _counted(archive, keeping.codec)
    yield from _things(archive, assembled, keeping)
    yield from _families(archive, memory, keeping)
    yield from _made(planned, ledger)


def _documents(archive: Archive, assembled: Assembled, memory: Memory, keeping: Keeping) -> Values:
    places = assembled.places
    fronts = {file.file.path: form.front for file, form in zip(places.files, places.forms, strict=True)}
    said = {one.document.id: one.document for one in assembled.placed if one.document}
    drawn = each(memory, bands, archive.texts_in_order, plain=True)
    shared = counted(memory, bands, drawn).several
    yield (IDS, None), joined(document.id for document in archive.documents)
    yield (BANDS, None), b"".join(chain.from_iterable(drawn))
    for place, (document, its) in enumerate(zip(archive.documents, drawn, strict=True)):
        file = places.file(document).file
        kept = Kept(
            place,
            file.path,
            file.digest,
            fronts[file.path],
            keeping.of(said[document.id]),
            *keeping.put_away(archive.texts[document.id]),
            b"".join(its),
            not shared.isdisjoint(its),
        )
        yield (DOCUMENT, document.id), tuple(kept)


def _groups(archive: Archive) -> Values:
    place = {document.id: place for place, document in enumerate(archive.documents)}
    tables: dict[str, Mapping[Any, Sequence[str]]] = {name: getattr(archive, name) for name in OF_IDS}
    for name in OF_DOCUMENTS:
        tables[name] = {key: [one.id for one in ones] for key, ones in getattr(archive, name).items()}
    tables[OF_FACTS] = {
        key: list(dict.fromkeys(fact.document for fact in facts)) for key, facts in archive.facts_of.items()
    }
    tables[RESTING] = _resting(archive)
    for name, table in tables.items():
        yield (GROUP, name), list(map(plain_of, table))
        for key, ids in table.items():
            yield (GROUP, (name, repr(plain_of(key)))), array("I", map(place.__getitem__, ids)).tobytes()


def _counted(archive: Archive, codec: Codec) -> Values:
    for name, kind in COUNTED.items():
        table = getattr(archive, name)
        yield (WHOLE, name), list(table)
        yield from (((WHOLE, (name, key)), codec.encode(kind, value)) for key, value in table.items())
    yield from (((WHOLE, name), codec.encode(kind, getattr(archive, name))) for name, kind in LISTED.items())


def _resting(archive: Archive) -> Mapping[str, Sequence[str]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for document in archive.documents:
        for fact in chain.from_iterable(takeaway.facts for takeaway in document.takeaways):
            found[document_id_of(fact)][document.id] = None
    return {id: list(summaries) for id, summaries in found.items()}


def _things(archive: Archive, assembled: Assembled, keeping: Keeping) -> Values:
    """Actors, sources and topics as their files say them, and what stands otherwise in the archive."""
    encode = keeping.codec.encode
    for name in THINGS:
        said, there = getattr(assembled.known, name), getattr(archive, name)
        yield (SAID, name), list(said)
        yield from (((SAID, (name, key)), encode(type(one), one)) for key, one in said.items())
        led = ((key, one) for key, one in there.items() if one is not said.get(key))
        yield from (((LED, (name, key)), encode(type(one), one)) for key, one in led)
    placed = {one.document.id: one.document for one in assembled.placed if one.document}
    for document in archive.documents:
        if document is not placed[document.id]:
            yield (LED, ("documents", document.id)), encode(Document, document)


def _families(archive: Archive, memory: Memory, keeping: Keeping) -> Values:
    groups, facts = by_family(archive, memory)
    present = each(memory, judge, groups, facts)
    for family, its, verdicts in zip(groups, facts, present, strict=True):
        keys = (
            keeping.key(judge, (family, its)),
            keeping.key(judge_through_time, (family, its, verdicts)),
        )
        members = [measure.id for measure in family]
        for id in members:
            yield (FAMILY, id), (*keys, members)


def _made(planned: Iterable[Planned], ledger: Ledger) -> Values:
    taken = [array("I") if is_moving(look) else None for look in ledger.looks]
    used: set[int] = set()
    searched, paths = [], []
    for number, one in enumerate(planned):
        path, made = one.path, ledger.files[one.path]
        paths.append(path)
        used.update(made.looks)
        for place in made.looks:
            if (files := taken[place]) is not None:
                files.append(number)
        if one.searched:
            searched.append(path)
        yield (RECIPE, path), (made.maker, plain_of(one.maker), made.looks.tobytes())
    yield (SEARCHED, None), joined(searched)
    for place, ((name, key), digest, files) in enumerate(
        zip(ledger.looks, ledger.digests, taken, strict=True)
    ):
        yield (TAKEN, (name, repr(plain_of(key)))), (place, digest, files.tobytes() if files else b"")
    yield from (((FILES, number), part) for number, part in in_parts(paths))
    # Looks that no file takes are not followed: a piece that took one, for a file of once, would never age.
    pieces = ((name, piece) for name, piece in ledger.pieces.items() if used.issuperset(piece.looks))
    yield from (((PIECE, name), piece.plain) for name, piece in pieces)
