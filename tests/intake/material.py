"""Inputs for the tests of importing."""

from datetime import date

from generator.intake.draft import Draft, draft_of
from generator.intake.finding import find_all
from generator.intake.found import Found
from generator.intake.into import Into
from generator.intake.lines import Line, lines_of
from generator.intake.wishes import Wishes
from generator.model.actor import Actor, ActorKind
from generator.model.source import Source
from generator.model.topic import Measure, MeasureType, Topic
from generator.read.discover import EntryKind, InputFile
from generator.read.file import ReadFile, read_file

NEAR = date(2024, 12, 1)
MONITOR = Actor("river-monitor", "River Monitor", ActorKind.MONITOR, "", aliases=("RM", "the Monitor"))
WIRE = Actor("wire", "Wire", ActorKind.AGENCY, "")
BAND = Actor("band", "Blue Band", ActorKind.GROUP, "", loose=("raiders",))
FLOOD = Topic(
    "flood",
    "The Olm flood",
    "",
    "",
    (
        Measure("flood/drowned", "flood", "drowned", "People killed by the flood", unit="people"),
        Measure("flood/began", "flood", "began", "Day the flood began", MeasureType.DATE),
        Measure("flood/level", "flood", "level", "Height of the Olm at the bridge", unit="metres"),
    ),
)
ARCHIVE = Into(
    actors=(BAND, MONITOR, WIRE),
    sources={
        "herald": Source("herald", "The Herald", "newspaper", "", url="https://herald.example/"),
        "paper": Source("paper", "The Paper", "newspaper", ""),
    },
    topics=(FLOOD,),
)
TEXT = (
    "The flood on the Olm began on Monday, 25 November, and killed at least 34 people, the River Monitor"
    " said.",
    "Water still stands in the streets of the old town, and the school is closed until further notice.",
    "Help has come from other towns of the province, and more of it is expected in the days to come.",
)
"""Three paragraphs without any debris."""


def found(*lines: str, wishes: Wishes | None = None, into: Into = ARCHIVE, name: str = "a.txt") -> Found:
    """What is found in a text of these lines."""
    result = find_all(name, "\n".join(lines).encode(), wishes or Wishes(NEAR), into)
    assert isinstance(result, Found), result
    return result


def drafted(*lines: str, wishes: Wishes | None = None, into: Into = ARCHIVE) -> Draft:
    """The draft of a text of these lines."""
    return draft_of(found(*lines, wishes=wishes, into=into))


def read_back(draft: Draft) -> ReadFile:
    """The draft as a build reads it."""
    kind = EntryKind.SUMMARY if "/summaries/" in draft.path else EntryKind.ARTICLE
    return read_file(InputFile(draft.path, kind, draft.id, draft.text.encode()), "en")


def numbered(*texts: str) -> tuple[Line, ...]:
    """These lines."""
    return lines_of("\n".join(texts))
