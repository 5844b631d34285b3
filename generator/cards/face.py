"""The face in which cards are set: one that is installed with Pillow, so that nothing has to be found.

It has Latin, Greek and Cyrillic letters. A text in another script, of which it would show boxes, has no card.
"""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model.site import Site

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont  # which is an extra

PACKAGE = "font_source_serif_pro"
FILES = {False: "SourceSerifPro-Regular.ttf", True: "SourceSerifPro-Semibold.ttf"}
UNKNOWN = "\uffff"
"""No face has a letter for it."""
SAMPLE = 40


def has_card(site: Site, *texts: str) -> bool:
    """Whether a card with these texts is drawn: not before anybody elsewhere can fetch it."""
    return site.is_public and installed() and all(is_drawn(text) for text in texts)


@lru_cache(maxsize=1)
def installed() -> bool:
    """Whether Pillow and the face are there: `dateline[cards]`."""
    return all(find_spec(name) for name in ("PIL", PACKAGE))


def is_drawn(text: str) -> bool:
    """Whether the face has every letter of a text."""
    return all(map(_has, text))


@lru_cache(maxsize=32)
def face(size: int, *, bold: bool = False) -> "FreeTypeFont":
    """The face in a size, in pixels. Raises ModuleNotFoundError where the extra is not installed."""
    from PIL import ImageFont  # noqa: PLC0415 -- an extra; and slow to load where nobody draws

    return ImageFont.truetype(_folder() / "files" / FILES[bold], size, layout_engine=ImageFont.Layout.BASIC)


def _folder() -> Path:
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(PACKAGE)
    return Path(spec.submodule_search_locations[0])


@lru_cache(maxsize=4096)
def _has(letter: str) -> bool:
    return letter == " " or _shape(letter) != _shape(UNKNOWN)


def _shape(letter: str) -> tuple[tuple[int, int], bytes]:
    mask = face(SAMPLE).getmask(letter)
    return mask.size, bytes(mask)
