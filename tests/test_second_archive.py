"""A second archive, of another event: what the judge must find in it was written by hand first."""

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from difflib import unified_diff
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import yaml
from lxml.html import HtmlElement

from generator.asked import Options
from generator.examined import Examined, examine
from generator.model.diagnostic import Severity
from generator.model.fact import Fact, Qualifier
from generator.model.verdict import Finding, FindingName
from tests import readpages
from tests.archive import ROOT, built

SECOND = ROOT / "tests" / "sites" / "second"
ARCHIVE = SECOND / "archive"
"""Not `second` itself: what holds `content` there is a golden site."""
EXPECTED = yaml.safe_load((SECOND / "expected-findings.yaml").read_text("utf-8"))
LETTERS: Mapping[str, str] = EXPECTED["letters"]
STATES: tuple[date | None, ...] = (date(2023, 8, 13), date(2023, 8, 22), date(2023, 9, 15), None)
"""The three days that were chosen, and the end."""
WARNINGS = (
    ("stale-print", "C", "36"),
    ("stale-print", "E", "89"),
    ("summary-figure-unsupported", "G", "160"),
    ("summary-figure-unsupported", "G", "2000"),
    ("summary-figure-unsupported", "G", "2023-08-09?"),
    ("parts-do-not-add", "M", "115"),
    ("summary-figure-unsupported", "M", "115"),
)
"""Every diagnostic: code, document, and the figure that it points at."""
NOTHING: Mapping[str, Any] = {
    "documents": 0,
    "origins": [],
    "low": None,
    "high": None,
    "current": [],
    "latest": None,
    "findings": [],
    "facts": {},
}


@cache
def second(as_of: date | None = None) -> Examined:
    """The second archive as known on a day."""
    return examine(ARCHIVE, Options(as_of=as_of), lambda stage: None)


def long(fact: str) -> str:
    """The id of a fact whose document is given by its letter."""
    letter, _, key = fact.partition("#")
    return f"{LETTERS[letter]}#{key}"


def short(fact: str) -> str:
    """A fact with the letter of its document."""
    document, _, key = fact.partition("#")
    return f"{next(letter for letter, name in LETTERS.items() if name == document)}#{key}"


def expected(measure: str, day: date | None) -> Mapping[str, Any]:
    """What was written by hand about a measure on a day."""
    state = EXPECTED["measures"][measure]["now" if day is None else day]
    if isinstance(state, date):
        return expected(measure, state)
    return NOTHING if state == "nothing" else dict(state)


def lines_of(state: Mapping[str, Any]) -> list[str]:
    """A state as lines that can be compared and read."""
    lines = [f"{key}: {listed(state[key])}" for key in ("documents", "low", "high", "latest", "current")]
    lines += [f"{key}: {listed(sorted(state[key]))}" for key in ("origins", "findings")]
    lines += [
        f"{fact}: {listed(sorted(map(str, found)))}"
        for fact, found in sorted(state["facts"].items())
        if found
    ]
    return lines + [f"in {unit}: {listed(found)}" for unit, found in state.get("other_units", {}).items()]


def listed(value: object) -> str:
    return ", ".join(map(listed, value)) if isinstance(value, list) else plain(value)


def plain(value: object) -> str:
    """A figure without exponent, however it is stored."""
    return f"{Decimal(str(value)):f}" if isinstance(value, int | float | Decimal) else str(value)


def judged(measure: str, day: date | None) -> Mapping[str, Any]:
    """What the judge says about a measure on a day, in the form of the expectations."""
    verdict = second(day).judged.now[f"lahaina-fire/{measure}"]
    return {
        "documents": verdict.documents,
        "origins": list(verdict.origins),
        "low": verdict.low,
        "high": verdict.high,
        "latest": verdict.latest and short(verdict.latest),
        "current": [short(fact) for fact in verdict.current],
        "findings": [name.value for name in verdict.names],
        "facts": {short(fact): written(verdict.about(fact)) for fact in verdict.all_facts},
        "other_units": {
            str(other.unit): [other.low, other.high, *map(short, other.facts)]
            for other in verdict.other_units
        },
    }


def written(findings: Iterable[Finding]) -> list[str]:
    """Findings as the expectations have them: the name, the other facts, and the amount.

    Whether a lowered figure is a revision as well is left to a test of its own.
    """
    found = tuple(findings)
    lowered = any(finding.name is FindingName.LOWERED for finding in found)
    return [
        " ".join([finding.name, *map(short, finding.facts[1:]), *amount(finding)])
        for finding in found
        if not (lowered and finding.name is FindingName.REVISION)
    ]


def amount(finding: Finding) -> list[str]:
    return [] if finding.amount is None else ["=", plain(finding.amount)]


def changed(letter: str, old: str, new: str, folder: Path) -> Examined:
    """The second archive with other words in the front matter of one document."""
    shutil.copytree(ARCHIVE, folder / "changed")
    (file,) = (folder / "changed").rglob(f"{LETTERS[letter]}.md")
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")
    return examine(folder / "changed", Options(), lambda stage: None)


def names_about(examined: Examined, fact: str) -> list[str]:
    verdict = examined.judged.now[examined.archive.fact[long(fact)].measure]
    return [finding.name.value for finding in verdict.about(long(fact))]


@pytest.mark.slow
@pytest.mark.parametrize("day", STATES, ids=str)
@pytest.mark.parametrize("measure", EXPECTED["measures"])
def test_the_judge_finds_what_was_worked_out_by_hand(measure: str, day: date | None) -> None:
    hand, judge = lines_of(expected(measure, day)), lines_of(judged(measure, day))
    lines = unified_diff(hand, judge, "by hand", "by the judge", lineterm="", n=0)
    difference = [line for line in lines if not line.startswith("@@")]
    assert not difference, "\n".join(
        [f"{measure}, {day or 'at the end'}", *difference, EXPECTED["measures"][measure]["why"]]
    )


def test_a_count_that_was_lowered_is_not_called_a_revision_as_well() -> None:
    assert "revision" not in names_about(second(), "L#dead-governor")


def test_the_expectations_are_about_every_measure_and_every_document() -> None:
    archive = second().archive
    assert [measure.key for measure in archive.measures.values()] == list(EXPECTED["measures"])
    assert sorted(document.id for document in archive.documents) == sorted(LETTERS.values())


@pytest.mark.slow
def test_every_qualifier_but_fewer_than_occurs_and_every_finding_but_retracted_and_grade_too_high() -> None:
    facts = second().archive.facts
    assert set(Qualifier) - {fact.qualifier for fact in facts} == {Qualifier.FEWER_THAN}
    days = {document.day for document in second().archive.documents}
    found = {
        finding.name
        for day in days
        for verdict in second(day).judged.now.values()
        for finding in (
            *verdict.findings,
            *(one for fact in verdict.all_facts for one in verdict.about(fact)),
        )
    }
    assert set(FindingName) - found == {FindingName.RETRACTED, FindingName.GRADE_TOO_HIGH}


@pytest.mark.slow
def test_the_state_of_a_day_is_that_of_an_archive_that_ends_with_it() -> None:
    whole = second()
    for day in {document.day for document in whole.archive.documents}:
        for measure, verdict in second(day).judged.now.items():
            assert whole.judged.known(measure, day) == verdict, (measure, day)


def test_before_an_editor_decides_nothing_is_superseded_or_corrected() -> None:
    whole = second()
    correction, decision = date(2023, 8, 15), date(2023, 9, 18)
    day = date.resolution
    before, after = (
        whole.judged.known("lahaina-fire/structures", on) for on in (correction - day, correction)
    )
    assert (before.names, after.names) == ((FindingName.INCOMPATIBLE,), (FindingName.CORRECTED,))
    before, after = (whole.judged.known("lahaina-fire/dead", on) for on in (decision - day, decision))
    assert FindingName.SUPERSEDED not in before.names
    assert FindingName.SUPERSEDED in after.names


@pytest.mark.slow
def test_the_grade_1_is_too_high_on_one_origin_and_not_on_two(tmp_path: Path) -> None:
    quote = "    quote: The fire is 85 percent contained"
    lonely = changed("D", quote, "    credibility: 1\n" + quote, tmp_path / "lonely")
    quote = "    quote: To rebuild would cost"
    shared = changed("D", quote, "    credibility: 1\n" + quote, tmp_path / "shared")
    assert "grade-too-high" in names_about(lonely, "D#contained")
    assert [problem.code for problem in lonely.diagnostics if problem.severity is Severity.ERROR] == [
        "grade-too-high"
    ]
    assert names_about(shared, "D#rebuild-cost") == ["corroborated"]
    assert shared.is_sound()


def test_a_count_stays_lowered_until_every_higher_one_is_superseded(tmp_path: Path) -> None:
    left = changed("L", "      - 2023-08-16-the-search-goes-on#dead\n", "", tmp_path)
    lowered = [
        finding
        for finding in left.judged.now["lahaina-fire/dead"].about(long("L#dead"))
        if finding.name is FindingName.LOWERED
    ]
    assert [finding.facts for finding in lowered] == [(long("L#dead"), long("H#dead"))]


@pytest.mark.slow
def test_if_the_digest_counted_its_160_would_make_110_look_lowered(tmp_path: Path) -> None:
    shutil.copytree(ARCHIVE, tmp_path / "counted")
    digest = tmp_path / "counted" / "content" / "sources" / "weekly-digest.md"
    digest.write_text(digest.read_text("utf-8").replace("counts_as_source: false\n", ""), "utf-8")
    counted = examine(tmp_path / "counted", Options(as_of=date(2023, 8, 16)), lambda stage: None)
    assert "lowered" in names_about(counted, "H#dead")
    assert "lowered" not in names_about(second(date(2023, 8, 16)), "H#dead")


def test_the_checks_warn_of_what_was_put_in_and_of_nothing_else() -> None:
    assert second().is_sound()
    assert sorted(
        f"{problem.code} {Path(problem.file).stem} {problem.excerpt.strip()}"
        for problem in second().diagnostics
    ) == sorted(f"{code} {LETTERS[letter]} value: {value}" for code, letter, value in WARNINGS)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the second archive, without search."""
    folder = tmp_path_factory.mktemp("second") / "site"
    built(ARCHIVE, folder)
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> Mapping[str, HtmlElement]:
    """Its pages, parsed, by their addresses from the root."""
    return {f"/{path.removesuffix('index.html')}": root for path, root in readpages.pages(site)}


def sentence_of(fact: Fact) -> str:
    """The address of the sentence in which a figure was read."""
    document = second().archive.document[fact.document]
    return f"/{document.day:%Y/%m/%d}/{document.slug}/#fact-{fact.key}"


def pressed_on(pages: Mapping[str, HtmlElement], path: str) -> set[str]:
    """Where the links of a page lead."""
    return {urljoin(path, href) for href in pages[path].xpath("//main//a/@href")}


@pytest.mark.slow
def test_every_sighting_is_one_press_away_from_its_sentence(pages: Mapping[str, HtmlElement]) -> None:
    for measure, verdict in second().judged.now.items():
        pressed = pressed_on(pages, f"/facts/{measure}/")
        for fact in verdict.facts:
            assert sentence_of(second().archive.fact[fact]) in pressed, fact


@pytest.mark.slow
def test_a_figure_in_another_unit_is_one_press_away_from_its_sentence_on_its_day(
    pages: Mapping[str, HtmlElement],
) -> None:
    assert sentence_of(second().archive.fact[long("E#burned-area")]) in pressed_on(pages, "/2023/08/12/")


@pytest.mark.slow
def test_a_figure_in_another_unit_is_one_press_away_from_its_sentence_on_its_measure(
    pages: Mapping[str, HtmlElement],
) -> None:
    pressed = pressed_on(pages, "/facts/lahaina-fire/burned-area/")
    assert sentence_of(second().archive.fact[long("E#burned-area")]) in pressed


@pytest.mark.slow
def test_a_figure_in_another_unit_is_not_printed_with_the_unit_of_the_measure(
    pages: Mapping[str, HtmlElement],
) -> None:
    for root in pages.values():
        assert "880 acres" not in readpages.text(root)


def test_a_figure_of_a_digest_that_nothing_replaced_is_not_said_to_be_replaced(
    pages: Mapping[str, HtmlElement],
) -> None:
    assert "replaced later" not in readpages.text(pages["/2023/08/14/"])


def test_the_sentence_of_every_figure_is_marked_under_its_anchor(pages: Mapping[str, HtmlElement]) -> None:
    for fact in second().archive.facts:
        path, _, anchor = sentence_of(fact).partition("#")
        (element,) = pages[path].xpath("//*[@id=$id]", id=anchor)
        marks = element.xpath("ancestor-or-self::mark | following::mark")
        marked = " ".join(" ".join(mark.itertext()) for mark in marks)
        assert letters(marked).startswith(letters(fact.quote)), fact.id


def test_no_link_to_a_sentence_on_any_page_leads_nowhere(pages: Mapping[str, HtmlElement]) -> None:
    anchors = {f"{path}#{name}" for path, root in pages.items() for name in root.xpath("//@id")}
    links = {link for path in pages for link in pressed_on(pages, path) if "#fact-" in link}
    assert len(links) >= len(second().archive.facts)
    assert sorted(links - anchors) == []


def figures_of(site: Path) -> dict[str, dict[str, Any]]:
    """The sightings of facts.json by their ids."""
    measures = json.loads((site / "facts.json").read_bytes())["measures"]
    return {fact["id"]: fact for measure in measures for fact in measure["facts"]}


def test_the_data_have_every_figure_in_its_measures_unit_with_its_sentence(site: Path) -> None:
    found = figures_of(site)
    for fact in second().archive.facts:
        if fact.unit is None:
            assert found[fact.id]["url"].endswith(sentence_of(fact)), fact.id


def test_the_data_have_the_figures_in_another_unit_and_say_in_which(site: Path) -> None:
    found = figures_of(site)
    assert found[long("E#burned-area")]["unit"] == "hectares"
    assert found[long("F#burned-area")]["unit"] == "square miles"


def test_texts_in_spanish_say_so_on_their_own_pages(pages: Mapping[str, HtmlElement]) -> None:
    for document in second().archive.documents:
        root = pages[f"/{document.day:%Y/%m/%d}/{document.slug}/"]
        (title,) = root.xpath("//main//h1")
        marks = root.xpath("//main//mark")
        assert marks, document.id
        assert {tongue(element) for element in (title, *marks)} == {document.language}, document.id
    assert [document.language for document in second().archive.documents].count("es") == 4


def test_quotations_in_spanish_say_so_wherever_they_stand(pages: Mapping[str, HtmlElement]) -> None:
    archive = second().archive
    language = {letters(fact.quote): archive.document[fact.document].language for fact in archive.facts}
    seen: Counter[str] = Counter()
    for path, root in pages.items():
        for quotation in root.xpath("//q | //blockquote"):
            said = letters(quotation.text_content())
            assert tongue(quotation) == language[said], (path, quotation.text_content())
            seen[language[said]] += 1
    assert min(seen["en"], seen["es"]) > 0


def tongue(element: HtmlElement) -> str:
    """The language that a browser takes an element to be in."""
    return str(element.xpath("ancestor-or-self::*[@lang][1]/@lang")[-1])


def letters(text: str) -> str:
    """Letters and digits alone: a quotation is split where a link or a line ends in it."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())
