"""Who speaks in a sentence, and for which part of it."""

import re
from collections.abc import Iterator

from msgspec import Struct

from generator.intake.figures.names import (
    NAME,
    NOT_IN_NAME,
    PRONOUN,
    QUOTES,
    SAME,
    appositive,
    last_name,
    name_at,
    name_behind,
    subject,
)
from generator.intake.figures.saying import by_name, is_no_verb, verb
from generator.model.prose import Span
from generator.read.tongue import primary

_CITING = re.compile(r"\b(?:citing|quoting)\s+([^,;]{2,80})")
_ENDED = re.compile(
    r"(?:\s+(?:reporters|journalists|lawmakers|parliament|a (?:news|press) conference)\b)?"
    r"(?:\s+(?:in|on|at|during|after|by|late|early|later|Mon|Tues|Wednes|Thurs|Fri|Satur"
    r"|Sun)\w*\b[^,.;“”\"]{0,60})?"
    r"\s*(?:[,.;]|\Z)"
)
"""Nothing is said any more: a full stop or comma, with at most a place or time before it."""


class Voice(Struct, frozen=True):
    """Somebody who says something: `span` holds name and verb, in the sentence."""

    span: Span
    name: str
    """As written, without article; empty for "it", "the same source": whoever spoke last."""
    behind: bool
    """Whether it stands behind what is said: "…, the Observatory said."."""
    ahead: bool
    """Whether it stands before what is said: "the Observatory said that …"."""
    via: str = ""
    """Who was told, or who quotes."""


def voices_of(text: str, language: str) -> tuple[Voice, ...]:
    """The voices of a sentence from left to right."""
    found = [*_named_after(text, language)]
    if primary(language) == "en":
        taken = [voice.span for voice in found]
        found += [voice for voice in _speaking(text) if not any(voice.span.meets(span) for span in taken)]
    return tuple(sorted(found, key=lambda voice: voice.span))


def _named_after(text: str, language: str) -> Iterator[Voice]:
    """ "According to X", in whatever language it is known."""
    for match in by_name(primary(language)).finditer(text):
        rest = text[match.end() :]
        if same := SAME.match(rest):
            name, end = "", match.end() + same.end()
        else:
            name = name_at(rest)
            end = match.end() + len(name)
        before = text[: match.start()].rstrip()
        first = not before or (before.endswith(tuple(QUOTES)) and len(before) == 1)
        speaker = "" if PRONOUN.fullmatch(name) else last_name(name)
        yield Voice(Span(match.start(), end), speaker, behind=not first, ahead=True)


def _speaking(text: str) -> Iterator[Voice]:
    for match in verb().finditer(text):
        if is_no_verb(text, match):
            continue
        before, behind = text[: match.start()], text[match.end() :]
        told = (
            re.match(r"\s+((?:the\s+)?" + NAME.pattern + ")", behind)
            if match[0].startswith(("told", "tell"))
            else None
        )
        via = NOT_IN_NAME.sub("", told[1]).strip(" .,") if told else ""
        ended = _ENDED.match(behind, len(told[0].rstrip(".")) if told else 0) is not None
        if match["gerund"]:
            yield from _with_gerund(text, match, via)
            continue
        bare = before.rstrip()
        inverted = not bare or (
            bare.endswith((*QUOTES, ",")) and bool(re.match(r"\s+(?:the|a|an|[A-Z])", behind))
        )
        if inverted and (not bare or bare[-1] in QUOTES or not subject(before)[0]):
            name = name_behind(behind)
            yield Voice(
                Span(match.start(), match.end() + len(name)), last_name(appositive(name)), True, False, via
            )
            continue
        speaker, start = subject(before)
        if speaker is None:
            continue
        name = speaker
        lead = before[:start].rstrip()
        trailing = ended and bool(lead) and lead[-1] in f",{QUOTES}"
        if cited := _CITING.search(before, start):
            via, name = name, last_name(cited[1])
        goes_on = not trailing or bool(match["put"]) or behind.lstrip().startswith(",")
        yield Voice(Span(start, match.end()), name, trailing, goes_on, via)


def _with_gerund(text: str, match: re.Match[str], via: str) -> Iterator[Voice]:
    """ "with the UN reporting that", or after a comma whoever speaks in the sentence already."""
    before = text[: match.start()]
    own = re.search(r"\b[Ww]ith\s+([^,;]{2,80})\s\Z", before)
    name = last_name(own[1]) if own else ""
    start = own.start() if own else match.start()
    yield Voice(Span(start, match.end()), name, False, True, via)
