"""CSV as this program writes it: RFC 4180 in UTF-8, and no cell that a spreadsheet would run."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

NUMBER = re.compile(r"[+-][0-9][0-9.,]*")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table with its head; every row has one cell for each of its columns."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([safe(cell) for cell in row])
    return out.getvalue().encode()


def safe(cell: str) -> str:
    """A cell as text: what a spreadsheet would take for a formula gets an apostrophe in front."""
    runs = cell.startswith(FORMULA) and not NUMBER.fullmatch(cell)
    return f"'{cell}" if runs else cell
