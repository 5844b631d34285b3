"""A card: what it says, and how it is drawn."""

from collections.abc import Iterator
from io import BytesIO

from msgspec import Struct

from generator.cards.face import face

WIDTH, HEIGHT = 1200, 630
"""In pixels, as places that show such cards ask for."""
EDGE = 80
PAPER, INK, ACCENT = (251, 248, 241), (27, 25, 21), (13, 74, 92)
DARKEST, BAR = 254, 255
"""In the palette: ink as dark as it gets, and after it the colour of the bar."""
LINES = ((80, 3), (64, 4), (52, 5))
"""Sizes of a title, each with the lines that there is room for; the first that holds all of it is taken."""
LEADING = 1.2
SMALL = 34
MORE = "…"


class Card(Struct, frozen=True):
    """What is read on it."""

    title: str
    site: str
    below: str = ""
    """A day, or what the site is about; the first line of it."""


def png_of(card: Card) -> bytes:
    """The same bytes for the same card, as far as Pillow stays the same."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 -- an extra; and slow to load where nobody draws

    image = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 15), fill=BAR)
    draw.text((EDGE, 70), _cut(card.site, SMALL), fill=DARKEST, font=face(SMALL))
    size, lines = _set(card.title)
    for place, line in enumerate(lines):
        draw.text((EDGE, 165 + place * size * LEADING), line, fill=DARKEST, font=face(size, bold=True))
    if card.below:
        draw.rectangle((EDGE, 528, EDGE + 72, 531), fill=BAR)
        draw.text((EDGE, 548), _cut(card.below, SMALL), fill=DARKEST, font=face(SMALL))
    coloured = Image.frombytes("P", image.size, image.tobytes())
    coloured.putpalette(bytes(_palette()))
    written = BytesIO()
    coloured.save(written, "PNG", compress_level=6)
    return written.getvalue()


def _palette() -> Iterator[int]:
    """From paper to ink, so that letters have smooth edges; then the bar."""
    for shade in range(DARKEST + 1):
        for light, dark in zip(PAPER, INK, strict=True):
            yield round(light + (dark - light) * shade / DARKEST)
    yield from ACCENT


def _set(title: str) -> tuple[int, list[str]]:
    for size, most in LINES:
        lines = list(_lines(title, size))
        if len(lines) <= most:
            return size, lines
    return size, [*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), size, bold=True)]


def _lines(text: str, size: int) -> Iterator[str]:
    """The text broken between words; a word that is wider than the card is cut."""
    line = ""
    for word in text.split():
        if line and not _fits(f"{line} {word}", size, bold=True):
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
        if not _fits(line, size, bold=True):
            yield _cut(line, size, bold=True)
            line = ""
    if line:
        yield line


def _cut(text: str, size: int, *, bold: bool = False) -> str:
    """As much of a text as stands on one line."""
    if _fits(text, size, bold=bold):
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _fits(text[:middle] + MORE, size, bold=bold) else (low, middle - 1)
    return text[:low].rstrip() + MORE


def _fits(text: str, size: int, *, bold: bool) -> bool:
    return face(size, bold=bold).getbbox(text)[2] <= WIDTH - 2 * EDGE
