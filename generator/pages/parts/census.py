"""What the figures of the whole archive are like: counted a few documents, or measures, at a time."""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from generator.memo.pieces import batches
from generator.model.archive import Archive
from generator.model.fact import Fact, Qualifier
from generator.model.verdict import Judged
from generator.pages.shared import kept, shared

Quoted = tuple[str | None, str | None]


class Census(Struct, frozen=True):
    """All figures of the archive, counted."""

    credibility: Mapping[int, int]
    """How many have each grade."""
    firsts: Mapping[Qualifier | None, str]
    """The id of the first number that has each wording; None stands for ranges."""
    standing: int
    """How many are current."""
    figures: int
    """How many there are."""
    quoted: frozenset[Quoted]
    """Whom documents name for a figure, and who asserts it."""


class Part(Struct, frozen=True):
    """The same of some documents."""

    credibility: Mapping[int, int]
    firsts: Mapping[Qualifier | None, str]
    quoted: tuple[Quoted, ...]
    """Each pair once."""
    deciding: tuple[str, ...]
    """Ids of the figures with which an editor decided something."""


def census_of(archive: Archive, judged: Judged) -> Census:
    """The counts of all batches together."""
    credibility: Counter[int] = Counter()
    firsts: dict[Qualifier | None, str] = {}
    quoted: set[Quoted] = set()
    for part in _parts(archive, judged):
        credibility.update(part.credibility)
        firsts = {**part.firsts, **firsts}
        quoted.update(part.quoted)
    standing = sum(_standing_in(archive, judged, batch) for batch in batches(judged.now))
    return Census(credibility, firsts, standing, credibility.total(), frozenset(quoted))


@shared
def decided_in(archive: Archive, judged: Judged) -> tuple[Fact, ...]:
    """All figures with which an editor decided something, and those that they replace."""
    deciding = [id for part in _parts(archive, judged) for id in part.deciding]
    replaced = [other for id in deciding for other in archive.fact[id].supersedes]
    return tuple(archive.fact[id] for id in dict.fromkeys((*deciding, *replaced)) if id in archive.fact)


def _parts(archive: Archive, judged: Judged) -> Iterator[Part]:
    return (_printed_in(archive, judged, batch) for batch in batches(archive.document))


@kept
def _printed_in(archive: Archive, judged: Judged, documents: tuple[str, ...]) -> Part:
    """What the figures of some documents are like."""
    facts = [fact for id in documents for fact in archive.document[id].facts]
    firsts: dict[Qualifier | None, str] = {}
    for fact in facts:
        if isinstance(fact.printed, Decimal):
            firsts.setdefault(None if fact.value is None else fact.qualifier, fact.id)
    return Part(
        credibility=Counter(fact.credibility for fact in facts),
        firsts=firsts,
        quoted=tuple(dict.fromkeys((fact.according_to, fact.origin) for fact in facts)),
        deciding=tuple(fact.id for fact in facts if fact.decides),
    )


@kept
def _standing_in(archive: Archive, judged: Judged, measures: tuple[str, ...]) -> int:
    """How many figures of some measures are current."""
    verdicts = map(judged.now.__getitem__, measures)
    return sum(len(one.current) for verdict in verdicts for one in (verdict, *verdict.other_units))
