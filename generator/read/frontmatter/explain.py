"""What YAML refuses, in words that help an editor: where the mistake began, and what to write."""

import re
from collections.abc import Callable
from typing import Any

import yaml
from msgspec import Struct

from generator.model.diagnostic import Diagnostic
from generator.model.written.mistake import LONGEST, quoted
from generator.read.frontmatter.lines import Lines

KEY = re.compile(r"\s*(- +)?[\w-]+:(\s|$)")
QUOTES = "\"'"
CLOSING = {"[": "]", "{": "}"}
ALIGN = "start it in the same column as the keys above it"


class Seen(Struct, frozen=True):
    """The front matter `lines.text[start:end]`, and how far it was read before YAML gave up."""

    lines: Lines
    start: int
    end: int
    last: Any
    """The last event before the mistake; there is one, for YAML begins with an event that says so."""
    open_brackets: tuple[int, ...]

    @property
    def last_span(self) -> tuple[int, int]:
        """Where the last event starts and ends in the text."""
        return self.start + self.last.start_mark.index, self.start + self.last.end_mark.index


class Refusal(Struct, frozen=True):
    """What PyYAML says: its two sentences, and the indexes that they speak of."""

    words: str
    place: int
    context: int


Explained = Diagnostic | None


def explain(error: yaml.MarkedYAMLError, seen: Seen) -> Diagnostic:
    """The refusal as a problem with a mark, in plain words."""
    place = seen.start + error.problem_mark.index if error.problem_mark else seen.start
    context = seen.start + error.context_mark.index if error.context_mark else place
    words = f"{error.context or ''}: {error.problem or ''}"
    refusal = Refusal(words, min(place, seen.end), min(context, seen.end))
    for rule in RULES:
        if problem := rule(refusal, seen):
            return problem
    return _problem(seen, refusal.place, "this line cannot be read", "put the value in quotes")


def _open_quote(refusal: Refusal, seen: Seen) -> Explained:
    if "quoted scalar" not in refusal.words or not re.search(
        "end of stream|document (indicator|separator)", refusal.words
    ):
        return None
    return _never_closed_quote(seen, refusal.context)


def _backslash(refusal: Refusal, seen: Seen) -> Explained:
    if not re.search("(parsing a|double-)quoted scalar|parsing a quoted scalar", refusal.words):
        return None
    return _problem(
        seen,
        refusal.context,
        "a backslash inside double quotes has a meaning of its own",
        "write it twice, or put the text in single quotes",
    )


def _open_bracket(refusal: Refusal, seen: Seen) -> Explained:
    """A bracket is open, and the next key (or the end) has come."""
    if not seen.open_brackets:
        return None
    opening, lines = seen.open_brackets[-1], seen.lines
    ended = not lines.text[refusal.place : seen.end].strip()
    below = not lines.same_line(opening, refusal.place)
    if not ended and not (below and lines.indent(refusal.place) <= lines.indent(opening)):
        return None
    closing = CLOSING.get(lines.text[opening], "]")
    return _problem(
        seen,
        opening,
        f'the bracket "{lines.text[opening]}" is never closed',
        f"write {closing} at its end, or put the text in quotes",
    )


def _directive(refusal: Refusal, seen: Seen) -> Explained:
    start = seen.lines.start_of_line(refusal.place)
    if "document start" in refusal.words:  # where YAML looks for it after one, at the end of the front matter
        first = re.compile("^%", re.MULTILINE).search(seen.lines.text, seen.start, seen.end)
        start = first.start() if first else start
    if not seen.lines.text.startswith("%", start):
        return None
    return _problem(seen, start, "lines that start with % are not allowed", "delete it", code="directive")


def _tab(refusal: Refusal, seen: Seen) -> Explained:
    line = seen.lines.line(refusal.place)
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent or ":" not in line:
        return None
    tab = seen.lines.start_of_line(refusal.place) + indent.index("\t")
    return _problem(
        seen, tab, "a tab stands where spaces are needed", "indent the line with spaces", end=tab + 1
    )


def _colon(refusal: Refusal, seen: Seen) -> Explained:
    if "mapping values are not allowed" not in refusal.words:
        return None
    start, _ = seen.last_span
    lines = seen.lines
    if isinstance(seen.last, yaml.ScalarEvent) and lines.same_line(start, refusal.place):
        return _quote(seen, start, "a colon and a space stand inside the value")
    if isinstance(seen.last, yaml.ScalarEvent) and not KEY.match(lines.line(start)):
        return _no_key(seen, start)
    first = lines.start_of_line(refusal.place) + lines.indent(refusal.place)
    return _problem(seen, first, "this line belongs to the value above it", ALIGN)


def _line_without_key(refusal: Refusal, seen: Seen) -> Explained:
    if "simple key" not in refusal.words:
        return None
    return _no_key(seen, refusal.context)


def _after_value(refusal: Refusal, seen: Seen) -> Explained:
    """Something stands after a closing quotation mark or bracket."""
    start, end = seen.last_span
    if not re.search("expected key|expected <block end>|expected '-'", refusal.words):
        return None
    if not seen.lines.same_line(max(end - 1, start), refusal.place):
        return None
    if isinstance(seen.last, yaml.ScalarEvent) and seen.last.style in tuple(QUOTES):
        return _after_quote(seen, start, end)
    # The end of a block is no sign in the text, so it has no length.
    if isinstance(seen.last, yaml.CollectionEndEvent) and end > start:
        return _quote(seen, _value_start(seen, refusal.place), "something stands after the closing bracket")
    return None


def _after_quote(seen: Seen, start: int, end: int) -> Diagnostic:
    message = "something stands after the closing quotation mark"
    lines = seen.lines
    if any(KEY.match(row) for row in lines.text[start:end].split("\n")[1:]):
        return _never_closed_quote(seen, start)
    if not lines.same_line(start, end):
        return _problem(seen, start, message, "put the whole value between the quotation marks")
    value = lines.rest(start)
    apostrophe = seen.last.style == "'" and value.endswith("'") and lines.text[end : end + 1].isalnum()
    if apostrophe and len(value) <= LONGEST and '"' not in value:
        return _problem(seen, start, message, f'put the value in double quotes: "{value[1:-1]}"')
    return _quote(seen, start, message)


def _indentation(refusal: Refusal, seen: Seen) -> Explained:
    if not re.search("expected key|expected <block end>|expected '-'", refusal.words):
        return None
    if re.search("expected '-'|block collection", refusal.words):
        hint = "start it with a hyphen and a space, or delete the hyphens above"
        return _problem(seen, refusal.place, "this line is not an entry of the list above it", hint)
    if ":" not in seen.lines.rest(refusal.place):
        return _no_key(seen, refusal.place)
    return _problem(seen, refusal.place, "this line is indented unlike those above it", ALIGN)


def _document(refusal: Refusal, seen: Seen) -> Explained:
    line = seen.lines.line(refusal.place).rstrip()
    if "document start" not in refusal.words and line != "...":
        return None
    if not line.startswith(("---", "...", "%")):
        hint = "delete it, or write each key on a line of its own, without brackets around them"
        return _problem(seen, refusal.place, "nothing may stand after the last bracket", hint)
    return _problem(
        seen, refusal.place, "a second document starts here", "delete this line", code="several-documents"
    )


def _entries(refusal: Refusal, seen: Seen) -> Explained:
    """A list or group in brackets, of which the brackets are right."""
    if not seen.open_brackets or "parsing a flow" not in refusal.words:
        return None
    hint = "put commas between them, and quotes around those that hold a colon, comma or bracket"
    return _problem(seen, seen.open_brackets[-1], "the entries in these brackets cannot be told apart", hint)


def _sign(refusal: Refusal, seen: Seen) -> Explained:
    """A value starts with a sign that means something to YAML: `@`, a backtick, `*`, `>`, `-`."""
    start = min(refusal.context, refusal.place)
    sign = seen.lines.text[start : start + 1]
    if not sign.strip():
        return None
    return _quote(seen, start, f"a value cannot start with {quoted(sign)}")


def _no_key(seen: Seen, start: int) -> Diagnostic:
    rest = seen.lines.rest(start)
    missing_space = re.match(r"([\w-]+):(\S.*)", rest)
    hint = f"write a space after the colon of {missing_space[1]}:" if missing_space else "write key: value"
    if not missing_space and start > seen.start:
        hint = "indent it if it belongs to the value above, or write key: value"
    return _problem(seen, start, "this line has no key", hint)


def _never_closed_quote(seen: Seen, start: int) -> Diagnostic:
    sign = seen.lines.text[start : start + 1]
    return _problem(
        seen,
        start,
        f"the quotation mark {sign} is never closed",
        f"write a second {sign} at the end of the text",
    )


def _value_start(seen: Seen, place: int) -> int:
    """Where the value on the line of `place` starts, behind its key or hyphen."""
    first = seen.lines.start_of_line(place)
    key = re.match(r"\s*(- +)?([\w-]+:\s+)?", seen.lines.line(place))
    return first + (key.end() if key else 0)


def _quote(seen: Seen, start: int, message: str) -> Diagnostic:
    """The hint to put a whole value in quotes, written out where it is short."""
    value = seen.lines.rest(start)
    if seen.open_brackets:
        value = re.split(r"\s*[,\]}]", value, maxsplit=1)[0] or value
    if len(value) > LONGEST:
        hint = "put the value in quotes"
    elif '"' in value or "\\" in value:
        hint = "put the value in quotes: '" + value.replace("'", "''") + "'"
    else:
        hint = f"put the value in quotes: {quoted(value)}"
    return _problem(seen, start, message, hint, end=start + len(value))


def _problem(
    seen: Seen, start: int, message: str, hint: str, *, end: int | None = None, code: str = "not-yaml"
) -> Diagnostic:
    return Diagnostic(code, "", seen.lines.mark(start, end), message, hint)


RULES: tuple[Callable[[Refusal, Seen], Explained], ...] = (
    _open_quote,
    _backslash,
    _open_bracket,
    _directive,
    _tab,
    _colon,
    _line_without_key,
    _after_value,
    _indentation,
    _document,
    _entries,
    _sign,
)
"""The first that knows the case explains it."""
