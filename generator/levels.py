"""Levels and silences: what site.yaml and single files say of the rules, applied after every check."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.level import Level
from generator.model.nearest import nearest
from generator.model.written.actor import WrittenActor
from generator.model.written.document import WrittenDocument
from generator.model.written.site import WrittenSite
from generator.model.written.source import WrittenSource
from generator.model.written.topic import WrittenTopic
from generator.read.entry import Entry
from generator.rulebook import RULES

UNUSED = "unused-silence"
_SILENCING = (WrittenDocument, WrittenActor, WrittenSource, WrittenTopic)
SEVERITIES = {Level.WARNING: Severity.WARNING, Level.ERROR: Severity.ERROR}


def levelled(
    diagnostics: Iterable[Diagnostic], site: Entry | None, entries: Iterable[Entry]
) -> tuple[Diagnostic, ...]:
    """The diagnostics at the level that the site gives them, without those that their own file silences.

    `site` is site.yaml, if it could be read; `entries` are the other files that were checked. What is wrong
    with levels and silences themselves is added (`unknown-rule`, `fixed-rule`, `unused-silence`). Whether a
    silence is used is told only when no mistake of form keeps other mistakes from being found.
    """
    found = tuple(diagnostics)
    levels = _levels(site)
    entries = tuple(entry for entry in entries if _silence(entry))
    silences = {entry.file.path: _silence(entry) for entry in entries}
    wrong = [*_wrong_names(site, "checks", levels), *_all_wrong_names(entries, silences)]
    used = {(problem.file, problem.code) for problem in found}
    complete = not wrong and not any(problem.code in RULES and _is_fixed(problem.code) for problem in found)
    unused = _unused(entries, silences, levels, used) if complete else ()
    kept = (_at_level(problem, levels, silences) for problem in (*found, *unused))
    return (*wrong, *(problem for problem in kept if problem))


def _at_level(
    problem: Diagnostic, levels: Mapping[str, Level], silences: Mapping[str, Mapping[str, str]]
) -> Diagnostic | None:
    """The problem as it is to be told; None when it is not."""
    if _is_fixed(problem.code):
        return problem
    level = levels.get(problem.code)
    if level is Level.OFF or problem.code in silences.get(problem.file, {}):
        return None
    return replace(problem, severity=SEVERITIES[level]) if level else problem


def _levels(site: Entry | None) -> Mapping[str, Level]:
    return site.written.checks if site and isinstance(site.written, WrittenSite) else {}


def _silence(entry: Entry) -> Mapping[str, str]:
    written = entry.written
    return written.silence if isinstance(written, _SILENCING) else {}


def _all_wrong_names(
    entries: Iterable[Entry], silences: Mapping[str, Mapping[str, str]]
) -> Iterator[Diagnostic]:
    for entry in entries:
        yield from _wrong_names(entry, "silence", silences.get(entry.file.path, {}))


def _wrong_names(entry: Entry | None, key: str, codes: Iterable[str]) -> Iterator[Diagnostic]:
    """An error at each code below a key that names no rule, or one that cannot be changed."""
    if entry is None:
        return
    for code in codes:
        if code not in RULES:
            meant = nearest(code, [known for known in RULES if not _is_fixed(known)])
            hint = f'did you mean "{meant}"?' if meant else "write the code that check prints in brackets"
            message = f'no rule has the code "{code}"'
            yield entry.problem("unknown-rule", (key, code), message, hint, key=True)
        elif _is_fixed(code):
            message = f'the rule "{code}" cannot be changed'
            hint = f"delete this line; dateline check --explain {code} says what must hold"
            yield entry.problem("fixed-rule", (key, code), message, hint, key=True)


def _unused(
    entries: Iterable[Entry],
    silences: Mapping[str, Mapping[str, str]],
    levels: Mapping[str, Level],
    used: set[tuple[str, str]],
) -> Iterator[Diagnostic]:
    """A warning at each silence of a rule that its file does not break."""
    for entry in entries:
        for code in silences.get(entry.file.path, {}):
            idle = (entry.file.path, code) not in used and levels.get(code) is not Level.OFF
            if idle and code != UNUSED:
                message = f'nothing here breaks the rule "{code}"'
                yield entry.problem(
                    UNUSED,
                    ("silence", code),
                    message,
                    "delete this line",
                    severity=Severity.WARNING,
                    key=True,
                )


def _is_fixed(code: str) -> bool:
    rule = RULES.get(code)
    return rule is None or not rule.adjustable
