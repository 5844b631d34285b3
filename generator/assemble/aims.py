"""What links can lead to, in short: while that is the same, no link leads anywhere else."""

from collections.abc import Hashable, Iterable

from generator.assemble.contentpath import content_path
from generator.assemble.release import Absent
from generator.assemble.targets import Targets, addresses_of_absent
from generator.model import urls
from generator.model.archive import Archive
from generator.model.asset import ADDRESS, FOLDER
from generator.model.document import Document
from generator.model.prose import Prose
from generator.model.textlink import Fate

Aim = tuple[Hashable, ...]
Headings = tuple[tuple[str, str], ...]
Figures = tuple[tuple[str, tuple[str, ...], str | None], ...]
OfDocument = tuple[str, str, tuple[str, ...], Headings, Figures, bool, bool, tuple[str, ...]]


class Aims:
    """Everything on which it depends where a link leads; made again when any of it is another."""

    def __init__(self, *aims: object) -> None:
        self._targets: Targets | None = None

    def targets(
        self, archive: Archive, absent: Iterable[Absent], unreadable: Iterable[str], refused: Iterable[str]
    ) -> Targets:
        """Where links lead in an archive of these aims."""
        if self._targets is None:
            self._targets = Targets(archive, absent, unreadable, refused)
        return self._targets


def aim_of(document: Document, text: Prose) -> OfDocument:
    """What of a document a link elsewhere can name, or brings an address of the site with it."""
    return (
        document.file,
        urls.document_url(document),
        document.aliases,
        tuple((heading.id, heading.name) for heading in text.headings),
        tuple((fact.id, fact.supersedes, fact.status) for fact in document.facts),
        bool(document.corrections),
        document.draft,
        tuple(link.href for link in text.links if link.href),
    )


def missed_aim_of(absent: Absent) -> Aim:
    """The same of a document that is left out."""
    return (absent.file.entry.file.path, absent.why, addresses_of_absent(absent))


def assets_named(absent: Absent) -> tuple[str, ...]:
    """The assets that a document refers to that is left out."""
    file, found = absent.file.entry.file.path, []
    for link in absent.file.prose.links:
        if link.written.startswith(ADDRESS):
            found.append(FOLDER + link.written.removeprefix(ADDRESS).partition("#")[0])
        elif link.fate is Fate.OPEN and (path := content_path(file, link.written)):
            found.append(path)
    return tuple(found)
