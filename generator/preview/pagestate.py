"""What is said beside a page: its title, where it is written, and whether it is a draft."""

import re
from html import unescape

from generator.pages.document import embargo_of
from generator.preview.place import place_in
from generator.preview.snapshot import Snapshot
from generator.preview.values import PageState

_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)


def page_state(snapshot: Snapshot, path: str) -> PageState | None:
    """What is said beside the page at a path; None where there is none."""
    if snapshot.page(path) is None:
        return None
    file, measure = snapshot.written_in(path)
    document = snapshot.document_at(path)
    if document is not None:
        embargo = embargo_of(snapshot.archive, document) if document.draft else ""
        draft = f"Embargoed until {embargo}" if embargo else "Draft" if document.draft else ""
        return PageState(path, document.title, file, 1, draft)
    made = snapshot.served(path)
    title = _TITLE.search(made.content) if made else None
    line = place_in(snapshot.sources[file], measure, "", "").line if measure else 1
    return PageState(path, unescape(title[1].decode()).strip() if title else "", file, line)
