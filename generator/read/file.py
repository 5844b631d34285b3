"""A whole file, read: its front matter and its text."""

from dataclasses import dataclass

from generator.model.prose import Prose
from generator.model.written.document import WrittenDocument
from generator.read.discover import InputFile
from generator.read.entry import Entry, read_entry
from generator.read.markdown import read_prose


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What one file says, before any other file is known."""

    entry: Entry
    prose: Prose


def read_file(file: InputFile, language: str) -> ReadFile:
    """A file of the content folder; `language` is that of texts that name none."""
    entry = read_entry(file)
    own = entry.written.language if isinstance(entry.written, WrittenDocument) else None
    return ReadFile(entry, read_prose(entry.body, own or language, entry.body_line))
