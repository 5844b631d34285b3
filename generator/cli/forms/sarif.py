"""`--format sarif`: SARIF 2.1.0, which code scanning services and editors read."""

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.cli.forms.rulehelp import help_of
from generator.cli.forms.whole import whole
from generator.model.diagnostic import Diagnostic
from generator.rulebook import RULES

Json = dict[str, Any]
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
"""The name by which services know the top folder of a checkout."""


def sarif(diagnostics: Sequence[Diagnostic]) -> str:
    """One run, with each rule that was broken and each place where it was, in file order."""
    codes = list(dict.fromkeys(problem.code for problem in diagnostics))
    levels = {problem.code: problem.severity.value for problem in reversed(diagnostics)}
    prints = _fingerprints(diagnostics)
    run = {
        "tool": {
            "driver": {
                "name": "Dateline",
                "version": __version__,
                "language": "en-GB",
                "rules": [_rule(code, levels[code]) for code in codes],
            }
        },
        "invocations": [{"executionSuccessful": True}],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder in which check was run."}}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(problem, codes.index(problem.code), found)
            for problem, found in zip(diagnostics, prints, strict=True)
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return whole(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _rule(code: str, level: str) -> Json:
    """What the rulebook says of a code; of one that is not in it, the code and its first level alone."""
    rule = RULES.get(code)
    if rule is None:
        return {"id": code, "defaultConfiguration": {"level": level}}
    return {
        "id": code,
        "shortDescription": {"text": rule.says},
        "fullDescription": {"text": rule.why},
        "help": help_of(rule),
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(problem: Diagnostic, rule: int, fingerprint: str) -> Json:
    message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity.value,
        "message": {"text": message},
        "locations": [{"physicalLocation": _place(problem)}],
        "partialFingerprints": {"dateline/v1": fingerprint},
    }


def _place(problem: Diagnostic) -> Json:
    mark = problem.mark
    region: Json = {
        "startLine": mark.line,
        "startColumn": mark.column,
        "endColumn": mark.column + mark.length,
    }
    place: Json = {
        "artifactLocation": {"uri": quote(whole(problem.file)), "uriBaseId": ROOT},
        "region": region,
    }
    if meant := problem.excerpt[mark.column - 1 : mark.column - 1 + mark.length]:
        region["snippet"] = {"text": meant}
        place["contextRegion"] = {"startLine": mark.line, "snippet": {"text": problem.excerpt}}
    return place


def _fingerprints(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """For each diagnostic a sign that stays the same while its line is the same, wherever that stands.

    The same mistake in several lines of a file that read the same is told apart by its number.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    prints = []
    for problem in diagnostics:
        text = problem.excerpt.strip() or problem.message
        seen[problem.file, problem.code, text] += 1
        digest = sha256(f"{problem.code}\n{text}".encode("utf-8", "replace")).hexdigest()[:16]
        prints.append(f"{digest}:{seen[problem.file, problem.code, text]}")
    return prints
