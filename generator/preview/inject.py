"""The script that makes a page live, added to it on its way out."""

import re
from html import escape

BEGINNING = re.compile(rb"<body\b[^<>]*>", re.IGNORECASE)
END = re.compile(rb"</body\s*>", re.IGNORECASE)


def with_script(page: bytes, token: str, revision: int) -> bytes:
    """The page with the preview's script before its last `</body>`, or at its end where it has none.

    Every other byte stays as a build would write it. `revision` is that of the archive before the page was
    made, so that no change is missed between the making and the first event.
    """
    tag = f'<script src="/-/preview.js" data-token="{token}" data-revision="{revision}"></script>'
    ends = [found.start() for found in END.finditer(page)]
    at = ends[-1] if ends else len(page)
    return page[:at] + tag.encode() + page[at:]


def with_line(page: bytes, text: str) -> bytes:
    """The page with a line above all else, or as it is where it has no `<body>`."""
    begins = BEGINNING.search(page)
    at = begins.end() if begins else 0
    return page[:at] + f'<p role="status">{escape(text)}</p>'.encode() + page[at:] if at else page
