"""A leak: words of an unpublished document in a file of the site."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from generator.assemble.release import Absence, Absent
from generator.leaks.said import Said, said_in
from generator.leaks.search import Search, surely_unsaid
from generator.leaks.telltales import Kind, Pattern, Telltale, telltales_of
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.read.file import ReadFile

FILES = 10
"""Files of the site that are named for each document; the others are counted."""
WHY = {
    Absence.DRAFT: "it is a draft",
    Absence.LATER: "it belongs to a later day",
    Absence.EMBARGOED: "its embargo is not over",
    Absence.EXPIRED: "it has expired",
}
HINT = (
    "nothing was published. A theme, or Dateline itself, prints more than it may: please report it; "
    "until then take this file out of content/"
)


class Watch(Struct, frozen=True):
    """What gives unpublished documents away, and is to stand in no file of the site."""

    telltales: tuple[Telltale, ...]
    said: Said

    @property
    def plain(self) -> list[tuple[int, bytes]]:
        """What is looked for, as plain values."""
        return [(one.kind.value, one.pattern) for one in self.telltales]


def watch_for(
    archive: Archive, published: Iterable[ReadFile], absent: Iterable[Absent], theme: Iterable[bytes]
) -> Watch:
    """What gives the absent documents away.

    What the published files and the theme (its templates and static files) say is no leak anywhere.
    """
    said = said_in(archive, published, theme)
    return Watch(_unsaid(telltales_of(absent, said), said), said)


def leaks_in(
    files: Mapping[str, bytes],
    stems_among: Callable[[Collection[str]], Mapping[str, Iterable[str]]],
    watch: Watch,
) -> tuple[Diagnostic, ...]:
    """An error for each unpublished document and each file of the site that gives it away.

    `files` are those of the site, unpacked where they are packed; `stems_among` says which of some words
    stand in the index of the search, file by file.
    """
    search = Search(watch.telltales)
    found: dict[str, dict[str, Telltale]] = {}
    for path in sorted(files):
        _add(found, path, search.within(path, files[path]))
    unsaid = surely_unsaid(watch.telltales, watch.said)
    for path, stems in sorted(stems_among(unsaid.keys()).items()):
        _add(found, path, (unsaid[stem] for stem in stems))
    return tuple(problem for place in sorted(found) for problem in _diagnostics(found[place]))


def may_leak(files: Mapping[str, bytes], watch: Iterable[tuple[int, bytes]]) -> bool:
    """Whether a file holds anything that an earlier `Watch` looked for, as plain values."""
    search = Search(Pattern(Kind(kind), pattern) for kind, pattern in watch)
    return any(search.within(path, content) for path, content in files.items())


def _unsaid(telltales: tuple[Telltale, ...], said: Said) -> tuple[Telltale, ...]:
    anyway = Search(one for one in telltales if one.kind is not Kind.WORD).among(said)
    return tuple(one for one in telltales if one not in anyway)


def _add(found: dict[str, dict[str, Telltale]], path: str, telltales: Iterable[Telltale]) -> None:
    """Remember the longest telltale of each document."""
    for one in sorted(telltales, key=lambda one: (-len(one.pattern), one.pattern)):
        found.setdefault(one.absent.file.entry.file.path, {}).setdefault(path, one)


def _diagnostics(found: Mapping[str, Telltale]) -> Iterator[Diagnostic]:
    """What is told of one document, by the files of the site that give it away."""
    paths = sorted(found)
    more = f", and {len(paths) - FILES:,} other files give it away, too" if len(paths) > FILES else ""
    for path in paths[:FILES]:
        one = found[path]
        last = more if path == paths[:FILES][-1] else ""
        message = (
            f'"{one.shown}" stands in {path} of the site, '
            f"but this document is not published: {WHY[one.absent.why]}{last}"
        )
        yield one.absent.file.entry.placed(Diagnostic("leak", "", one.mark, message, HINT))
