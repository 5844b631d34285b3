"""One file, read for itself: its front matter and its text."""

from functools import cached_property

from generator.model.prose import Prose
from generator.model.written.document import WrittenDocument
from generator.read.discover import InputFile
from generator.read.entry import Entry, read_entry
from generator.read.markdown import read_prose


class ReadFile:
    """What one file says, before any other file is known. It is read when something of it is wanted."""

    def __init__(self, file: InputFile, language: str) -> None:
        self.file = file
        self._language = language

    @cached_property
    def entry(self) -> Entry:
        """Its front matter."""
        return read_entry(self.file)

    @cached_property
    def prose(self) -> Prose:
        """Its text."""
        entry = self.entry
        own = entry.written.language if isinstance(entry.written, WrittenDocument) else None
        return read_prose(entry.body, own or self._language, entry.body_line)

    def forget(self) -> None:
        """Let go of what was read; it is read again when it is wanted."""
        self.file.forget()
        for name in ("entry", "prose"):
            self.__dict__.pop(name, None)


def read_file(file: InputFile, language: str) -> ReadFile:
    """A file of the content folder; `language` is that of texts that name none."""
    return ReadFile(file, language)
