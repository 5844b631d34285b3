"""How often something appears over time, as bars with their numbers in a table."""

from datetime import date

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.rhythm import Rhythm, Step
from generator.words.catalogue import say_count
from generator.words.days import day_text, days_text

HEIGHT = 100
"""Of the box of the drawing, in which each stretch of time is ten wide."""
LEAST = 2
"""Percent of the height that can still be seen."""
FEW, SOME = 8, 31
"""Stretches that need a quarter and a half of the width."""


class Bar(Struct, frozen=True):
    """A day, week, month or longer with its number of documents."""

    label: str
    url: str
    """The page of a day, month or year; empty for other stretches."""
    documents: int
    x: int
    height: int


class RhythmChart(Struct, frozen=True):
    """Bars in a box, with what they show in words."""

    words: str
    bars: tuple[Bar, ...]
    width: int
    """Of the box."""
    room: str
    """few, some or many: how much of the page's width the bars need."""
    most: int
    """How many documents the highest bar stands for."""
    first: str
    """What the first and the last bar stand for."""
    last: str


def rhythmchart_of(archive: Archive, rhythm: Rhythm) -> RhythmChart | None:
    """The bars of something; None where everything is of one day."""
    begins, ends = rhythm.begins, rhythm.ends
    if begins is None or ends is None or begins == ends:
        return None
    language, most = archive.site.language, max(number for _, number in rhythm.stretches)
    bars = []
    for place, documents in rhythm.stretches:
        first, last = rhythm.first_day(place), rhythm.first_day(place + 1)
        height = max(round(documents * HEIGHT / most), LEAST)
        label, url = _label(rhythm.step, first, last, language), _url(archive, rhythm.step, first)
        bars.append(Bar(label, url, documents, place * 10, height))
    peak = next(bar for bar in bars if bar.documents == most)
    length = rhythm.length
    return RhythmChart(
        words=_in_words(rhythm.step, days_text(begins, ends, language), peak, language),
        bars=tuple(bars),
        width=length * 10,
        room="few" if length <= FEW else "some" if length <= SOME else "many",
        most=most,
        first=_end(rhythm.step, begins, language),
        last=_end(rhythm.step, ends, language),
    )


def _label(step: Step, first: date, after: date, language: str) -> str:
    if step is Step.DAY:
        return day_text(first, language)
    if step is Step.WEEK:
        return days_text(first, date.fromordinal(after.toordinal() - 1), language)
    if step is Step.MONTH:
        return day_text(first, language, "month")
    return str(first.year) if step is Step.YEAR else f"{first.year}–{after.year - 1}"


def _end(step: Step, day: date, language: str) -> str:
    """A day at the end of the axis, as exact as the bars are."""
    if step in {Step.DAY, Step.WEEK}:
        return day_text(day, language)
    return day_text(day, language, "month") if step is Step.MONTH else str(day.year)


def _url(archive: Archive, step: Step, first: date) -> str:
    if step is Step.DAY:
        return archive.day_page.get(first, "")
    if step is Step.MONTH:
        return urls.month_url(first.year, first.month)
    return urls.year_url(first.year) if step is Step.YEAR else ""


def _in_words(step: Step, period: str, peak: Bar, language: str) -> str:
    given = {"period": period, "peak": peak.label}
    if step is Step.DAY:
        return say_count(
            language,
            "Documents by day, %(period)s. The most, %(num)s document, on %(peak)s.",
            "Documents by day, %(period)s. The most, %(num)s documents, on %(peak)s.",
            peak.documents,
            **given,
        )
    if step is Step.WEEK:
        return say_count(
            language,
            "Documents by week, %(period)s. The most, %(num)s document, in the week of %(peak)s.",
            "Documents by week, %(period)s. The most, %(num)s documents, in the week of %(peak)s.",
            peak.documents,
            **given,
        )
    if step is Step.MONTH:
        return say_count(
            language,
            "Documents by month, %(period)s. The most, %(num)s document, in %(peak)s.",
            "Documents by month, %(period)s. The most, %(num)s documents, in %(peak)s.",
            peak.documents,
            **given,
        )
    return say_count(
        language,
        "Documents over the years, %(period)s. The most, %(num)s document, in %(peak)s.",
        "Documents over the years, %(period)s. The most, %(num)s documents, in %(peak)s.",
        peak.documents,
        **given,
    )
