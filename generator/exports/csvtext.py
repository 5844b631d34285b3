"""CSV as this program writes it: RFC 4180 in UTF-8, and no cell that a spreadsheet would run."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

NUMBER = re.compile(r"[+-][0-9][0-9.,]*")
FORMULA = frozenset("=+-@\t\r")


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Rows of a table; each has one cell for each of its columns."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([safe(cell) if cell[:1] in FORMULA else cell for cell in row] for row in rows)
    return out.getvalue()


def safe(cell: str) -> str:
    """A cell as text: what a spreadsheet would take for a formula gets an apostrophe in front."""
    runs = cell[:1] in FORMULA and not NUMBER.fullmatch(cell)
    return f"'{cell}" if runs else cell
