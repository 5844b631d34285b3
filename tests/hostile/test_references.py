"""Rows G01 to G08: what leads to nothing, round in circles, or on and on."""

import time

import pytest

from generator.read.markdown import read_prose
from tests.archive import actor, topic
from tests.hostile.building import fact, looked_at, told, typed

NAME = "(write the name of its file without .md)"


def decided(id: str, supersedes: str) -> str:
    return (
        f"  - {{id: {id}, measure: war/killed, value: 3, quote: It says 3, according_to: null, "
        f"supersedes: [{supersedes}], on: 2024-12-01, reason: r}}\n"
    )


def test_g01_what_is_not_there_is_told_at_the_reference_with_what_was_meant() -> None:
    files = {
        "actors/moon.md": actor("The Moon"),
        "articles/edge.md": typed("actors: [mon, pluto]\n").replace("paper", "papr"),
        "summaries/week.md": typed(
            "covers: [egde]\ntakeaways:\n  - text: T\n    facts: [edge#killed, x#killed]\n"
        ),
    }
    assert told(files) == [
        'articles/edge.md:4:9 error[unknown-source] no source has the id or name "papr" '
        '(did you mean "paper"?)',
        'articles/edge.md:5:10 error[unknown-actor] no actor has the id or alias "mon" '
        '(did you mean "moon"?)',
        'articles/edge.md:5:15 error[unknown-actor] no actor has the id or alias "pluto" '
        "(make a file for it in content/actors/)",
        'summaries/week.md:5:10 error[unknown-document] no document has the id "egde" (did you mean "edge"?)',
        'summaries/week.md:8:13 error[unknown-fact] the document "edge" has no fact "killed" '
        "(look at the facts in its front matter)",
        f'summaries/week.md:8:26 error[unknown-document] no document has the id "x" {NAME}',
    ]


def test_g02_every_loop_is_told_with_all_that_are_in_it() -> None:
    text = typed("facts:\n" + decided("k", "b#k")).replace("The text", "It says 3")
    files = {
        "actors/a.md": actor("A", "speaks_for: b"),
        "actors/b.md": actor("B", "speaks_for: a"),
        "topics/war.md": topic(
            "killed: {label: K}\none: {label: A, parts: [two]}\ntwo: {label: B, parts: [one]}"
        ),
        "articles/a.md": text,
        "articles/b.md": text.replace("b#k", "a#k"),
    }
    assert [one for one in told(files) if "-loop" in one] == [
        "actors/a.md:4:13 error[speaks-for-loop] these speak for one another: a → b → a "
        "(delete speaks_for in one of them)",
        "articles/b.md:6:94 error[supersedes-loop] these supersede one another: a#k → b#k → a#k "
        "(delete it in one of them)",
        "topics/war.md:6:27 error[parts-loop] these are parts of one another: one → two → one "
        "(delete it here, or in another list of the loop: a part is smaller than its total)",
    ]


def test_g04_a_summary_of_a_document_that_is_gone_is_told_at_each_reference() -> None:
    summary = typed("covers: [gone]\ntakeaways:\n  - text: T\n    facts: [gone#killed]\n")
    assert told({"summaries/week.md": summary}) == [
        f'summaries/week.md:5:10 error[unknown-document] no document has the id "gone" {NAME}',
        f'summaries/week.md:8:13 error[unknown-document] no document has the id "gone" {NAME}',
    ]


@pytest.mark.slow
def test_g05_a_chain_longer_than_any_stack_comes_to_an_end() -> None:
    measures = [f"k{place}: {{label: L, parts: [k{place + 1}]}}" for place in range(1_200)]
    ids = [f"d{place // 400}#f{place % 400}" for place in range(1_200)]
    facts = [
        decided(id.partition("#")[2], following)
        for id, following in zip(ids, [*ids[1:], "start#killed"], strict=True)
    ]
    files = {"topics/war.md": topic("\n".join(["killed: {label: Killed}", *measures, "k1200: {label: L}"]))}
    files |= {
        f"articles/d{part}.md": typed("facts:\n" + "".join(facts[400 * part : 400 * part + 400])).replace(
            "The text", "It says 3"
        )
        for part in range(3)
    }
    files |= {"articles/start.md": fact("value: 3\naccording_to: null")}
    examined = looked_at(files)
    assert {one.code for one in examined.diagnostics} == set()
    assert len(examined.archive.facts) == 1_201


@pytest.mark.slow
def test_g06_ten_thousand_references_in_one_paragraph_are_read_once_each() -> None:
    start = time.process_time()
    prose = read_prose("[t](https://example.org/) " * 10_000, "en")
    assert len(prose.links) == 10_000
    assert prose.links[-1].mark.column == 26 * 9_999 + 5
    assert time.process_time() - start < 20  # two; it was minutes while each link was counted from the first


def test_g06_ten_thousand_names_in_one_list_are_looked_up_once_each() -> None:
    start = time.process_time()
    files = {"actors/a.md": actor("The"), "articles/x.md": typed(f"actors: [{'a,' * 10_000}]\n")}
    assert told(files) == []
    assert time.process_time() - start < 20


def test_g08_an_old_address_leads_to_one_document_that_is_not_itself() -> None:
    first = typed("aliases: [/2024/11/29/b/, /old/, /facts/]\n")
    second = typed("aliases: [/2024/11/29/a/, /old/, /2024/11/29/b/]\n")
    assert told({"articles/a.md": first, "articles/b.md": second}) == [
        "articles/a.md:5:11 error[alias-loop] /2024/11/29/b/ and /2024/11/29/a/ lead to one another "
        "(content/articles/b.md) (delete this address)",
        "articles/a.md:5:34 error[alias-taken] /facts/ cannot lead here: /facts/ stands there "
        "(delete this address)",
        "articles/b.md:5:11 error[alias-loop] /2024/11/29/a/ and /2024/11/29/b/ lead to one another "
        "(content/articles/a.md) (delete this address)",
        "articles/b.md:5:27 error[alias-twice] /old/ leads to content/articles/a.md already "
        "(delete it in one of them)",
        "articles/b.md:5:34 error[alias-loop] /2024/11/29/b/ is where this document stands now "
        "(delete this address)",
        "articles/b.md:5:34 error[alias-twice] /2024/11/29/b/ leads to content/articles/a.md already "
        "(delete it in one of them)",
    ]
