"""The five texts of the week in Aleppo: one origin, a count that rises, an old figure printed late."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from generator.facts.judge import judge
from generator.facts.known import known_on
from generator.model.topic import Measure
from generator.model.verdict import Finding, FindingName, Verdict

from .builders import BEGAN, ENTRY, KILLED, about_facts, about_measure, day, documents, said


def part(key: str, *parts: str) -> Measure:
    return replace(KILLED, id=f"aleppo/{key}", key=key, parts=parts)


HTS, REGIME, ALLIED, STRIKES = map(part, ("killed-hts", "killed-regime", "killed-allied", "killed-strikes"))
CIVILIANS = part("killed-civilians", STRIKES.id)
TOTAL = replace(KILLED, parts=(CIVILIANS.id, HTS.id, ALLIED.id, REGIME.id))
MEASURES = (TOTAL, CIVILIANS, HTS, ALLIED, REGIME, STRIKES, BEGAN, ENTRY)

FACTS = (
    said(200, "001", as_of=28, qualifier="about"),
    said(102, "001", as_of=28, measure=HTS),
    said(61, "001", as_of=28, measure=REGIME),
    said(19, "001", as_of=28, measure=STRIKES),
    said(121, "002", qualifier="at-least"),
    said(240, "003", qualifier="at-least"),
    said(242, "000", qualifier="at-least"),
    said(277, "004", as_of=30, approximate=True),
    said(24, "000", measure=CIVILIANS),
    said(20, "002", measure=CIVILIANS),
    said(24, "003", measure=CIVILIANS),
    said(28, "004", as_of=30, measure=CIVILIANS),
    said(day(27), "001", as_of=28, measure=BEGAN, origin=None),
    said(day(27), "000", measure=BEGAN, origin=None),
    said(day(29), "002", measure=BEGAN, origin=None),
    said(day(27), "003", measure=BEGAN, origin=None),
    said(day(28), "004", as_of=30, measure=BEGAN, origin=None),
    said("resisted", "003", measure=ENTRY, origin=None),
    said("unopposed", "004", as_of=30, measure=ENTRY),
)


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Verdict]:
    return judge(MEASURES, FACTS)


def test_five_documents_on_the_deaths_have_one_origin(verdicts: dict[str, Verdict]) -> None:
    killed = verdicts[TOTAL.id]
    assert (killed.documents, killed.origins) == (5, ("sohr",))
    assert killed.names == (
        FindingName.SINGLE_ORIGIN,
        FindingName.REVISION,
        FindingName.STALE,
        FindingName.UNACCOUNTED,
    )


def test_the_deaths_rise_in_four_steps(verdicts: dict[str, Verdict]) -> None:
    killed = verdicts[TOTAL.id]
    assert {origin: documents(ids) for origin, ids in killed.series.items()} == {
        "sohr": ("001", "003", "000", "004")
    }
    assert about_facts(killed, "revision") == {"003": ("001",), "000": ("003",), "004": ("000",)}


def test_121_dead_is_an_old_figure_printed_late(verdicts: dict[str, Verdict]) -> None:
    assert about_facts(verdicts[TOTAL.id], "stale") == {"002": ("001",)}


def test_the_last_count_alone_stands(verdicts: dict[str, Verdict]) -> None:
    killed = verdicts[TOTAL.id]
    assert (killed.low, killed.high, documents(killed.current)) == (Decimal(277), Decimal(277), ("004",))
    assert killed.latest == "004#killed"


def test_20_civilians_is_stale_and_24_rises_to_28(verdicts: dict[str, Verdict]) -> None:
    civilians = verdicts[CIVILIANS.id]
    assert about_facts(civilians, "stale") == {"002": ("000",)}
    assert documents(civilians.series["sohr"]) == ("000", "004")


def test_the_parts_leave_18_dead_open(verdicts: dict[str, Verdict]) -> None:
    unaccounted = Finding(
        FindingName.UNACCOUNTED,
        ("001#killed", "001#killed-strikes", "001#killed-hts", "001#killed-regime"),
        Decimal(18),
    )
    assert about_measure(verdicts[TOTAL.id], "unaccounted") == unaccounted
    assert verdicts[TOTAL.id].by_fact["001#killed"] == (unaccounted,)


def test_nobody_says_when_it_began_and_the_texts_disagree(verdicts: dict[str, Verdict]) -> None:
    began = verdicts[BEGAN.id]
    assert began.names == (FindingName.CONTESTED, FindingName.UNATTRIBUTED)
    assert len(about_facts(began, "unattributed")) == 5
    assert (began.low, began.high) == (day(27), day(29))


def test_whether_the_entry_was_resisted_is_contested(verdicts: dict[str, Verdict]) -> None:
    assert about_facts(verdicts[ENTRY.id], "contested") == {"003": ("004",), "004": ("003",)}


def test_nothing_is_corroborated(verdicts: dict[str, Verdict]) -> None:
    assert not any(FindingName.CORROBORATED in verdict.names for verdict in verdicts.values())


def test_on_the_29th_the_toll_stood_at_242() -> None:
    killed = judge(MEASURES, known_on(FACTS, day(29)))[TOTAL.id]
    assert (killed.low, killed.high, killed.latest) == (Decimal(242), Decimal(242), "000#killed")
