"""Where everything is written: from an archive's parts back to file, line and column."""

import re
from collections.abc import Iterable
from itertools import islice

from generator.model.diagnostic import Diagnostic, Mark, Severity
from generator.model.document import Document
from generator.model.fact import Fact
from generator.model.prose import Prose, Span
from generator.model.written.document import WrittenDocument
from generator.read.entry import Entry
from generator.read.file import ReadFile
from generator.read.form import Form

Path = tuple[str | int, ...]

_WORD = re.compile(r"\w+")
_MARKUP = r"[\W_]{1,40}?"
"""What may stand between two words in Markdown: spaces, a line's end, stars, brackets."""


class Places:
    """The files of an archive, asked by checks for a diagnostic at the right place."""

    absent: tuple[ReadFile, ...]
    """Documents that are left out of the archive."""
    files: tuple[ReadFile, ...]
    """Every file that was looked through."""
    forms: tuple[Form, ...]
    """The form of each."""

    def __init__(
        self, files: Iterable[ReadFile], absent: Iterable[ReadFile] = (), forms: Iterable[Form] = ()
    ) -> None:
        self._files = {file.file.path: file for file in files}
        self.files = tuple(self._files.values())
        self.absent = tuple(absent)
        self.forms = tuple(forms)

    @property
    def silencing(self) -> tuple[Entry, ...]:
        """The files that silence a rule, as read for themselves."""
        pairs = zip(self.files, self.forms, strict=True)
        return tuple(file.entry for file, form in pairs if form.silences)

    def file(self, document: Document) -> ReadFile:
        """The file that holds a document."""
        return self._files[document.file]

    def text(self, document: Document) -> Prose:
        """The text of a document as it is written."""
        return self._files[document.file].prose

    def file_at(self, path: str) -> ReadFile:
        """The file at a path."""
        return self._files[path]

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
        return self._files[file].entry.problem(code, path, message, hint, severity=severity)

    def in_text(
        self,
        document: Document,
        span: Span,
        code: str,
        message: str,
        hint: str = "",
        severity: Severity = Severity.ERROR,
    ) -> Diagnostic:
        """A diagnostic at words of a document's text, as far as they stand on one line of its file."""
        mark = self._mark(document, span)
        return self._files[document.file].entry.placed(Diagnostic(code, "", mark, message, hint, severity))

    def placed(self, file: str, problem: Diagnostic) -> Diagnostic:
        """A diagnostic that has a mark, given the file and the line it stands on."""
        return self._files[file].entry.placed(problem)

    def fact_path(self, document: Document, fact: Fact) -> Path:
        """Where a fact stands in its document's front matter: `("facts", 2)`."""
        facts = self.written(document).facts
        return ("facts", next(place for place, typed in enumerate(facts) if typed.key == fact.key))

    def value_path(self, document: Document, fact: Fact) -> Path:
        """Where the figure of a fact stands, of a range the low end: `("facts", 2, "value")`."""
        return (*self.fact_path(document, fact), "low" if fact.value is None else "value")

    def states(self, document: Document, fact: Fact, key: str) -> bool:
        """Whether the author typed a key of a fact, if only to say null."""
        facts = self.written(document).facts
        return any(key in typed.model_fields_set for typed in facts if typed.key == fact.key)

    def written(self, document: Document) -> WrittenDocument:
        """What the author typed, with references that lead nowhere."""
        written = self._files[document.file].entry.written
        if not isinstance(written, WrittenDocument):
            raise TypeError(f"{document.file} holds no document")
        return written

    def _mark(self, document: Document, span: Span) -> Mark:
        """The mark of words that are read from Markdown, found by counting where else they stand."""
        entry, text = self._files[document.file].entry, self.text(document).text
        words = _WORD.findall(text, span.start, span.end)
        form = re.compile(rf"(?<!\w){_MARKUP.join(map(re.escape, words))}(?!\w)")
        before = sum(1 for _ in form.finditer(text, 0, span.start))
        found = next(islice(form.finditer(entry.body), before, None), None) or form.search(entry.body)
        if found is None:
            return Mark(entry.body_line)
        line_start = entry.body.rfind("\n", 0, found.start()) + 1
        line = entry.body_line + entry.body.count("\n", 0, found.start())
        return Mark(line, found.start() - line_start + 1, len(found[0].split("\n", 1)[0].rstrip()))
