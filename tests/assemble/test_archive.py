"""From single files to the archive: every reference resolved, and defaults taken from where they belong."""

from datetime import date

import pytest

from generator.asked import Options
from generator.model.document import Document
from tests.archive import PLACES, actor, article, examined, md, sound, topic

WAR = {"topics/war.md": topic("killed: {label: Killed}\nwounded: {label: Wounded}")}
SOHR = {
    "actors/sohr.md": actor("Observatory", "aliases: [SOHR, OSDH]"),
    "actors/rami.md": actor("Rami Abdel Rahman", "speaks_for: OSDH"),
}
EDGE = "articles/2024-11-29-edge.md"


def document(files: dict[str, str], id: str = "2024-11-29-edge") -> Document:
    return sound(PLACES | files).archive.document[id]


def test_an_alias_and_one_who_speaks_for_another_lead_to_the_same_origin() -> None:
    facts = ["value: 1, according_to: osdh", "value: 1, according_to: Rami Abdel Rahman"]
    typed = [f"measure: war/killed, id: f{place}, {fact}" for place, fact in enumerate(facts)]
    found = document(WAR | SOHR | {EDGE: article(*typed)}).facts
    assert [(fact.according_to, fact.origin) for fact in found] == [("sohr", "sohr"), ("rami", "sohr")]


def test_one_who_speaks_for_one_who_speaks_for_another_speaks_for_the_last() -> None:
    chain = SOHR | {"actors/aide.md": actor("The Aide", "speaks_for: rami")}
    (fact,) = document(
        WAR | chain | {EDGE: article("measure: war/killed, value: 1, according_to: aide")}
    ).facts
    assert (fact.according_to, fact.origin) == ("aide", "sohr")


def test_a_source_may_be_named_by_its_id_or_its_name_in_any_capitals() -> None:
    for typed in ("paper", "The Paper", "THE PAPER"):
        assert document({EDGE: md(f"title: E\ndate: 2024-11-29\nsource: {typed}")}).source == "paper"


@pytest.mark.slow
def test_the_language_is_that_of_the_document_else_of_the_site_whatever_its_source_speaks() -> None:
    french = {"sources/paper.md": md("name: The Paper\nkind: newspaper\nlanguage: fr")}
    site = {"site.yaml": PLACES["site.yaml"] + "language: de\n"}
    assert document(site | french | {EDGE: article(more="language: ar")}).language == "ar"
    assert document(site | french | {EDGE: article()}).language == "de"
    assert document(site | {EDGE: article()}).language == "de"


def test_an_address_says_the_day_only_once() -> None:
    files = {
        EDGE: article(),
        "articles/2024-11-28-late.md": article(),
        "articles/plain.md": article(more="slug: other"),
    }
    archive = sound(PLACES | files).archive
    assert {found.id: found.slug for found in archive.documents} == {
        "2024-11-29-edge": "edge",
        "2024-11-28-late": "2024-11-28-late",
        "plain": "other",
    }


def test_a_fact_is_as_of_the_day_of_its_document_unless_it_says_otherwise() -> None:
    typed = ("measure: war/killed, value: 1", "measure: war/wounded, value: 1, as_of: 2024-11-27?")
    killed, wounded = document(WAR | {EDGE: article(*typed)}).facts
    assert (killed.as_of.day, killed.as_of.uncertain) == (date(2024, 11, 29), False)
    assert (wounded.as_of.day, wounded.as_of.uncertain) == (date(2024, 11, 27), True)


def test_the_actors_of_a_document_are_those_named_first_then_those_in_the_text_then_those_who_speak() -> None:
    actors = SOHR | {"actors/hts.md": actor("HTS"), "actors/afp.md": actor("AFP")}
    edge = article("measure: war/killed, value: 1, according_to: rami, via: [afp]", body="HTS and the OSDH.")
    named = edge.replace("source: paper", "source: paper\nactors: [OSDH]")
    assert document(WAR | actors | {EDGE: named}).actors == ("sohr", "hts", "rami", "afp")


def test_a_digest_is_shown_and_does_not_count() -> None:
    digest = {"sources/paper.md": md("name: The Paper\nkind: digest\ncounts_as_source: false")}
    (fact,) = document(WAR | digest | {EDGE: article("measure: war/killed, value: 1")}).facts
    assert not fact.counts


def test_documents_stand_by_day_then_id_whatever_their_files_are_called() -> None:
    files = {
        "articles/z.md": article(day="2024-11-27"),
        "articles/b.md": article(),
        "summaries/a.md": md("title: A\ndate: 2024-11-29\nsource: paper"),
    }
    assert [found.id for found in sound(PLACES | files).archive.documents] == ["z", "a", "b"]


def test_as_of_and_drafts_decide_what_is_in_the_archive() -> None:
    files = PLACES | {
        "articles/a.md": article(day="2024-11-28"),
        "articles/b.md": article(day="2024-11-29"),
        "articles/c.md": article(day="2024-11-28", more="draft: true"),
    }
    for options, expected in (
        (Options(), ["a", "b"]),
        (Options(drafts=True), ["a", "c", "b"]),
        (Options(as_of=date(2024, 11, 28)), ["a"]),
        (Options(as_of=date(2024, 11, 28), drafts=True), ["a", "c"]),
        (Options(as_of=date(2024, 11, 27)), []),
    ):
        assert [found.id for found in sound(files, options).archive.documents] == expected


def test_what_has_no_mistake_is_in_the_archive_even_when_other_files_have() -> None:
    broken = {
        "actors/hts.md": "",
        "articles/b.md": md("title: B"),
        EDGE: article("measure: war/killed, value: 1"),
    }
    result = examined(PLACES | WAR | broken)
    assert [found.id for found in result.archive.documents] == ["2024-11-29-edge"]
    assert result.judged.now["war/killed"].documents == 1
    assert not result.is_sound()
