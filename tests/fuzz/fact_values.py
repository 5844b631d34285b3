"""What an author types as a figure, and what a text says of it: read, printed, and looked for."""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from generator.model.prose import Prose, Span
from generator.model.written.days import as_of_of, day_of
from generator.model.written.mistake import Mistake
from generator.model.written.numbers import CHARACTERS, LARGEST_EXPONENT, grade_of, number_of
from generator.read.claimed import claimed_numbers
from generator.read.daywords import day_words
from generator.read.markdown import read_prose
from generator.read.numerals import numerals, says
from generator.read.quotes import find_quote, nearest_quote
from generator.words.days import as_of_text, day_text
from generator.words.numbers import number
from tests.fuzz.bounded import is_repeated, repeated

T = TypeVar("T")
LANGUAGES = ("en", "fr", "de", "es", "ar", "zh", "ja", "ru", "pt-BR", "tlh", "it", "nl")
LONGEST = 2 * (CHARACTERS + LARGEST_EXPONENT)
"""Signs of a number as it is printed, with the marks of its groups."""


def target(data: bytes) -> None:
    """A language, a value and a text, each on a line; the text may go on over further lines."""
    language, _, rest = data.decode("utf-8", "replace").partition("\n")
    value, _, text = rest.partition("\n")
    if language not in LANGUAGES:
        language = LANGUAGES[len(language) % len(LANGUAGES)]
    figure = read(number_of, value)
    if figure is not None:
        printed = number(figure, language)
        assert figure.is_finite()
        assert len(printed) <= LONGEST
        assert says(printed, language, figure), printed
    day = read(day_of, value)
    if day is not None:
        assert day.isoformat() == value.strip()
        assert day_text(day, language)
    days = read(as_of_of, value)
    assert days is None or as_of_text(days, language)
    read(grade_of, value)
    search(text, value, language)
    if is_repeated(data):
        search(repeated(text), repeated(value)[:2_000], language)


def read(reader: Callable[[object], T], value: str) -> T | None:
    """What was typed, read; None for a mistake, which can be told in a line."""
    try:
        return reader(value)
    except Mistake as mistake:
        tellable(mistake)
        return None


def tellable(mistake: Mistake) -> None:
    """Fail unless a mistake can be told in a line."""
    assert mistake.message
    assert "\n" not in mistake.message + mistake.hint, mistake.hint


def search(text: str, quote: str, language: str) -> None:
    """Look for all that a text may say, and for a quotation in it."""
    apart([numeral.span for numeral in numerals(text, language)], text)
    apart([numeral.span for numeral in claimed_numbers(text, language)], text)
    apart([word.span for word in day_words(text, language)], text)
    prose = read_prose(text, language)
    apart(prose.sentences, prose.text)
    within(prose, find_quote(prose, quote))
    nearest_quote(prose, quote)
    for sentence in prose.sentences[:5]:
        copied = prose.text[sentence.start : sentence.end]
        found = find_quote(prose, copied)
        assert found is not None or not re.search(r"\w", copied), copied
        within(prose, found)


def apart(spans: Iterable[Span], text: str) -> None:
    """Fail unless these are stretches of a text, in order, of which none meets another."""
    done = 0
    for span in spans:
        assert done <= span.start < span.end <= len(text), span
        done = span.end


def within(prose: Prose, found: Span | None) -> None:
    """Fail unless a quotation that was found stands in its text."""
    assert found is None or 0 <= found.start < found.end <= len(prose.text), found
