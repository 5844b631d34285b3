"""Ways through the archive: calendars, days like this one, timelines, and who appears beside whom."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.memo.glass import Glass
from generator.model.page import Page
from generator.model.rhythm import MOST, NEVER, Rhythm, Step, rhythm_of
from generator.pages.parts.company import ROW, THICKEST, THINNEST, company_of
from generator.pages.parts.rhythmchart import HEIGHT, rhythmchart_of
from generator.pages.parts.shades import DARKEST, Shade, shade_at, shades_of
from tests.archive import PLACES, Files, actor, article, pages_of, sound, topic

DATES = some.dates(date(1000, 1, 1), date(2999, 12, 31))
"""Those that an archive may have."""
WAR = {"topics/war.md": topic("killed: {label: Killed}\nwounded: {label: Wounded}")}


def news(day: str, *facts: str, name: str = "news", more: str = "", title: str = "") -> Files:
    text = article(*facts, day=day, title=title or f"News of {day}", more=more)
    return {f"articles/{day}-{name}.md": text}


def site(*files: Files) -> dict[str, Page]:
    return pages_of(sound({**PLACES, **WAR, **{path: text for one in files for path, text in one.items()}}))


def cells(page: Page) -> dict[int, tuple[int, bool, bool]]:
    """The number of documents of each day of a month, whether it is a gap, and whether it is the newest."""
    found = (cell for week in page.view.grid.weeks for cell in week if cell.day)
    return {cell.day.day: (cell.documents, cell.is_gap, cell.is_newest) for cell in found}


# Calendars


def test_an_empty_day_is_a_gap_only_between_days_that_have_documents() -> None:
    pages = site(news("2024-11-25"), news("2024-11-28"), news("2024-11-28", name="more"))
    found = cells(pages["/2024/11/"])
    assert (found[24], found[26], found[29]) == ((0, False, False), (0, True, False), (0, False, False))
    assert (found[25], found[28]) == ((1, False, False), (2, False, True))
    assert pages["/2024/11/"].view.grid.gaps == 2


def test_a_month_that_others_follow_has_gaps_to_its_end() -> None:
    pages = site(news("2024-11-25"), news("2024-12-02"))
    assert [day for day, (_, is_gap, _) in cells(pages["/2024/11/"]).items() if is_gap] == [
        26,
        27,
        28,
        29,
        30,
    ]
    assert not any(is_newest for _, _, is_newest in cells(pages["/2024/11/"]).values())


def test_a_month_and_a_year_say_how_many_lie_empty_before_the_next() -> None:
    pages = site(news("2020-12-31"), news("2024-03-01"), news("2024-11-25"))
    assert (pages["/2024/11/"].view.previous.text, pages["/2024/11/"].view.previous.gap) == ("March 2024", 7)
    assert pages["/2024/03/"].view.previous.gap == 38
    assert (pages["/2024/"].view.previous.url, pages["/2024/"].view.previous.gap) == ("/2020/", 3)


def test_a_year_at_a_glance_has_a_strip_for_every_month_with_the_numbers_beside_it() -> None:
    view = site(news("2024-03-01"), news("2024-03-03"), news("2024-03-03", name="more"))["/2024/"].view
    assert [(month.documents, month.days, month.url) for month in view.heat[1:4]] == [
        (0, 0, ""),
        (3, 2, "/2024/03/"),
        (0, 0, ""),
    ]
    assert view.heat[2].strip == (
        (0, "M13 4h3v2h-3z"),
        (2, "M0 0h9v10h-9z"),
        (4, "M20 0h9v10h-9z"),
    )
    assert (view.days, view.gaps, view.busiest.day) == (2, 1, date(2024, 3, 3))


@pytest.mark.slow
@given(some.lists(some.integers(0, 500)))
def test_every_number_has_one_shade_and_a_greater_one_is_never_lighter(numbers: list[int]) -> None:
    shades = shades_of(numbers)
    assert len(shades) <= DARKEST
    ranked = [shade_at(shades, number) for number in sorted(numbers) if number]
    assert ranked == sorted(ranked)
    assert 0 not in ranked
    assert shade_at(shades, 0) == 0


def test_nearly_equal_numbers_look_equal_and_a_great_one_stands_out() -> None:
    assert shades_of([26, 30, 33]) == (Shade(2, 26, 33),)
    assert shades_of([1, 2, 1, 40]) == (Shade(2, 1, 2), Shade(4, 40, 40))


def test_a_month_of_many_days_shows_fewer_titles_of_each() -> None:
    few = {f"n{n}": news("2024-03-01", name=f"n{n}") for n in range(12)}
    (day,) = site(*few.values())["/2024/03/"].view.days
    assert (len(day.documents), day.others) == (12, 0)
    days = [(date(2024, 3, 2) + timedelta(days=n)).isoformat() for n in range(25)]
    first, *_ = site(*few.values(), *map(news, days))["/2024/03/"].view.days
    assert (len(first.documents), first.others) == (7, 5)


# On this day


def test_a_day_leads_to_the_same_day_of_other_years_and_to_the_week_before() -> None:
    pages = site(news("2022-03-08"), news("2024-03-01"), news("2024-03-08"), news("2025-03-08"))
    found = pages["/2024/03/08/"].view.echoes
    assert [(one.day, one.years) for one in found.years] == [(date(2025, 3, 8), 1), (date(2022, 3, 8), -2)]
    assert found.week.day == date(2024, 3, 1)
    assert [title.document.text for title in found.week.titles] == ["News of 2024-03-01"]


def test_a_day_that_nothing_echoes_has_no_such_section() -> None:
    assert site(news("2024-03-01"), news("2024-03-07"))["/2024/03/07/"].view.echoes is None


def test_of_very_many_years_the_nearest_are_shown_and_the_others_counted() -> None:
    pages = site(*(news(f"{year}-03-08") for year in range(2010, 2025)))
    found = pages["/2012/03/08/"].view.echoes
    assert [one.day.year for one in found.years] == [2016, 2015, 2014, 2013, 2011, 2010]
    assert found.other_years == 8


def test_a_day_is_not_remembered_by_what_was_withdrawn() -> None:
    gone = "corrections:\n  - {kind: retraction, on: 2024-03-02, text: It was made up.}"
    pages = site(
        news("2024-03-01", more=gone, title="Made up"), news("2024-03-01", name="b"), news("2024-03-08")
    )
    week = pages["/2024/03/08/"].view.echoes.week
    assert [title.document.text for title in week.titles] == ["News of 2024-03-01"]
    assert week.others == 1


def test_home_does_not_repeat_a_week_before_that_stands_among_the_earlier_days() -> None:
    few = site(news("2024-03-01"), news("2024-03-08"))
    assert few["/"].view.echoes is None
    many = site(*(news(f"2024-03-{day:02}", name=f"d{day}") for day in range(1, 10)), news("2023-03-09"))
    assert [one.day for one in many["/"].view.echoes.years] == [date(2023, 3, 9)]


def test_a_day_looks_at_no_document_of_the_days_that_it_leads_to() -> None:
    result = sound({**PLACES, **news("2023-03-08"), **news("2024-03-01"), **news("2024-03-08")})
    page = pages_of(result)["/2024/03/08/"]
    glass = Glass(result.archive, result.judged)
    page.make.func(glass, glass.judged, *page.make.args[2:])
    assert {key for name, key in glass.looked() if name == "by_day"} == {date(2024, 3, 8)}


# Over time


def days_of(first: date, *places: int) -> dict[date, int]:
    return {first + timedelta(days=place): 1 for place in places}


@pytest.mark.parametrize(
    ("span", "step"),
    [
        (0, Step.DAY),
        (61, Step.DAY),
        (62, Step.WEEK),
        (3 * 365, Step.MONTH),
        (30 * 365, Step.YEAR),
        (400 * 365, Step.DECADE),
        (1500 * 365, Step.CENTURY),
    ],
)
def test_what_lasts_longer_is_counted_in_longer_stretches(span: int, step: Step) -> None:
    assert rhythm_of(days_of(date(1000, 1, 1), 0, span)).step is step


@pytest.mark.slow
@given(some.dictionaries(DATES, some.integers(1, 9)))
def test_a_rhythm_is_small_and_loses_no_document(documents: dict[date, int]) -> None:
    rhythm = rhythm_of(documents)
    assert sum(number for _, number in rhythm.stretches) == sum(documents.values())
    assert rhythm.length <= MOST
    assert rhythm == NEVER or rhythm.stretches[0][0] == 0


@given(DATES, some.sampled_from(Step))
def test_every_day_lies_in_the_stretch_that_begins_before_it(day: date, step: Step) -> None:
    rhythm = Rhythm(step, day, day, ((0, 1),))
    assert rhythm.first_day(0) <= day < rhythm.first_day(1)


def named(days: Iterable[str]) -> dict[str, Page]:
    return site({"actors/sohr.md": actor("Sohr")}, *(news(day, more="actors: [sohr]") for day in days))


def test_the_bars_of_an_actor_are_as_high_as_its_days_are_full_and_lead_to_them() -> None:
    days = ["2024-03-01", "2024-03-03"]
    pages = site(
        {"actors/sohr.md": actor("Sohr")},
        *(news(day, more="actors: [sohr]") for day in days),
        news("2024-03-03", name="b", more="actors: [sohr]"),
    )
    drawn = pages["/actors/sohr/"].view.rhythm
    assert [(bar.x, bar.height, bar.documents, bar.url) for bar in drawn.bars] == [
        (0, HEIGHT // 2, 1, "/2024/03/01/"),
        (20, HEIGHT, 2, "/2024/03/03/"),
    ]
    assert drawn.words == "Documents by day, 1–3 March 2024. The most, 2 documents, on 3 March 2024."


def test_an_actor_of_one_day_needs_no_bars() -> None:
    assert named(["2024-03-01"])["/actors/sohr/"].view.rhythm is None


def test_weeks_and_decades_are_named_by_where_they_begin_and_end() -> None:
    archive = sound(PLACES).archive
    weeks = rhythmchart_of(archive, rhythm_of(days_of(date(2024, 3, 6), 0, 100)))
    assert weeks is not None
    assert [bar.label for bar in weeks.bars] == ["4–10 March 2024", "10–16 June 2024"]
    decades = rhythmchart_of(archive, rhythm_of(days_of(date(1915, 3, 6), 0, 40_000)))
    assert decades is not None
    assert [bar.label for bar in decades.bars] == ["1910–1919", "2020–2029"]


# A topic day by day


def test_a_topic_tells_the_newest_day_first_each_with_the_figures_that_it_changed() -> None:
    pages = site(
        news("2024-03-01", "measure: war/killed, value: 100", "measure: war/wounded, value: 7"),
        news("2024-03-02", "measure: war/killed, value: 100", name="same"),
        news("2024-03-03", "measure: war/killed, value: 120", "measure: war/wounded, value: 7"),
    )
    days = pages["/topics/war/"].view.days
    told = [(one.day.day, [(c.measure.text, c.now, c.before) for c in one.changes]) for one in days]
    assert told == [
        (3, [("Killed", "120", "100")]),
        (2, []),
        (1, [("Killed", "100", ""), ("Wounded", "7", "")]),
    ]


def test_of_very_many_changed_figures_a_day_counts_those_that_it_does_not_show() -> None:
    measures = {"topics/war.md": topic("\n".join(f"m-{n}: {{label: M {n}}}" for n in range(9)))}
    day = news("2024-03-01", *(f"measure: war/m-{n}, value: {n + 10}" for n in range(9)))
    (day,) = site(measures, day)["/topics/war/"].view.days
    assert (len(day.changes), day.other_changes) == (6, 3)


# Who appears beside whom


def test_the_lines_to_others_are_as_thick_as_they_share_documents_and_end_beside_their_names() -> None:
    drawn = company_of([("a", 40), ("b", 20), ("c", 1)])
    assert drawn is not None
    assert [tie.thickness for tie in drawn.ties] == [THICKEST, THICKEST / 2, THINNEST]
    ends = [int(tie.path.split()[-1]) for tie in drawn.ties]
    assert ends == [ROW // 2, ROW + ROW // 2, 2 * ROW + ROW // 2]
    assert drawn.height == 3 * ROW


def test_at_most_twelve_are_drawn_and_nobody_is_no_drawing() -> None:
    many = company_of([(f"a-{n}", 50 - n) for n in range(40)])
    assert many is not None
    assert len(many.ties) == 12
    assert company_of([]) is None
