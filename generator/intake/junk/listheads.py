"""Heads of lists of other articles, and the titles below them."""

import re
from collections.abc import Iterator, Sequence

from generator.intake.dropped import Dropped
from generator.intake.lines import Line, written

_HEAD = re.compile(
    r"""
      (?:related|trending|recent|latest|popular|top|more|other|breaking)\s
        (?:news|articles?|stories|story|posts?|topics|reading|coverage|headlines|from\ .{1,40})
    | most\ (?:read|popular|viewed|shared) | (?:you\ may|you\ might)\ also\ (?:like|be\ interested\ in)
    | (?:read|see)\ (?:also|next|more) :? | also\ read :? | recommended(?:\ for\ you)? | up\ next
    | don['’]t\ miss
    | editor['’]?s['’]?\ (?:picks?|choice) | more\ (?:on|about)\ (?:this|the)\ (?:topic|story|subject)
    | à\ lire\ (?:aussi|également) | lire\ aussi | mehr\ zum\ thema | lesen\ sie\ auch | le(?:er|a)\ también
    | noticias\ relacionadas | articles?\ (?:liés|similaires)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def list_heads(lines: Sequence[Line]) -> Iterator[Dropped]:
    """A list head, and below it every line down to the next one that ends as a sentence does."""
    head: Line | None = None
    for line in written(tuple(lines)):
        if _HEAD.fullmatch(line.text.rstrip(":")):
            head = line
            yield Dropped(line, "the head of a list of other articles")
        elif head and (not line.stops or line.trails_off):
            yield Dropped(line, f'stands in the list "{head.text}"')
        else:
            head = None
