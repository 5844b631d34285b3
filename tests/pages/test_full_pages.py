"""Pages on which very much stands: what is seen at once, what unfolds, and how a reader finds it."""

from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from generator import __version__
from generator.pages.parts.originchart import LEFT, RIGHT, OriginChart, originchart_of
from generator.pages.plan import plan
from generator.render.renderer import render
from generator.render.theme import load_theme
from tests.archive import PLACES, Files, actor, article, md, sound, topic

THEME = load_theme("default", Path("/nowhere"))
WAR = {"topics/war.md": topic("killed: {label: Killed}")}
SIX = ("ann", "ben", "cat", "dan", "eve", "fay")
PEOPLE = {f"actors/{name}.md": actor(name.capitalize()) for name in SIX}


def read(files: Files, path: str) -> HtmlElement:
    """The page at a path, as a browser reads it."""
    found = sound(files)
    (page,) = (page for page in plan(found.archive, found.judged) if page.path == path)
    return html.document_fromstring(render(THEME, found.archive.site, __version__, page).decode())


def chart_of(*facts: str, measures: str = "killed: {label: Killed}") -> OriginChart | None:
    files = {"topics/war.md": topic(measures), "articles/a.md": article(*facts, day="2024-11-30")}
    found = sound(PLACES | PEOPLE | files)
    measure = found.archive.measures["war/killed"]
    return originchart_of(found.archive, measure, found.judged.now["war/killed"])


def killed(name: str, value: str, more: str = "") -> str:
    return f"measure: war/killed, id: {name}-{value}, value: {value}, according_to: {name}{more}"


def test_many_figures_of_an_actor_unfold_and_none_is_lost() -> None:
    measures = "\n".join(f"m-{number}: {{label: Measure {number}}}" for number in range(20))
    facts = (f"measure: war/m-{number}, value: {number}, according_to: ann" for number in range(20))
    files = PLACES | PEOPLE | {"topics/war.md": topic(measures), "articles/a.md": article(*facts)}
    (says,) = read(files, "/actors/ann/").xpath("//section[@aria-labelledby='says']")
    (rest,) = says.find_class("rest-figures")
    assert rest.findtext("summary") == "8 more figures"
    assert len(rest.xpath(".//tbody/tr")) == 8
    assert len(says.xpath(".//tbody/tr")) == 20


def test_five_origins_have_a_row_each_the_highest_figure_first_and_nobody_named_last() -> None:
    facts = [killed(name, str(value)) for name, value in zip(SIX[:4], (10, 40, 20, 30), strict=True)]
    chart = chart_of(*facts, "measure: war/killed, id: x, value: 50, according_to: null")
    assert chart is not None
    assert [(row.name, row.figures) for row in chart.rows] == [
        ("Ben", "40"),
        ("Dan", "30"),
        ("Cat", "20"),
        ("Ann", "10"),
        ("nobody named", "50"),
    ]
    places = [row.marks[0].at for row in chart.rows[:4]]
    assert places == sorted(places, reverse=True)
    assert (chart.ticks[0].at, chart.ticks[-1].at) == (LEFT, RIGHT)
    assert chart.description.count(";") == 4


def test_four_origins_have_lanes_over_time_instead() -> None:
    assert chart_of(*(killed(name, "10") for name in SIX[:4])) is None


def test_a_row_says_what_stands_and_draws_what_was_replaced_and_what_is_left_open() -> None:
    chart = chart_of(
        killed("ann", "10", ", as_of: 2024-11-27"),
        killed("ann", "40", ", as_of: 2024-11-29, qualifier: at-least"),
        *(killed(name, "20") for name in SIX[1:5]),
    )
    assert chart is not None
    row = chart.rows[0]
    assert (row.name, row.figures, row.day, row.stands) == ("Ann", "at least 40", "29 Nov", True)
    assert [mark.standing for mark in row.marks] == ["old", "current"], "what stands lies above"
    assert (row.first, row.last) == (row.marks[0].at, row.marks[1].at)
    assert (row.marks[1].high, row.marks[1].open_up) == (100, True)


def test_long_words_below_a_chart_leave_only_the_outermost() -> None:
    facts = [killed(name, f"{1_000_000_000_000 + place}") for place, name in enumerate(SIX)]
    chart = chart_of(*facts)
    assert chart is not None
    assert [bool(tick.label) for tick in chart.ticks] == [True, *[False] * (len(chart.ticks) - 2), True]


def test_answers_are_places_along_the_choices() -> None:
    facts = [killed(name, word) for name, word in zip(SIX, ("no", "yes") * 3, strict=True)]
    chart = chart_of(*facts, measures="killed: {label: Killed, type: choice, choices: ['no', 'yes']}")
    assert chart is not None
    assert [row.figures for row in chart.rows] == ["yes"] * 3 + ["no"] * 3
    assert {row.marks[0].at for row in chart.rows} == {LEFT, RIGHT}


def day_of(articles: int, sources: int) -> HtmlElement:
    papers = {f"sources/p-{n}.md": f"---\nname: Paper {n}\nkind: newspaper\n---\n" for n in range(sources)}
    texts = {
        f"articles/text-{n:02}.md": md(f"title: Text {n}\ndate: 2024-11-29\nsource: p-{n % sources}")
        for n in range(articles)
    }
    return read(PLACES | papers | texts, "/2024/11/29/")


def test_a_day_with_many_texts_lists_them_by_source_and_its_contents_lead_there() -> None:
    root = day_of(10, 3)
    (contents,) = root.find_class("day-contents")
    leading = [link.get("href").removeprefix("#") for link in contents.iter("a")]
    assert leading == ["articles", "from-p-0", "from-p-1", "from-p-2"]
    assert all(root.get_element_by_id(place) is not None for place in leading)
    groups = root.find_class("card-group")
    assert [len(group.find_class("card")) for group in groups] == [4, 3, 3]
    assert [h.tag for h in groups[0].xpath(".//h3|.//h4")] == ["h3", *["h4"] * 4]


def test_few_texts_or_texts_of_as_many_sources_need_no_headings() -> None:
    assert not day_of(9, 3).find_class("day-contents")
    assert not day_of(10, 6).find_class("card-group")


def test_a_mark_that_all_figures_of_a_measure_have_stands_once() -> None:
    files = WAR | {
        "articles/a.md": article(killed("ann", "10"), killed("ben", "500")),
        "articles/b.md": article("measure: war/killed, id: x, value: 900, according_to: null", title="Other"),
    }
    (row,) = read(PLACES | PEOPLE | files, "/2024/11/29/").xpath("//table[@class='cross']/tbody/tr")
    known, *cells = row.xpath("./td")
    assert [chip.get("class") for chip in known.find_class("chip-contested")]
    assert [chip.get("class") for cell in cells for chip in cell.find_class("chip")] == []


def test_figures_unfold_only_where_a_day_has_many_measures() -> None:
    for measures, folds in ((12, 0), (13, 13)):
        labels = "\n".join(f"m-{n}: {{label: Measure {n}}}" for n in range(measures))
        facts = (f"measure: war/m-{n}, value: {n}, according_to: ann" for n in range(measures))
        files = PLACES | PEOPLE | {"topics/war.md": topic(labels), "articles/a.md": article(*facts)}
        assert len(read(files, "/2024/11/29/").find_class("cross-open")) == folds


def test_names_in_lists_and_sentences_are_set_apart_in_their_language() -> None:
    arabic = {
        "actors/ann.md": actor("المرصد"),
        "articles/a.md": article(
            killed("ann", "10"), more="language: ar", body="قال المرصد ذلك.", title="خبر"
        ),
    }
    files = PLACES | PEOPLE | WAR | arabic
    measure = read(files, "/facts/war/killed/")
    title = measure.xpath("//table[contains(@class, 'sightings')]//a/bdi[text()='خبر']")
    assert [(one.get("lang"), one.get("dir")) for one in title] == [("ar", "rtl")]
    assert measure.xpath("//dl[@class='known']//a/bdi[text()='المرصد']")
    page = read(files, "/actors/ann/")
    assert page.xpath("//h1/bdi/text()") == ["المرصد"]
    assert page.xpath("//div[@class='mentions-document']/h4/a/bdi[@lang='ar']/text()") == ["خبر"]
