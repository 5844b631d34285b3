"""The look stands in one file, its colours can be read, and the manual gives the contrasts as they are."""

import re
from itertools import product

import pytest

from tests.archive import ROOT

STATIC = ROOT / "themes" / "default" / "static"
TOKENS = (STATIC / "tokens.css").read_text(encoding="utf-8")
MODES = ("light", "dark")
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|lab)\(", re.IGNORECASE)
SIZE = re.compile(r"font(?:-size)?:[^;}]*?\b[\d.]+(?:rem|px|pt)\b|clamp\(")

APART = ("tokens.css", "print.css", "feed.css")
"""The tokens themselves; paper, which has points and greys; the style of feeds, which stands alone."""

TEXT = 4.5
"""The least contrast of words with what stands behind them (WCAG 1.4.3)."""
SIGN = 3.0
"""That of borders, marks and the ring of the focus (WCAG 1.4.11)."""
PAIRS = (
    *((ink, ground, TEXT) for ink, ground in product(("ink", "soft", "accent", "alarm"), ("paper", "tint"))),
    ("ink", "accent-tint", TEXT),
    ("accent", "accent-tint", TEXT),
    ("ink", "alarm-tint", TEXT),
    ("soft", "alarm-tint", TEXT),
    ("alarm", "alarm-tint", TEXT),
    ("ink", "mark", TEXT),
    ("accent", "mark", TEXT),
    ("ink", "mark-strong", TEXT),
    ("paper", "accent", TEXT),
    ("edge", "paper", SIGN),
    ("accent", "line", SIGN),
    ("mark-line", "mark", SIGN),
)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_what_is_read_stands_out_from_its_ground(mode: str, front: str, ground: str, least: float):
    assert contrast(mode, front, ground) >= least


def test_the_manual_gives_the_contrasts_as_they_are():
    written = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    assert [line for line in contrast_table() if line not in written.splitlines()] == []


@pytest.mark.parametrize("sheet", sorted({file.name for file in STATIC.glob("*.css")} - set(APART)))
def test_a_style_sheet_names_no_colour_and_no_size_of_type_of_its_own(sheet: str):
    lines = (STATIC / sheet).read_text(encoding="utf-8").splitlines()
    said = [line.strip() for line in lines if not re.match(r"\s*(/\*|--[a-z])", line)]
    assert [line for line in said if COLOUR.search(line) or SIZE.search(line)] == []


def contrast_table() -> list[str]:
    """The rows of the table in docs/design.md."""
    rows = []
    for front, ground, least in PAIRS:
        light, dark = (contrast(mode, front, ground) for mode in MODES)
        rows.append(f"| {front} on {ground} | {light:.1f} | {dark:.1f} | {least} |")
    return rows


def contrast(mode: str, front: str, ground: str) -> float:
    """The contrast of two tokens, from 1 to 21."""
    one, other = (_luminance(_colours(mode)[name]) for name in (front, ground))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _colours(mode: str) -> dict[str, str]:
    light, dark = TOKENS.split("prefers-color-scheme: dark", 1)
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    return found | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark)) if mode == "dark" else found


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
