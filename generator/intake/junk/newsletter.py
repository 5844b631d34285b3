"""Boxes that ask for an e-mail address."""

import re
from collections.abc import Iterator, Sequence

from generator.intake.dropped import Dropped
from generator.intake.lines import Line

_BOX = re.compile(
    r"""
      discover\ more\ from\ \S.{0,60}
    | subscribe (?:\ now|\ today)? !?
    | subscribe\ to\ (?:get|receive|our|the|this|continue)\b.{0,120}
    | sign\ up\ (?:for|to)\ (?:our|the|get|receive)\b.{0,120}
    | get\ the\ latest\ \S.{0,80}\ (?:inbox|e-?mail)\b.{0,30}
    | (?:type|enter)\ your\ e-?mail\b.{0,20} | your\ e-?mail\ address
    | (?:join|be\ one\ of)\ [\d,.]+\ (?:other\ )?subscribers\b.{0,30}
    | (?:our\ |daily\ |weekly\ )?newsletter | never\ miss\ a\ (?:story|post)\b.{0,60}
    """,
    re.VERBOSE | re.IGNORECASE,
)


def newsletter(lines: Sequence[Line]) -> Iterator[Dropped]:
    """Lines of a box that offers a newsletter."""
    for line in lines:
        if line.is_short and _BOX.fullmatch(line.text):
            yield Dropped(line, "a newsletter box")
