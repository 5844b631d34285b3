"""The report as a chart in SVG: bars side by side, shorter is better, readable in light and dark."""

from collections.abc import Iterator
from html import escape

from peers.peer import Task
from quantities import ratio_text
from report import BESIDE, Contestant, Report
from table import QUANTITIES, Quantity

WIDTH, EDGE, BETWEEN = 432, 24, 40
"""Of what is told of one size, of the space around all, and of the space between columns."""
TITLE, HEADING, GAP = 80, 54, 16
BARS, LONGEST = 84, 220
"""Where the bars begin, and how long the longest is."""
VALUES = 374
"""Where the figures end; the ratios end at the edge."""
ROW, BAR = 24, 14
PANELS = (
    ("Cold build", Task.COLD, QUANTITIES[0]),
    ("One edited text, in a new process", Task.TEXT, QUANTITIES[0]),
    ("Peak memory of the cold build", Task.COLD, QUANTITIES[2]),
)
STYLE = """\
svg { --ground: #fbf8f1; --ink: #1b1915; --soft: #5a5346; --line: #d9d1c0; --bar: #948971; --ours: #0d6075 }
@media (prefers-color-scheme: dark) {
  svg { --ground: #161512; --ink: #efeae0; --soft: #bdb5a6; --line: #3a362e; --bar: #746c5d; --ours: #6fc3d6 }
}
text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: var(--ink) }
.title { font-size: 18px; font-weight: 650 }
.size { font-size: 16px; font-weight: 650 }
.panel { font-weight: 600 }
.quiet { fill: var(--soft) }
.ours { font-weight: 650 }
.end { text-anchor: end; font-variant-numeric: tabular-nums }
.ground { fill: var(--ground); stroke: var(--line) }
.rule { stroke: var(--line) }
.beside { stroke: var(--soft); stroke-dasharray: 2 3 }
.over { paint-order: stroke; stroke: var(--ground); stroke-width: 5px }
rect.bar { fill: var(--bar) }
rect.ours { fill: var(--ours) }"""


def chart_of(report: Report, columns: int = 1) -> str:
    """An SVG of the sizes at which Hugo was measured, or of all if it never was; without search.

    The sizes stand below one another, or in so many columns.
    """
    beside = [size for size in report.sizes if report.median(size, BESIDE, Task.COLD)]
    sizes = beside or list(report.sizes)
    contestants = [one for one in report.contestants if not one.searches]
    columns = max(1, min(columns, len(sizes)))
    tall = HEADING + len(PANELS) * (ROW * (len(contestants) + 1) + GAP)
    width, height = 2 * EDGE + columns * (WIDTH + BETWEEN) - BETWEEN, TITLE + -(-len(sizes) // columns) * tall
    names = [one.title for one in contestants]
    title = " beside ".join(filter(None, (*names[:1], _listed(names[1:]))))
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="title told">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="told">{escape(" ".join(_told(report, size, contestants) for size in sizes))}</desc>',
        f"<style>\n{STYLE}\n</style>",
        f'<rect class="ground" x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="10"/>',
        _text(EDGE, 38, title, "title"),
        _text(EDGE, 59, f"One run on {report.date}, without search. Shorter is better.", "quiet"),
    ]
    for place, size in enumerate(sizes):
        x, y = EDGE + place % columns * (WIDTH + BETWEEN), TITLE + place // columns * tall
        lines += (f'<g transform="translate({x} {y})">', *_block(report, size, contestants), "</g>")
    return "\n".join((*lines, "</svg>\n"))


def _block(report: Report, size: int, contestants: list[Contestant]) -> Iterator[str]:
    """All that is shown of one size."""
    yield f'<line class="rule" x2="{WIDTH}"/>'
    yield _text(0, 28, f"{size:,} documents", "size")
    for place, (heading, task, quantity) in enumerate(PANELS):
        y = HEADING + place * (ROW * (len(contestants) + 1) + GAP)
        yield from _panel(report, size, contestants, heading, task, quantity, y)


def _panel(
    report: Report,
    size: int,
    contestants: list[Contestant],
    heading: str,
    task: Task,
    quantity: Quantity,
    y: int,
) -> Iterator[str]:
    """A heading and a bar for each program; a dotted line stands where Hugo's bar ends."""
    costs = {one.name: report.median(size, one.name, task) for one in contestants}
    values = {name: quantity.value(cost) for name, cost in costs.items() if cost}
    longest = max(values.values(), default=1.0)
    beside = values.get(BESIDE)
    yield _text(0, y + 8, heading, "panel")
    if beside:
        x, bottom = BARS + LONGEST * beside / longest, y + ROW * (len(contestants) + 1) - 10
        yield _text(WIDTH, y + 8, "Hugo = 1", "quiet end")
        yield f'<line class="beside" x1="{x:.1f}" x2="{x:.1f}" y1="{y + ROW - 8}" y2="{bottom}"/>'
    for place, one in enumerate(contestants, 1):
        top, base = y + ROW * place - 5, y + ROW * place + 7
        ours = " ours" if one.name == "dateline" else ""
        yield _text(0, base, one.title, ours.strip())
        value = values.get(one.name)
        if value is None:
            yield _text(BARS, base, "not measured", "quiet over")
            continue
        length = max(2.0, LONGEST * value / longest)
        yield f'<rect class="bar{ours}" x="{BARS}" y="{top}" width="{length:.1f}" height="{BAR}" rx="2"/>'
        yield _text(VALUES, base, quantity.text(value), f"end{ours}")
        if beside:
            yield _text(WIDTH, base, ratio_text(value, beside), f"end{ours or ' quiet'}")


def _told(report: Report, size: int, contestants: list[Contestant]) -> str:
    """The same in sentences, for who does not see it."""
    sentences = []
    for heading, task, quantity in PANELS:
        costs = [(one.title, report.median(size, one.name, task)) for one in contestants]
        figures = [f"{title} {quantity.text(quantity.value(cost))}" for title, cost in costs if cost]
        sentences.append(f"{heading}: {_listed(figures) or 'not measured'}.")
    return f"{size:,} documents. {' '.join(sentences)}"


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _text(x: int, y: int, words: str, kind: str = "") -> str:
    styled = f' class="{kind}"' if kind else ""
    return f'<text{styled} x="{x}" y="{y}">{escape(words)}</text>'
