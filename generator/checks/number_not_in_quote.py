"""A figure can be read in its quotation, or nobody could check it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.assemble.places import Places
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from generator.model.fact import Fact
from generator.model.prose import Span
from generator.read.daywords import RELATIVE, day_words
from generator.read.digits import digit_numbers
from generator.read.numberwords import reads_words
from generator.read.numerals import numerals, says
from generator.read.tongue import primary

CODE = "number-not-in-quote"


def check(document: Document, places: Places) -> Iterator[Diagnostic]:
    """An error at each number or day that its quotation does not give, of a range at each end."""
    for fact in document.facts:
        for key in ("value", "low", "high"):
            told = _told(document, fact, getattr(fact, key))
            if told:
                path = (*places.fact_path(document, fact), key)
                yield places.problem(document.file, path, CODE, *told)


def _told(document: Document, fact: Fact, end: Decimal | date | str | None) -> tuple[str, str] | None:
    """Message and hint about one end of a fact's figure; None when nothing is wrong with it."""
    match end:
        case Decimal() if not _gives(fact.quote, document.language, end):
            return _no_number(fact.quote, document.language, end)
        case date() if not _names(fact.quote, document, end):
            return _no_day(fact.quote, document, end)
        case _:
            return None


def _gives(quote: str, language: str, number: Decimal) -> bool:
    if any(number.copy_abs() in readings for _, _, readings in digit_numbers(quote, language)):
        return True
    if says(quote, language, number):
        return True
    return not reads_words(language) and not _has_number(quote, language)


def _has_number(quote: str, language: str) -> bool:
    """Whether there are digits that belong to no date."""
    dates = [word.span for word in day_words(quote, language)]
    found = (Span(start, end) for start, end, _ in digit_numbers(quote, language))
    return any(not any(day.meets(number) for day in dates) for number in found)


def _no_number(quote: str, language: str, number: Decimal) -> tuple[str, str]:
    given = [quote[found.span.start : found.span.end] for found in numerals(quote, language) if found.firm]
    hint = (
        f"the quotation gives {', '.join(given)}; correct the figure, or quote the words that give it"
        if given
        else "quote the words that give the figure"
    )
    return f"{number:f} does not stand in the quotation", hint


def _names(quote: str, document: Document, day: date) -> bool:
    words = day_words(quote, document.language)
    if any(word.means(day, document.day) for word in words):
        return True
    # Without a list of words such as "yesterday" nobody can tell that a quotation names no day.
    return not words and primary(document.language) not in RELATIVE


def _no_day(quote: str, document: Document, day: date) -> tuple[str, str]:
    words = [quote[word.span.start : word.span.end] for word in day_words(quote, document.language)]
    if not words:
        return "the quotation names no day", f"quote the words that name {day}: its date, or its weekday"
    hint = f"the quotation gives {', '.join(words)}; correct the day, or quote the words that name it"
    return f"{day} is not named in the quotation", hint
