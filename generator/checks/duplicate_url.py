"""What was printed in one place is entered once."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.assemble.places import Places
from generator.memo import Memory
from generator.memo.row import Row, each
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.document import Document
from generator.model.verdict import Verdicts

_PORTS = (":80", ":443")


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """A warning at each `url` that another document has, too; a summary may have that of what it covers."""
    first: dict[str, Document] = {}
    same = each(memory, _same_of, archive.documents, plain=True)
    for place in memory.remembered(_printed, same):
        document = archive.documents[place]
        other = first.setdefault(same[place], document)
        if other is document or other.id in document.covers or document.id in other.covers:
            continue
        message = f"{other.file} gives this address, too"
        hint = "delete one of the two if they are one text, or correct the address"
        yield places.problem(document.file, ("url",), "duplicate-url", message, hint, Severity.WARNING)


def _printed(same: Row[str]) -> tuple[int, ...]:
    """The places of the documents whose address another one has."""
    times = Counter(same)
    return tuple(place for place, one in enumerate(same) if one and times[one] > 1)


def _same_of(document: Document) -> str:
    return "" if document.url is None else _same(document.url)


def _same(url: str) -> str:
    """What addresses of one page have in common, whatever way a reader came to it."""
    parts = urlsplit(url)
    host = parts.netloc.casefold()
    for port in _PORTS:
        host = host.removesuffix(port)
    asked = "&".join(
        word for word in parts.query.split("&") if word and not word.casefold().startswith("utm_")
    )
    return f"{host}{parts.path.rstrip('/')}?{asked}"
