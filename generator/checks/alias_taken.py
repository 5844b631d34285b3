"""Nothing else stands at an old address that is to lead to a document."""

from collections.abc import Iterator

from generator.assemble.moved import moved_in
from generator.assemble.places import Places
from generator.assemble.taken import RESERVED, folders_of, taken_by
from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.page import file_of
from generator.model.urls import document_url
from generator.model.verdict import Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """An error at each alias that is the address of a page, of another file or of a folder of the site.

    Capital letters make no difference: on many disks they do not.
    """
    moved = moved_in(archive, memory)
    if not moved:
        return
    files = {file.casefold(): path for file, path in taken_by(archive).items()}
    folders = {folder: path for file, path in files.items() for folder in folders_of(file)}
    addresses = {document_url(document).casefold() for document in archive.documents}
    for document in moved:
        for place, alias in enumerate(document.aliases):
            if alias.casefold() in addresses and _is_loop(archive, document_url(document), alias):
                continue
            file = file_of(alias).casefold()
            above = (files[folder] for folder in folders_of(file) if folder in files)
            taken = files.get(file) or _reserved(alias) or next(above, None) or folders.get(file)
            if taken:
                message = f"{alias} cannot lead here: {taken} stands there"
                path = ("aliases", place)
                yield places.problem(document.file, path, "alias-taken", message, "delete this address")


def _is_loop(archive: Archive, address: str, alias: str) -> bool:
    """Whether the alias leads to the document itself, or to one that leads back; another check tells that."""
    there = [other for other in archive.documents if document_url(other) == alias]
    return alias == address or any(address in other.aliases for other in there)


def _reserved(alias: str) -> str | None:
    return next((folder for folder in RESERVED if alias.casefold().startswith(folder)), None)
