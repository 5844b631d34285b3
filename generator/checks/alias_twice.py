"""An old address leads to one document."""

from collections.abc import Iterator

from generator.assemble.moved import moved_in
from generator.assemble.places import Places
from generator.assemble.taken import folders_of
from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from generator.model.page import file_of
from generator.model.verdict import Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """An error at each alias that stands a second time, naming where it stood first.

    Capital letters make no difference, and a file is no folder: `/old.html` and `/old.html/` cannot both be.
    """
    files: dict[str, Document] = {}
    folders: dict[str, Document] = {}
    for document in sorted(moved_in(archive, memory), key=lambda document: document.file):
        for place, alias in enumerate(document.aliases):
            file = file_of(alias).casefold()
            above = (files[folder] for folder in folders_of(file) if folder in files)
            first = files.get(file) or folders.get(file) or next(above, None)
            if first is None:
                files[file] = document
                folders |= dict.fromkeys(folders_of(file), document)
                continue
            where = "here" if first is document else f"to {first.file}"
            message = f"{alias} leads {where} already"
            path = ("aliases", place)
            yield places.problem(document.file, path, "alias-twice", message, "delete it in one of them")
