"""What was printed in one place is entered once."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.assemble.places import Places
from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.document import Document
from generator.model.verdict import Verdicts

_PORTS = (":80", ":443")


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """A warning at each `url` that another document has, too; a summary may have that of what it covers."""
    first: dict[str, Document] = {}
    for document in archive.documents:
        if document.url is None:
            continue
        other = first.setdefault(memory.remembered(_same, document.url), document)
        if other is document or other.id in document.covers or document.id in other.covers:
            continue
        message = f"{other.file} gives this address, too"
        hint = "delete one of the two if they are one text, or correct the address"
        yield places.problem(document.file, ("url",), "duplicate-url", message, hint, Severity.WARNING)


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
