"""What is wrong with the content, as a value."""

from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """An error keeps the site from being published; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Mark(Struct, frozen=True):
    """Where something stands in a file: line and column count from 1, `length` in characters."""

    line: int = 1
    column: int = 1
    length: int = 1


class Diagnostic(Struct, frozen=True):
    """One mistake in one file, with the line it stands on and what to write instead."""

    code: str
    file: str
    """Path from the folder given to the command, with forward slashes: `content/articles/a.md`."""
    mark: Mark
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    excerpt: str = ""
    """The line of the file at `mark.line`, as written."""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: file order, then from top to bottom."""
        return (self.file, self.mark.line, self.mark.column, self.code, self.message)

    @property
    def shape(self) -> dict[str, str | int]:
        """As JSON has it; `line` and `column` count from 1, `column` and `length` in characters."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "file": self.file,
            "line": self.mark.line,
            "column": self.mark.column,
            "length": self.mark.length,
            "message": self.message,
            "hint": self.hint,
            "excerpt": self.excerpt,
        }
