"""Where a new file stands."""

from generator.read.discover import FOLDERS, EntryKind
from generator.read.disk import CONTENT

FOLDER_OF = {kind: folder for folder, kind in FOLDERS.items()}


def path_of(kind: EntryKind, id_: str) -> str:
    """`content/articles/2024-11-29-edge.md`."""
    return f"{CONTENT}/{FOLDER_OF[kind]}/{id_}.md"
