"""Where everything is written: from an archive's parts back to file, line and column."""

from collections.abc import Iterable

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.document import Document
from generator.model.fact import Fact
from generator.model.written.document import WrittenDocument
from generator.read.file import ReadFile

Path = tuple[str | int, ...]


class Places:
    """The files of an archive, asked by checks for a diagnostic at the right place."""

    def __init__(self, files: Iterable[ReadFile]) -> None:
        self._entries = {file.entry.file.path: file.entry for file in files}

    def problem(
        self,
        file: str,
        path: Path,
        code: str,
        message: str,
        hint: str = "",
        severity: Severity = Severity.ERROR,
    ) -> Diagnostic:
        """A diagnostic at a value of a file's front matter: `("aliases", 0)`."""
        return self._entries[file].problem(code, path, message, hint, severity=severity)

    def fact_path(self, document: Document, fact: Fact) -> Path:
        """Where a fact stands in its document's front matter: `("facts", 2)`."""
        written = self._entries[document.file].written
        facts = written.facts if isinstance(written, WrittenDocument) else ()
        return ("facts", next(place for place, typed in enumerate(facts) if typed.key == fact.key))
