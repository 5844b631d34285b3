"""The documents that used to stand elsewhere."""

from itertools import compress

from generator.memo import Memory
from generator.memo.row import each
from generator.model.archive import Archive
from generator.model.document import Document


def moved_in(archive: Archive, memory: Memory) -> tuple[Document, ...]:
    """The documents with old addresses, in the order of the archive."""
    return tuple(compress(archive.documents, each(memory, _is_moved, archive.documents, plain=True)))


def _is_moved(document: Document) -> bool:
    return bool(document.aliases)
