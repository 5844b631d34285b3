"""Which source printed a text."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from msgspec import Struct

from generator.intake.dropped import Dropped
from generator.intake.lines import Line
from generator.model.source import Source


class PrintedBy(Struct, frozen=True):
    """The id of a source, or a name that no source has yet, and where it was found."""

    source: str
    how: str
    known: bool = True


def named_source(name: str, sources: Mapping[str, Source], how: str) -> PrintedBy:
    """The source with this id or name, whichever case it is in."""
    wanted = name.casefold()
    for id, source in sources.items():
        if wanted in {id.casefold(), source.name.casefold()}:
            return PrintedBy(id, how)
    return PrintedBy(name, f"{how}; not in sources/ yet", known=False)


def source_in(
    lines: Iterable[Line], dropped: Iterable[Dropped], sources: Mapping[str, Source]
) -> PrintedBy | None:
    """A known source whose address stands in the text, or whose name stands in a line that was dropped."""
    gone = [drop.line for drop in dropped]
    everything = "\n".join(line.text for line in (*lines, *gone)).casefold()
    for id, source in sources.items():
        host = (urlsplit(source.url).hostname or "").removeprefix("www.") if source.url else ""
        if host and re.search(rf"(?<![\w-]){re.escape(host)}(?![\w-])", everything):
            return PrintedBy(id, f"its address, {host}, stands in the text")
    for id, source in sources.items():
        name = re.compile(rf"(?<!\w){re.escape(source.name.casefold())}(?!\w)")
        line = next((line for line in gone if name.search(line.text.casefold())), None)
        if line:
            return PrintedBy(id, f'its name stands in "{line.text[:60]}"')
    return None
