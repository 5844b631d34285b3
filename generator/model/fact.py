"""A fact: one sighting, the value that one document gives for one measure."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import total_ordering

Value = Decimal | date | str
"""A number (never a float), a day, or one of the measure's choices."""


class Qualifier(StrEnum):
    """How the document hedged the figure."""

    EXACTLY = "exactly"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    ABOUT = "about"
    ALMOST = "almost"
    UP_TO = "up-to"
    FEWER_THAN = "fewer-than"


class Status(StrEnum):
    """What an editor decided about a figure: its source set it right, or it was withdrawn."""

    CORRECTED = "corrected"
    RETRACTED = "retracted"


_MARKS = {(False, False): "", (True, False): "?", (False, True): "~", (True, True): "%"}
"""By uncertain and approximate: what EDTF writes behind the day."""


@total_ordering
@dataclass(frozen=True, slots=True)
class AsOf:
    """The day for which a figure is true, or the days; written in a part of EDTF level 1.

    `2024-11-29`, uncertain with `?`, approximate with `~`, both with `%`; or from day to day,
    `2024-11-27/2024-11-29`, from a day on, `2024-11-27/..`, or up to a day, `../2024-11-29`. Raises
    ValueError for ends that do not belong to the day, or that run backwards.
    """

    day: date
    """The one that counts when figures are put in order: the last day, or the first where none is last."""
    uncertain: bool = False
    approximate: bool = False
    start: date | None = None
    """The first of several days; None for a single day, and when it is open."""
    end: date | None = None
    """The last of several days; None for a single day, and when it is open."""

    def __post_init__(self) -> None:
        if self.day != (self.end or self.start or self.day):
            raise ValueError(f"{self.day} is not the day for {self.start} to {self.end}")
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError(f"{self.start} to {self.end} runs backwards")
        if (self.start or self.end) and (self.uncertain or self.approximate):
            raise ValueError("several days are neither uncertain nor approximate")

    def __lt__(self, other: "AsOf") -> bool:
        return self._order < other._order

    @property
    def edtf(self) -> str:
        """As an author types it and a machine reads it: `2024-11-30~`, `2024-11-27/..`."""
        if self.start is None and self.end is None:
            return self.day.isoformat() + _MARKS[self.uncertain, self.approximate]
        return "/".join(".." if end is None else end.isoformat() for end in (self.start, self.end))

    @property
    def _order(self) -> tuple[date, bool, bool, date, date]:
        return (self.day, self.uncertain, self.approximate, self.start or date.min, self.end or date.max)


@dataclass(frozen=True, slots=True)
class Fact:
    """What one document says in answer to one measure, with the sentence it was read in."""

    id: str
    """`<document id>#<fact key>`."""
    measure: str
    document: str
    source: str
    published: date
    """The day the document belongs to."""
    as_of: AsOf
    value: Value | None
    """The number, day or choice as printed; None when a range was given."""
    low: Value | None = None
    high: Value | None = None
    """Ends of a printed range, both included; None when a single value was given."""
    qualifier: Qualifier = Qualifier.EXACTLY
    origin: str | None = None
    """The actor that asserts it, after aliases and `speaks_for`; None when the document names nobody."""
    according_to: str | None = None
    """The actor that the document names, before `speaks_for`."""
    via: tuple[str, ...] = ()
    """Actors that passed it on, nearest to the origin first."""
    quote: str = ""
    stands: bool = True
    """Whether the quotation stands in the document's text."""
    beside: tuple[str, ...] = ()
    """Ids of the actors whom the sentence names in which the quotation begins."""
    credibility: int = 6
    """1 to 6 on the Admiralty scale, 6 = not judged."""
    counts: bool = True
    """False when its source does not count as a source."""
    unit: str | None = None
    """What this document counts; None when it counts what the measure counts."""
    uncertain: bool = False
    """The day given in answer was marked as uncertain (`2024-11-29?`)."""
    supersedes: tuple[str, ...] = ()
    """Ids of facts of the same measure that this one replaces, by an editor's decision."""
    status: Status | None = None
    """What an editor decided about this fact itself."""
    decided: date | None = None
    """The day from which `supersedes` and `status` hold; None when there is neither."""
    reason: str = ""
    """Why the editor decided so."""

    @property
    def key(self) -> str:
        """What stands after `#` in the id; also the anchor of the quotation on the document's page."""
        return self.id.partition("#")[2]

    @property
    def decides(self) -> bool:
        """Whether an editor decided something with it: about itself, or that it replaces others."""
        return self.status is not None or bool(self.supersedes)

    @property
    def printed(self) -> Value:
        """The figure by which two sightings are compared: the value, or the low end of a range."""
        figure = self.value if self.value is not None else self.low
        if figure is None:
            raise ValueError(f"{self.id} has neither a value nor a range")
        return figure


def document_id_of(fact: str) -> str:
    """The id of the document that gives a fact, by the id of the fact."""
    return fact.partition("#")[0]
