"""Buttons, menus and captions around a text."""

import re
from collections.abc import Iterator, Sequence

from generator.intake.dropped import Dropped
from generator.intake.lines import Line

_BUTTONS = re.compile(
    r"""
      skip\ to\ (?:main\ )?content | (?:main\ )?menu | toggle\ navigation | search | close | back\ to\ top
    | log\ ?in | sign\ in | home | next\ article | previous\ article | (?:load|read|show|see)\ more
    | print(?:\ this(?:\ article| page)?)? | e-?mail | copy\ link | listen\ to\ this\ article | save\ article
    | (?:share|tweet|pin|like|follow)(?:\ (?:this|us|on|it|via)\b.{0,40})? :?
    | (?:share\ on\ )?(?:facebook|twitter|x|whatsapp|telegram|linkedin|pinterest)
    | reddit | messenger | instagram | tumblr
    | click\ to\ (?:share|print|e-?mail)\b.{0,60} | \(opens\ in\ (?:a\ )?new\ (?:window|tab)\)
    | (?:accept|reject|manage)\ (?:all\ )?(?:cookies|preferences)
    | (?:we|this\ (?:web)?site)\ uses?\ cookies\b.{0,200} | tags? :.{0,200}
    | (?:categories|category|filed\ under) :.{0,100}
    | \d+\ (?:min(?:ute)?s?\ read|comments?|shares?|views?) | comments?\ are\ closed\.?
    | all\ rights\ reserved\.?
    | (?:©|\(c\)|copyright)\ .{0,100}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:photo|foto|image|picture|photograph|credit|photo credit|image credit)s?\s*[:©]\s*.{1,100}",
    re.IGNORECASE,
)


def furniture(lines: Sequence[Line]) -> Iterator[Dropped]:
    """Lines that are nothing but a button, a menu entry or the credit of a picture."""
    for line in filter(lambda line: line.is_short, lines):
        if _BUTTONS.fullmatch(line.text):
            yield Dropped(line, "a button or notice of the web page")
        elif _CREDIT.fullmatch(line.text):
            yield Dropped(line, "the credit of a picture that is not here")
