"""`--format github`: lines that GitHub Actions turns into annotations beside the changed lines."""

from collections.abc import Sequence

from generator.cli.forms.whole import whole
from generator.model.diagnostic import Diagnostic, Severity


def github(diagnostics: Sequence[Diagnostic]) -> str:
    """A workflow command for each diagnostic, errors first: of each kind GitHub shows only ten a step."""
    worst_first = sorted(diagnostics, key=lambda problem: problem.severity is not Severity.ERROR)
    return whole("".join(f"{_command(problem)}\n" for problem in worst_first))


def _command(problem: Diagnostic) -> str:
    mark = problem.mark
    properties = {
        "file": problem.file,
        "line": str(mark.line),
        "endLine": str(mark.line),
        "col": str(mark.column),
        "endColumn": str(mark.column + mark.length),
        "title": problem.code,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return f"::{problem.severity.value} {listed}::{_message(message)}"


def _message(text: str) -> str:
    """The per cent sign first, so that it is not taken for one of the signs that stand for others."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Properties end at a comma, and all of them at a colon."""
    return _message(text).replace(":", "%3A").replace(",", "%2C")
