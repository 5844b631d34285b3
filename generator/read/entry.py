"""An entry: one file as read, with what its author wrote and where every value of it stands."""

from collections.abc import Mapping
from dataclasses import replace

from msgspec import Struct, field, structs
from pydantic import ValidationError

from generator.model.diagnostic import Diagnostic, Mark, Severity
from generator.model.written.actor import WrittenActor
from generator.model.written.article import WrittenArticle
from generator.model.written.base import Written
from generator.model.written.site import WrittenSite
from generator.model.written.source import WrittenSource
from generator.model.written.summary import WrittenSummary
from generator.model.written.topic import WrittenTopic
from generator.read.decode import decode
from generator.read.discover import EntryKind, InputFile
from generator.read.frontmatter.fences import FENCE, Fenced, fenced
from generator.read.frontmatter.guard import guard
from generator.read.frontmatter.lines import Lines
from generator.read.frontmatter.problems import Refused, refused
from generator.read.frontmatter.rest import rest_of
from generator.read.frontmatter.tree import Guarded, Marks, Path

MODELS: Mapping[EntryKind, type[Written]] = {
    EntryKind.SITE: WrittenSite,
    EntryKind.ARTICLE: WrittenArticle,
    EntryKind.SUMMARY: WrittenSummary,
    EntryKind.ACTOR: WrittenActor,
    EntryKind.SOURCE: WrittenSource,
    EntryKind.TOPIC: WrittenTopic,
}
"""What may stand in the front matter of each kind of file."""


class Entry(Struct, frozen=True):
    """One file of `content/`, read as far as it can be without the others."""

    file: InputFile
    """Without its bytes."""
    written: Written | None = None
    """What the author typed, an instance of `MODELS[file.kind]`; None when it could not be made. Where
    there are diagnostics, it may be only the rest of it."""
    text: str = ""
    """The whole file."""
    body_start: int = 0
    """Where the Markdown below the front matter starts in it."""
    body_line: int = 1
    """The line of the file on which the body starts."""
    marks: Marks = field(default_factory=Marks)
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return self.text[self.body_start :] if self.body_start else ""

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines of the file."""
        return tuple(self.text.split("\n"))

    def at(self, path: Path, *, key: bool = False) -> Mark:
        """The mark of a value of the front matter, or of its key, or of the nearest that holds it."""
        return self.marks.at(path, key=key)

    def problem(
        self,
        code: str,
        path: Path,
        message: str,
        hint: str = "",
        *,
        severity: Severity = Severity.ERROR,
        key: bool = False,
    ) -> Diagnostic:
        """A diagnostic about a value of the front matter, or with `key` about its key."""
        return self.placed(Diagnostic(code, "", self.at(path, key=key), message, hint, severity))

    def placed(self, problem: Diagnostic) -> Diagnostic:
        """A problem that has a mark, given the file and the line it stands on."""
        row, lines = problem.mark.line - 1, self.lines
        excerpt = lines[row] if row < len(lines) else ""
        return structs.replace(problem, file=self.file.path, excerpt=excerpt)


def read_entry(file: InputFile) -> Entry:
    """Reads one file; whatever its bytes are, the result is an entry, and mistakes are diagnostics."""
    decoded = decode(file.content)
    entry = Entry(replace(file, raw=b""), text=decoded.text)
    if decoded.problems:
        return _with_problems(entry, decoded.problems)
    lines = Lines(decoded.text)
    if file.kind is EntryKind.SITE:
        return _checked(entry, guard(lines, 0, len(decoded.text), Mark(), fenced=False))
    found = fenced(decoded.text)
    if not isinstance(found, Fenced):
        return _with_problems(entry, (found,))
    guarded = guard(lines, found.start, found.end, FENCE)
    return _checked(structs.replace(entry, body_start=found.body_start, body_line=found.body_line), guarded)


def _checked(entry: Entry, guarded: Guarded) -> Entry:
    if guarded.tree is None:
        return _with_problems(structs.replace(entry, marks=guarded.marks), guarded.problems)
    model = MODELS[entry.file.kind]
    try:
        entry = structs.replace(entry, marks=guarded.marks, written=model.model_validate(guarded.tree))
    except ValidationError as error:
        entry = structs.replace(entry, marks=guarded.marks, written=rest_of(error, model, guarded.tree))
        mistakes = [
            mistake
            for mistake in refused(error, model, guarded.tree)
            if not any(mistake.path[: len(path)] == path for path in guarded.refused)
        ]
        entry = _with_problems(entry, tuple(_problem(entry, mistake) for mistake in mistakes))
    return _with_problems(entry, guarded.problems) if guarded.problems else entry


def _problem(entry: Entry, mistake: Refused) -> Diagnostic:
    return entry.problem(mistake.code, mistake.path, mistake.message, mistake.hint, key=mistake.key)


def _with_problems(entry: Entry, problems: tuple[Diagnostic, ...]) -> Entry:
    placed = (*entry.diagnostics, *(entry.placed(problem) for problem in problems))
    return structs.replace(entry, diagnostics=tuple(sorted(placed, key=lambda problem: problem.order)))
