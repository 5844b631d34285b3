"""What is published anyway: words and phrases that give nothing away."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct

import generator
from generator.leaks.values import values_of
from generator.leaks.words import plain, spaced, squeezed
from generator.model import urls
from generator.model.archive import Archive
from generator.model.asset import ADDRESS
from generator.read.file import ReadFile
from generator.words.locales import locale_of

REFERENCES = frozenset({"covers", "supersedes", "facts", "silence"})
"""Keys whose texts are no words for readers: that a published summary covers a document does not mean that
the site may name it. At the top of a document, `facts` holds the facts themselves."""
ELSEWHERE = re.compile("https?:|mailto:", re.IGNORECASE)
"""How a link begins that leads out of the archive; any other is a reference."""


class Said(Struct, frozen=True):
    """All that readers may read."""

    text: bytes
    """Without spaces."""
    addresses: bytes
    """As written, without escapes: where ids and paths of the site stand."""
    vocabulary: frozenset[bytes]
    dates: frozenset[bytes]
    """Names of days and months: with numbers they may stand side by side on any page."""


def said_in(archive: Archive, published: Iterable[ReadFile], theme: Iterable[bytes]) -> Said:
    """What the published files say, the theme, the calendar of the site's language, and Dateline itself."""
    content = plain("\n".join(_content(archive, published)))
    other = (*(part.decode("utf-8", "replace") for part in theme), *_calendar(archive.site.language))
    text = spaced(content) + spaced(plain("\n".join(other))) + _program()
    locale = locale_of(archive.site.language)
    return Said(
        squeezed(text),
        content.encode("utf-8", "replace"),
        frozenset(text.split()),
        frozenset(spaced("\n".join((*_texts(locale.days), *_texts(locale.months)))).split()),
    )


def _content(archive: Archive, published: Iterable[ReadFile]) -> Iterator[str]:
    site = archive.site
    yield from (site.title, site.description, site.base_url, site.author, site.notice)
    for file in published:
        entry = file.entry
        yield entry.file.path
        yield file.prose.text
        yield from (piece.markup for piece in file.prose.pieces)
        for link in file.prose.links:
            yield from (
                link.alt,
                link.title,
                link.written if link.bare or ELSEWHERE.match(link.written) else "",
            )
        if entry.written is not None:
            yield from (value.text for value in values_of(entry.written) if not _refers(value.path))
    for document in archive.documents:
        yield urls.document_url(document)
    for text in (
        *archive.texts.values(),
        *(actor.profile for actor in archive.actors.values()),
        *(source.note for source in archive.sources.values()),
        *(topic.text for topic in archive.topics.values()),
    ):
        yield from (link.href for link in text.links if link.href.startswith(ADDRESS))


def _refers(path: tuple[str | int, ...]) -> bool:
    """Whether a value is a reference; those are not told by what they say."""
    return (path[0] in REFERENCES and path[0] != "facts") or not REFERENCES.isdisjoint(path[1:])


def _calendar(language: str) -> Iterator[str]:
    """The words that Babel puts on pages: days, months, languages, and what joins a list."""
    locale = locale_of(language)
    for table in (locale.days, locale.months, locale.list_patterns, locale.languages):
        yield from _texts(table)


def _texts(table: Any) -> Iterator[str]:
    if isinstance(table, Mapping) or hasattr(table, "values"):
        for value in table.values():
            yield from _texts(value)
    elif isinstance(table, str):
        yield table


@lru_cache(maxsize=1)
def _program() -> bytes:
    """What Dateline says by itself: headings, findings, the keys of its files. All of it is in its source."""
    root = Path(generator.__file__).parent
    return spaced(plain("\n".join(path.read_text(encoding="utf-8") for path in sorted(root.rglob("*.py")))))
