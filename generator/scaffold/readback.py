"""A new file read back before it is written: what we make must be what the reader takes."""

from generator.model.diagnostic import Diagnostic, Mark
from generator.read.discover import EntryKind, InputFile
from generator.read.entry import read_entry

NAME_KEYS = ("title", "name")


def mistake_in(path: str, kind: EntryKind, text: str, name: str) -> Diagnostic | None:
    """The first mistake of a new file, or None when it is sound and its title or name is `name`."""
    try:
        raw = text.encode("utf-8")
    except UnicodeEncodeError:
        return Diagnostic("not-utf-8", path, Mark(), "this text is not UTF-8", "type it again")
    entry = read_entry(InputFile(path, kind, path, raw))
    if entry.diagnostics:
        return entry.diagnostics[0]
    if all(getattr(entry.written, key, None) != name for key in NAME_KEYS):
        message = "this text has an invisible sign in it that cannot be kept"
        return Diagnostic("control-character", path, Mark(), message, "type it again")
    return None
