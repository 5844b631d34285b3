"""`--format json`: one object, for programs of one's own."""

import json
from collections.abc import Sequence

from generator.cli.forms.whole import whole
from generator.model.diagnostic import Diagnostic, Severity

VERSION = 1
"""Of the shape. New keys may be added to it; one that goes or changes its meaning makes version 2."""


def json_form(diagnostics: Sequence[Diagnostic]) -> str:
    """How many errors and warnings there are, and each of them, in file order.

    `line` and `column` count from 1, `column` and `length` in characters; `excerpt` is the line as written.
    """
    errors = sum(problem.severity is Severity.ERROR for problem in diagnostics)
    shape = {
        "version": VERSION,
        "errors": errors,
        "warnings": len(diagnostics) - errors,
        "diagnostics": [problem.shape for problem in diagnostics],
    }
    return whole(json.dumps(shape, ensure_ascii=False, indent=2)) + "\n"
