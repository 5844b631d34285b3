"""A fact: one sighting, the value that one document gives for one measure."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generator.model.prose import Span

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


@dataclass(frozen=True, slots=True, order=True)
class AsOf:
    """The day for which a figure is true; EDTF `?` says uncertain, `~` approximate, `%` both."""

    day: date
    uncertain: bool = False
    approximate: bool = False


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
    span: Span | None = None
    """Where the quotation stands in the document's text."""
    credibility: int = 6
    """1 to 6 on the Admiralty scale, 6 = not judged."""
    counts: bool = True
    """False when its source does not count as a source."""

    @property
    def key(self) -> str:
        """What stands after `#` in the id; also the anchor of the quotation on the document's page."""
        return self.id.partition("#")[2]

    @property
    def printed(self) -> Value:
        """The figure by which two sightings are compared: the value, or the low end of a range."""
        figure = self.value if self.value is not None else self.low
        if figure is None:
            raise ValueError(f"{self.id} has neither a value nor a range")
        return figure
