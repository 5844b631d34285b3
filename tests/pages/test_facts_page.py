"""The fact table: every measure once, on pages that stay small, each with a chart inside its box."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.examined import Examined
from generator.model.page import Page
from generator.pages.facts import ROWS, FactsView
from generator.pages.parts.factrow import FactRow, plain, sought
from generator.pages.parts.sparkline import CROWD, HEIGHT, WIDTH, Sparkline, points
from tests import readpages
from tests.archive import PLACES, actor, article, built, pages_of, sound, topic, write
from tests.manymeasures import many, table_of, write_table

LIMIT = 300_000
LONG = f"<b>{{{{ 7*7 }}}}</b>{'&' * 260}"


def views(pages: dict[str, Page]) -> list[FactsView]:
    found = [page.view for page in pages.values() if isinstance(page.view, FactsView)]
    return sorted(found, key=lambda view: view.page)


def rows(pages: dict[str, Page]) -> list[FactRow]:
    return [row for view in views(pages) for group in view.groups for row in group.rows]


def row_of(pages: dict[str, Page], measure: str) -> FactRow:
    (found,) = (row for row in rows(pages) if row.measure.url == f"/facts/{measure}/")
    return found


@pytest.fixture(scope="module")
def several() -> dict[str, Page]:
    """The pages of 30 topics with 8 measures each."""
    return {page.path: page for page in table_of(many(30, 8))}


@pytest.mark.slow
def test_the_pages_hold_every_measure_once_in_the_order_of_topics(several: dict[str, Page]) -> None:
    labels = [row.measure.text for row in rows(several)]
    assert labels == [f"Things counted {t}.{m}" for t in range(30) for m in range(8)]
    assert [len([row for group in view.groups for row in group.rows]) for view in views(several)] == [
        ROWS,
        ROWS,
        240 - 2 * ROWS,
    ]
    assert [(view.first, view.last) for view in views(several)] == [(1, 100), (101, 200), (201, 240)]


@pytest.mark.slow
def test_a_topic_that_a_page_breaks_is_named_again_on_the_next(several: dict[str, Page]) -> None:
    first, second, _ = views(several)
    assert first.groups[-1].topic == second.groups[0].topic
    assert (first.groups[-1].continued, second.groups[0].continued) == (False, True)
    assert len(first.groups[-1].rows) + len(second.groups[0].rows) == second.groups[0].measures == 8


@pytest.mark.slow
def test_every_page_of_the_table_leads_to_all_of_them(several: dict[str, Page]) -> None:
    addresses = ["/facts/", "/facts/page/2/", "/facts/page/3/"]
    assert [view.head.path for view in views(several)] == addresses
    assert all([link.url for link in view.pages] == addresses for view in views(several))


@pytest.mark.slow
def test_a_new_document_leaves_the_pages_as_they_are_that_do_not_show_its_measures(
    several: dict[str, Page],
) -> None:
    said = "measure: story-0/m-0, value: 3, qualifier: at-least, according_to: who-1"
    new = article(said, day="2024-01-03", title="One more of story 0")
    before = views(several)
    after = views({page.path: page for page in table_of(many(30, 8) | {"articles/2024-01-03-more.md": new})})
    assert [old == now for old, now in zip(before, after, strict=True)] == [False, True, True]
    assert (before[0].documents + 1, before[0].figures + 1) == (after[0].documents, after[0].figures)


@pytest.mark.slow
def test_only_the_first_page_counts_what_the_whole_table_has(several: dict[str, Page]) -> None:
    first, second, third = views(several)
    assert first.head.description.startswith("240 measures, 960 figures: ")
    assert second.head.description.startswith("Measures 101 to 200 of 240: ")
    for menus in (second.menus, third.menus):
        assert [(menu.name, [option.id for option in menu.options]) for menu in menus] == [
            (menu.name, [option.id for option in menu.options]) for menu in first.menus
        ]
        assert not any(option.measures for menu in menus for option in menu.options)
    assert all(option.measures for menu in first.menus for option in menu.options)


@pytest.mark.slow
def test_long_labels_full_of_signs_make_fewer_rows_a_page_and_none_is_too_heavy(tmp_path: Path) -> None:
    files = write_table(many(4, 60, LONG), tmp_path)
    assert len(files) > 240 // ROWS + 1
    assert max(file.stat().st_size for file in files) < LIMIT
    root = readpages.page(files[0])
    assert root.xpath("//tbody//b") == []
    assert "{{ 7*7 }}</b>" in readpages.text(root.xpath("//tbody/tr[2]/th")[0])


@pytest.mark.slow
def test_an_archive_without_measures_has_one_page_that_says_so(tmp_path: Path) -> None:
    built(write(tmp_path, PLACES), tmp_path / "site")
    root = readpages.page(tmp_path / "site" / "facts" / "index.html")
    assert "no measures yet" in readpages.text(root)
    assert root.xpath("//script[contains(@src, 'facts.')]") == []


def test_a_row_says_what_it_can_be_found_by(sample_pages: dict[str, Page]) -> None:
    traits = row_of(sample_pages, "aleppo-offensive/killed").traits
    assert "sohr" in traits.actors
    assert traits.figures == ("121", "200", "240", "242", "277"), "stale prints can be found too"
    assert traits.years == ("2024",)
    assert {"stale", "revision", "single-origin"} <= set(traits.findings)
    began = row_of(sample_pages, "aleppo-offensive/began").traits.figures
    assert {"2024-11-27", "27 november 2024", "27 nov"} <= set(began)
    assert row_of(sample_pages, "aleppo-offensive/resistance").traits.figures == ("resisted", "unopposed")


def test_a_contested_measure_is_not_sorted_by_a_latest_figure(sample_pages: dict[str, Page]) -> None:
    began = row_of(sample_pages, "aleppo-offensive/began")
    assert (began.by_latest, began.by_span) == ("", ("2024-11-27", "2024-11-29"))
    killed = row_of(sample_pages, "aleppo-offensive/killed")
    assert (killed.by_latest, killed.by_span) == ("277", ("277", "277"))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("14000"), "14000"),
        (Decimal("1.4E+4"), "14000"),
        (Decimal("2.50"), "2.5"),
        (Decimal("-0.0"), "-0"),
        (Decimal("1" * 40), "1" * 40),
        (date(2024, 11, 29), "2024-11-29"),
    ],
)
def test_a_value_for_machines_has_one_form(value: Decimal | date, written: str) -> None:
    assert plain(value) == written


def test_a_choice_is_found_in_small_letters_and_cannot_break_the_list_of_figures() -> None:
    assert sought("Taken | held  back", "en") == ("taken held back",)


def test_menus_offer_what_the_rows_have_with_how_often(sample_pages: dict[str, Page]) -> None:
    (view,) = views(sample_pages)
    menus = {menu.name: menu for menu in view.menus}
    assert list(menus) == ["topic", "actor", "source", "finding", "year"]
    assert [(option.id, option.measures) for option in menus["year"].options] == [("2024", 13)]
    assert [option.measures for option in menus["actor"].options if option.id == "sohr"] == [8]
    assert "stale print" in [option.text for option in menus["finding"].options]


def chart(*facts: str, measure: str = "label: Killed") -> Sparkline | None:
    """The chart of one measure, of which each fact is printed on a day of its own."""
    files = PLACES | {
        "topics/war.md": topic(f"killed: {{{measure}}}"),
        "actors/sohr.md": actor("Observatory"),
        "actors/state.md": actor("The State"),
    }
    for place, fact in enumerate(facts, 1):
        day = f"2024-11-{place:02}"
        files[f"articles/{day}-news.md"] = article(f"measure: war/killed, {fact}", day=day)
    return row_of(pages_of(sound(files)), "war/killed").sparkline


def places(chart: Sparkline) -> list[tuple[int, int]]:
    """Every corner of a chart."""
    whiskers = [(x, y) for x, *ends in chart.whiskers for y in ends]
    return [
        *chart.standing,
        *chart.replaced,
        *chart.hollow,
        *(p for line in chart.lines for p in line),
        *whiskers,
    ]


def test_the_deaths_of_the_sample_are_told_and_drawn(sample_pages: dict[str, Page]) -> None:
    drawn = row_of(sample_pages, "aleppo-offensive/killed").sparkline
    assert drawn is not None
    assert drawn.words == (
        "about 200 on 28 Nov, at least 240 and 242 on 29 Nov, 277 on 30 Nov; one stale print"
    )
    assert (len(drawn.standing), len(drawn.replaced), len(drawn.hollow)) == (1, 3, 1)
    (line,) = drawn.lines
    assert [x for x, _ in line] == sorted(x for x, _ in line)
    assert [y for _, y in line] == sorted((y for _, y in line), reverse=True), "a count that rises"
    assert drawn.hollow[0][1] > max(y for _, y in line), "the stale figure lies below all others"


def test_days_pile_up_on_an_axis(sample_pages: dict[str, Page]) -> None:
    drawn = row_of(sample_pages, "aleppo-offensive/began").sparkline
    assert drawn is not None
    assert drawn.words.startswith("27 November 2024 in 3 documents, 28 November 2024 in 1 document")
    assert len(drawn.ticks) == 3
    assert [sum(x == tick for x, _ in drawn.standing) for tick in drawn.ticks] == [3, 1, 1]


def test_choices_are_counted(sample_pages: dict[str, Page]) -> None:
    row = row_of(sample_pages, "aleppo-offensive/resistance")
    assert row.sparkline is None
    assert [(tally.choice, tally.figures) for tally in row.tallies] == [("resisted", 2), ("unopposed", 1)]


def test_one_sighting_has_no_chart_and_two_of_one_figure_are_one_dot_in_the_middle() -> None:
    assert chart("value: 5") is None
    drawn = chart("value: 5, as_of: 2024-11-01", "value: 5, as_of: 2024-11-01")
    assert drawn is not None
    assert len(drawn.standing) == 1
    assert drawn.standing[0][0] == WIDTH // 2


def test_every_mark_lies_in_the_box_whatever_the_figures_are() -> None:
    drawn = chart(
        "value: 1, qualifier: at-least, according_to: sohr",
        f"value: {10**50}, qualifier: fewer-than, according_to: sohr",
        "value: -7.25, qualifier: up-to",
        "low: 3, high: 9, according_to: state",
        f"value: {10**50}, qualifier: more-than, according_to: state",
    )
    assert drawn is not None
    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in places(drawn))
    assert all(isinstance(part, int) for place in places(drawn) for part in place)


def test_a_crowd_of_figures_is_thinned() -> None:
    crowd = points((x, y) for x in range(60, 1140) for y in (100, 200))
    assert len(crowd) <= CROWD
    assert {y for _, y in crowd} == {100}


def test_a_withdrawn_figure_is_hollow_and_said_apart() -> None:
    drawn = chart(
        "value: 5, according_to: sohr",
        "value: 9, according_to: sohr, status: retracted, reason: Taken back., on: 2024-11-03",
    )
    assert drawn is not None
    assert drawn.words == "5 on 1 Nov; one figure withdrawn"
    assert (len(drawn.standing), len(drawn.hollow)) == (1, 1)


def test_charts_are_the_same_when_they_are_made_again(
    sample: Examined, sample_pages: dict[str, Page]
) -> None:
    again = rows(pages_of(sample))
    assert [row.sparkline for row in again] == [row.sparkline for row in rows(sample_pages)]


@pytest.mark.slow
def test_no_page_of_two_thousand_measures_passes_the_limit(tmp_path: Path) -> None:
    files = write_table(many(40, 50), tmp_path)
    assert len(files) == 2000 // ROWS
    assert max(file.stat().st_size for file in files) < LIMIT
    found = [
        link for file in files for link in readpages.page(file).xpath("//tbody/tr/th[@scope='row']/a//text()")
    ]
    assert len(found) == len(set(found)) == 2000
