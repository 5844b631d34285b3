"""Title, day, source, address and language of a draft: what the editor says, the page says, or the text."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from generator.intake.day import infer_day
from generator.intake.dropped import Dropped
from generator.intake.headline import Headline, made_from
from generator.intake.into import Into
from generator.intake.lines import Line
from generator.intake.page import Page
from generator.intake.printedby import PrintedBy, named_source, source_in
from generator.intake.sourceline import SourceLine
from generator.intake.tongue import tongue_of
from generator.intake.wishes import Wishes
from generator.model.written.addresses import url_of
from generator.model.written.mistake import Mistake
from generator.model.written.places import language_of
from generator.model.written.text import TITLE_CHARACTERS

ASKED = "given by you"
OF_PAGE = "from the page's own details"


class Value(Struct, frozen=True):
    """A value of the front matter and how it came about; empty when it was not found."""

    text: str = ""
    how: str = ""
    guessed: bool = False
    """Whether the editor should look at it again."""


def title_of(wishes: Wishes, page: Page, headline: Headline | None, text: str) -> Value:
    """The title that was asked for, else that of the page, else the headline, else the first words."""
    if wishes.title:
        return Value(wishes.title, ASKED)
    if page.title:
        return Value(_short(page.title), OF_PAGE)
    if headline:
        return Value(_short(headline.text), "the headline above the text")
    return Value(made_from(text).text, "no headline was found: these are the first words", guessed=True)


def day_of(wishes: Wishes, page: Page, text: str, language: str) -> tuple[date | None, Value]:
    """The day that was asked for, else that of the page, else the one inferred from the text."""
    if wishes.day:
        return wishes.day, Value(wishes.day.isoformat(), ASKED)
    if page.day:
        return page.day, Value(page.day.isoformat(), OF_PAGE)
    found = infer_day(text, language, wishes.near)
    if found is None:
        return None, Value(how="no day was found: write the day it belongs to, such as 2024-11-29")
    reason = f'inferred from "{found.words}"' + (f" ({found.how})" if found.how else "")
    return found.day, Value(found.day.isoformat(), reason, guessed=True)


def source_of(
    wishes: Wishes,
    page: Page,
    line: SourceLine | None,
    lines: Sequence[Line],
    dropped: Sequence[Dropped],
    into: Into,
) -> Value:
    """The source that was asked for, else the one that the text or the page names."""
    found = _printed_by(wishes, page, line, lines, dropped, into)
    if found:
        return Value(found.source, found.how, guessed=not found.known or found.how != ASKED)
    known = ", ".join(into.sources) or "none yet"
    return Value(how=f"not found: write an id of sources/ ({known[:200]})")


def url_found(wishes: Wishes, page: Page) -> Value:
    """The address that was asked for, else that of the page; nothing that is no address."""
    if wishes.url:
        return Value(wishes.url, ASKED)
    try:
        return Value(url_of(page.url), OF_PAGE) if page.url else Value()
    except Mistake:
        return Value()


def language_found(wishes: Wishes, page: Page, text: str, into: Into) -> Value:
    """The language that was asked for, else that of the page, else that of the words."""
    if wishes.language:
        return Value(wishes.language, ASKED)
    try:
        if page.language:
            return Value(language_of(page.language), OF_PAGE)
    except Mistake:
        pass  # some pages state a language that nobody speaks
    tongue = tongue_of(text, into.language)
    return Value(tongue.tag, tongue.how, guessed=not tongue.sure)


def _printed_by(
    wishes: Wishes,
    page: Page,
    line: SourceLine | None,
    lines: Sequence[Line],
    dropped: Sequence[Dropped],
    into: Into,
) -> PrintedBy | None:
    if wishes.source:
        return named_source(wishes.source, into.sources, ASKED)
    if line:
        return named_source(line.name, into.sources, f'from "{line.line.text}"')
    address = (Line(0, wishes.url), Line(0, page.url))
    if found := source_in((*address, *lines), dropped, into.sources):
        return found
    return named_source(page.site, into.sources, OF_PAGE) if page.site else None


def _short(title: str) -> str:
    return " ".join(title.split())[:TITLE_CHARACTERS].rstrip()
