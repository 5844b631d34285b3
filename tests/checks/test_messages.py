"""What an editor is told when something is referred to that is not there, or stands where it cannot."""

# ruff: noqa: E501  -- a message is as wide as it is printed

from textwrap import dedent

import pytest

from tests.archive import Files, actor, article, md, topic, write
from tests.checks.told import in_use
from tests.commandline import dateline

HTS = {"actors/hts.md": actor("Hayat Tahrir al-Sham", "aliases: [HTS, the rebels]")}
WAR = {
    "topics/war.md": topic("""
        killed: {label: Killed, unit: people}
        began: {label: Day it began, type: date}
        entry: {label: Was it resisted, type: choice, choices: [resisted, unopposed]}
    """)
}
EDGE = "articles/2024-11-29-edge.md"


def edge(more: str = "", body: str = "The text.") -> str:
    """An article whose front matter goes on after the first four lines."""
    return md(f"title: Edge\ndate: 2024-11-29\nsource: paper\n{more}", body)


def week(more: str = "") -> str:
    """A summary, likewise."""
    return md(f"title: Week\ndate: 2024-11-29\nsource: paper\n{more}")


@pytest.fixture
def told(tmp_path):
    """Says what `dateline check` prints about an archive with these files."""

    def tell(files: Files) -> str:
        ran = dateline("check", write(tmp_path, in_use(files)))
        assert ran.code == 1
        return ran.out

    return tell


def lines(expected: str) -> str:
    return dedent(expected).lstrip("\n")


def test_an_actor_that_nobody_is_called_is_named_with_the_one_probably_meant(told):
    files = HTS | {EDGE: edge("actors: [HTS, HST]", "HTS came.")}
    assert told(files) == lines("""
        content/articles/2024-11-29-edge.md:5:15: error[unknown-actor]: no actor has the id or alias "HST"
            5 | actors: [HTS, HST]
              |               ^^^ did you mean "HTS"?
    """)


def test_an_actor_that_is_like_no_other_is_to_be_made(told):
    files = HTS | {EDGE: edge("actors: [Greenpeace]")}
    assert told(files) == lines("""
        content/articles/2024-11-29-edge.md:5:10: error[unknown-actor]: no actor has the id or alias "Greenpeace"
            5 | actors: [Greenpeace]
              |          ^^^^^^^^^^ make a file for it in content/actors/
    """)


def test_every_place_that_names_an_actor_is_looked_at(told):
    files = (
        HTS
        | WAR
        | {
            "actors/sna.md": actor(
                "Syrian National Army",
                "speaks_for: Wagner\nrelations:\n  - {role: ally of, actor: Hayat Tahir}",
            ),
            EDGE: article("measure: war/killed, value: 3, according_to: SHOR, via: [hts, reuters]"),
        }
    )
    assert told(files) == lines("""
        content/actors/sna.md:4:13: error[unknown-actor]: no actor has the id or alias "Wagner"
            4 | speaks_for: Wagner
              |             ^^^^^^ make a file for it in content/actors/
        content/actors/sna.md:6:28: error[unknown-actor]: no actor has the id or alias "Hayat Tahir"
            6 |   - {role: ally of, actor: Hayat Tahir}
              |                            ^^^^^^^^^^^ make a file for it in content/actors/
        content/articles/2024-11-29-edge.md:7:51: error[unknown-actor]: no actor has the id or alias "SHOR"
            7 |   - {measure: war/killed, value: 3, according_to: SHOR, via: [hts, reuters], quote: Sentence number 1 gives the figure 3}
              |                                                   ^^^^ make a file for it in content/actors/
        content/articles/2024-11-29-edge.md:7:68: error[unknown-actor]: no actor has the id or alias "reuters"
            7 |   - {measure: war/killed, value: 3, according_to: SHOR, via: [hts, reuters], quote: Sentence number 1 gives the figure 3}
              |                                                                    ^^^^^^^ make a file for it in content/actors/
    """)


def test_an_unknown_source_is_named_with_the_one_probably_meant(told):
    files = {EDGE: md("title: Edge\ndate: 2024-11-29\nsource: The Papr")}
    assert told(files) == lines("""
        content/articles/2024-11-29-edge.md:4:9: error[unknown-source]: no source has the id or name "The Papr"
            4 | source: The Papr
              |         ^^^^^^^^ did you mean "The Paper"?
    """)


def test_an_unknown_topic_and_an_unknown_measure_are_told_apart(told):
    files = WAR | {
        EDGE: article(
            "measure: wars/killed, value: 3",
            "measure: war/kiled, value: 3",
            "measure: peace/talks, value: 3",
            "measure: war/tanks, value: 3",
        )
    }
    assert told(files) == lines("""
        content/articles/2024-11-29-edge.md:7:15: error[unknown-measure]: no topic has the id "wars"
            7 |   - {measure: wars/killed, value: 3, quote: Sentence number 1 gives the figure 3}
              |               ^^^^^^^^^^^ did you mean "war/killed"?
        content/articles/2024-11-29-edge.md:8:15: error[unknown-measure]: the topic "war" has no measure "kiled"
            8 |   - {measure: war/kiled, value: 3, quote: Sentence number 2 gives the figure 3}
              |               ^^^^^^^^^ did you mean "war/killed"?
        content/articles/2024-11-29-edge.md:9:15: error[unknown-measure]: no topic has the id "peace"
            9 |   - {measure: peace/talks, value: 3, quote: Sentence number 3 gives the figure 3}
              |               ^^^^^^^^^^^ add it to content/topics/peace.md
        content/articles/2024-11-29-edge.md:10:15: error[unknown-measure]: the topic "war" has no measure "tanks"
           10 |   - {measure: war/tanks, value: 3, quote: Sentence number 4 gives the figure 3}
              |               ^^^^^^^^^ add it to content/topics/war.md
    """)


def test_an_unknown_document_and_an_unknown_fact_are_told_apart(told):
    files = WAR | {
        EDGE: article("measure: war/killed, value: 3, according_to: null"),
        "summaries/week.md": week(
            "covers: [2024-11-29-egde, moon]\ntakeaways:\n  - text: Three died.\n    facts: [2024-11-29-edge#kiled, 2024-11-29-edge#tanks, 2024-11-28-moon#killed]"
        ),
    }
    assert told(files) == lines("""
        content/summaries/week.md:5:10: error[unknown-document]: no document has the id "2024-11-29-egde"
            5 | covers: [2024-11-29-egde, moon]
              |          ^^^^^^^^^^^^^^^ did you mean "2024-11-29-edge"?
        content/summaries/week.md:5:27: error[unknown-document]: no document has the id "moon"
            5 | covers: [2024-11-29-egde, moon]
              |                           ^^^^ write the name of its file without .md
        content/summaries/week.md:8:13: error[unknown-fact]: the document "2024-11-29-edge" has no fact "kiled"
            8 |     facts: [2024-11-29-edge#kiled, 2024-11-29-edge#tanks, 2024-11-28-moon#killed]
              |             ^^^^^^^^^^^^^^^^^^^^^ did you mean "2024-11-29-edge#killed"?
        content/summaries/week.md:8:36: error[unknown-fact]: the document "2024-11-29-edge" has no fact "tanks"
            8 |     facts: [2024-11-29-edge#kiled, 2024-11-29-edge#tanks, 2024-11-28-moon#killed]
              |                                    ^^^^^^^^^^^^^^^^^^^^^ look at the facts in its front matter
        content/summaries/week.md:8:59: error[unknown-document]: no document has the id "2024-11-28-moon"
            8 |     facts: [2024-11-29-edge#kiled, 2024-11-29-edge#tanks, 2024-11-28-moon#killed]
              |                                                           ^^^^^^^^^^^^^^^^^^^^^^ write the name of its file without .md
    """)


def test_a_draft_cannot_be_referred_to_while_it_is_not_published(told):
    files = WAR | {
        EDGE: article("measure: war/killed, value: 3", more="draft: true"),
        "summaries/week.md": week(
            "covers: [2024-11-29-edge]\ntakeaways:\n  - text: Three died.\n    facts: [2024-11-29-edge#killed]"
        ),
    }
    assert told(files) == lines("""
        content/summaries/week.md:5:10: error[unpublished-document]: the document "2024-11-29-edge" is a draft, and so is not published
            5 | covers: [2024-11-29-edge]
              |          ^^^^^^^^^^^^^^^ delete it here, or publish it
        content/summaries/week.md:8:13: error[unpublished-document]: the document "2024-11-29-edge" is a draft, and so is not published
            8 |     facts: [2024-11-29-edge#killed]
              |             ^^^^^^^^^^^^^^^^^^^^^^ delete it here, or publish it
    """)


def test_a_name_of_two_actors_is_a_mistake_at_the_second_in_whatever_capitals(told):
    files = HTS | {
        "actors/sna.md": actor("Syrian National Army", "aliases: [SNA, The Rebels]"),
        "actors/zed.md": actor("hts"),
    }
    assert told(files) == lines("""
        content/actors/sna.md:4:16: error[ambiguous-alias]: "the rebels" is also a name of Hayat Tahrir al-Sham (content/actors/hts.md)
            4 | aliases: [SNA, The Rebels]
              |                ^^^^^^^^^^ take it away from one of the two, or move it to `loose`
        content/actors/zed.md:2:7: error[ambiguous-alias]: "hts" is also a name of Hayat Tahrir al-Sham (content/actors/hts.md)
            2 | name: hts
              |       ^^^ take it away from one of the two, or move it to `loose`
    """)


def test_who_is_meant_by_a_name_of_two_actors_must_be_said_by_id(told):
    files = HTS | {
        "actors/sna.md": actor("Syrian National Army", "aliases: [The Rebels]"),
        EDGE: edge("actors: [the rebels, THE REBELS]"),
    }
    assert told(files) == lines("""
        content/actors/sna.md:4:11: error[ambiguous-alias]: "the rebels" is also a name of Hayat Tahrir al-Sham (content/actors/hts.md)
            4 | aliases: [The Rebels]
              |           ^^^^^^^^^^ take it away from one of the two, or move it to `loose`
        content/articles/2024-11-29-edge.md:5:10: error[ambiguous-actor]: "the rebels" may be hts or sna
            5 | actors: [the rebels, THE REBELS]
              |          ^^^^^^^^^^ write the id: hts
        content/articles/2024-11-29-edge.md:5:22: error[ambiguous-actor]: "THE REBELS" may be hts or sna
            5 | actors: [the rebels, THE REBELS]
              |                      ^^^^^^^^^^ write the id: hts
    """)


def test_two_documents_at_one_address_are_a_mistake_at_the_second(told):
    files = {EDGE: article(), "summaries/edge.md": edge(), "summaries/week.md": week("slug: edge")}
    assert told(files) == lines("""
        content/summaries/edge.md:1:1: error[colliding-address]: its address /2024/11/29/edge/ is that of content/articles/2024-11-29-edge.md
            1 | ---
              | ^^^ add a line with another slug: edge-2
        content/summaries/week.md:5:7: error[colliding-address]: its address /2024/11/29/edge/ is that of content/articles/2024-11-29-edge.md
            5 | slug: edge
              |       ^^^^ add a line with another slug: edge-2
    """)


def test_actors_that_speak_for_one_another_are_named_in_turn(told):
    files = {
        "actors/anna.md": actor("Anna", "speaks_for: boris"),
        "actors/boris.md": actor("Boris", "speaks_for: Carla"),
        "actors/carla.md": actor("Carla", "speaks_for: boris"),
        "actors/dora.md": actor("Dora", "speaks_for: Dora"),
    }
    assert told(files) == lines("""
        content/actors/boris.md:4:13: error[speaks-for-loop]: these speak for one another: boris → carla → boris
            4 | speaks_for: Carla
              |             ^^^^^ delete speaks_for in one of them
        content/actors/dora.md:4:13: error[speaks-for-loop]: these speak for one another: dora → dora
            4 | speaks_for: Dora
              |             ^^^^ delete speaks_for in one of them
    """)


def test_a_quotation_that_does_not_stand_in_the_text_is_told_with_the_sentence_most_like_it(told):
    files = WAR | {
        EDGE: edge(
            "facts:\n  - measure: war/killed\n    value: 242\n    according_to: null\n    quote: the fighting left at least 242 dead since Wednesday\n  - measure: war/began\n    value: 2024-11-27\n    according_to: null\n    quote: dawn on the twenty-seventh",
            "Rain fell. The fighting has left at least 242 people dead since Wednesday. More rain is on its way.",
        )
    }
    assert told(files) == lines("""
        content/articles/2024-11-29-edge.md:9:12: error[quote-not-found]: this quotation does not stand in the text
            9 |     quote: the fighting left at least 242 dead since Wednesday
              |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the text has: "The fighting has left at least 242 people dead since Wednesday."
        content/articles/2024-11-29-edge.md:13:12: error[quote-not-found]: this quotation does not stand in the text
           13 |     quote: dawn on the twenty-seventh
              |            ^^^^^^^^^^^^^^^^^^^^^^^^^^ copy the words from the text below the front matter
    """)


def test_a_value_must_be_what_its_measure_asks_for(told):
    files = WAR | {
        EDGE: article(
            "measure: war/killed, value: lots",
            "measure: war/killed, id: k2, value: '14,000'",
            "measure: war/began, value: Wednesday",
            "measure: war/began, id: b2, value: 27",
            "measure: war/entry, value: unoposed",
            "measure: war/entry, id: e2, value: 12",
        )
    }
    assert told(files) == lines("""
        content/articles/2024-11-29-edge.md:7:34: error[not-a-number]: "lots" is not a number that can be read
            7 |   - {measure: war/killed, value: lots, quote: Sentence number 1 gives the figure lots}
              |                                  ^^^^ write digits only, with a point before decimals: 1500 or 1.5
        content/articles/2024-11-29-edge.md:8:42: error[not-a-number]: "14,000" is not a number that can be read
            8 |   - {measure: war/killed, id: k2, value: '14,000', quote: Sentence number 2 gives the figure}
              |                                          ^^^^^^^^ write 14000, without a comma; decimals stand after a point
        content/articles/2024-11-29-edge.md:9:33: error[not-a-date]: "Wednesday" is not a date
            9 |   - {measure: war/began, value: Wednesday, quote: Sentence number 3 gives the figure Wednesday}
              |                                 ^^^^^^^^^ write year, month and day: 2024-11-29
        content/articles/2024-11-29-edge.md:10:41: error[not-a-date]: "27" is not a date
           10 |   - {measure: war/began, id: b2, value: 27, quote: Sentence number 4 gives the figure 27}
              |                                         ^^ write year, month and day: 2024-11-29
        content/articles/2024-11-29-edge.md:11:33: error[not-a-choice]: "unoposed" is not an answer to "Was it resisted"
           11 |   - {measure: war/entry, value: unoposed, quote: Sentence number 5 gives the figure unoposed}
              |                                 ^^^^^^^^ did you mean "unopposed"?
        content/articles/2024-11-29-edge.md:12:41: error[not-a-choice]: "12" is not an answer to "Was it resisted"
           12 |   - {measure: war/entry, id: e2, value: 12, quote: Sentence number 6 gives the figure 12}
              |                                         ^^ write one of: resisted, unopposed
    """)


def test_a_range_runs_from_low_to_high(told):
    files = WAR | {
        EDGE: article(
            "measure: war/killed, low: 50, high: 45",
            "measure: war/began, low: 2024-11-29, high: 2024-11-27",
            "measure: war/killed, id: fine, low: 45, high: 45, according_to: null",
        )
    }
    assert told(files) == lines("""
        content/articles/2024-11-29-edge.md:7:32: error[reversed-range]: the range runs backwards: 50 is greater than 45
            7 |   - {measure: war/killed, low: 50, high: 45, quote: Sentence number 1 gives the figure 50 45}
              |                                ^^ swap low and high
        content/articles/2024-11-29-edge.md:8:31: error[reversed-range]: the range runs backwards: 2024-11-29 is greater than 2024-11-27
            8 |   - {measure: war/began, low: 2024-11-29, high: 2024-11-27, quote: Sentence number 2 gives the figure 2024-11-29 2024-11-27}
              |                               ^^^^^^^^^^ swap low and high
    """)


def test_two_facts_of_a_document_cannot_have_one_key(told):
    files = WAR | {
        EDGE: article(
            "measure: war/killed, value: 3",
            "measure: war/killed, value: 4",
            "measure: war/began, id: killed, value: 2024-11-27",
        )
    }
    assert told(files) == lines("""
        content/articles/2024-11-29-edge.md:8:15: error[duplicate-fact]: two facts here have the key "killed"
            8 |   - {measure: war/killed, value: 4, quote: Sentence number 2 gives the figure 4}
              |               ^^^^^^^^^^ give one of them an id of its own, such as id: killed-2
    """)


def test_every_mistake_of_every_file_is_told_in_one_run_in_file_order(told):
    files = (
        HTS
        | {"topics/war.md": topic("killed: {label: Killed, unit: people}")}
        | {
            "actors/abu.md": actor("Abu", "speaks_for: hst"),
            "articles/2024-11-29-b.md": article(
                "measure: war/killed, value: many", "measure: war/killed, id: k2, value: 3, according_to: HST"
            ),
            "articles/2024-11-29-a.md": article(
                "measure: war/kiled, value: 3", more="actors: [HST]", body="Abu and HTS came."
            ),
            "sources/other.md": md("name: The Other\nkind: newspaper\nlangauge: fr"),
            "site.yaml": "title: A small archive\nbase_url: example.org\n",
        }
    )
    assert told(files) == lines("""
        content/actors/abu.md:4:13: error[unknown-actor]: no actor has the id or alias "hst"
            4 | speaks_for: hst
              |             ^^^ did you mean "HTS"?
        content/articles/2024-11-29-a.md:5:10: error[unknown-actor]: no actor has the id or alias "HST"
            5 | actors: [HST]
              |          ^^^ did you mean "HTS"?
        content/articles/2024-11-29-a.md:7:15: error[unknown-measure]: the topic "war" has no measure "kiled"
            7 |   - {measure: war/kiled, value: 3, quote: Sentence number 1 gives the figure 3}
              |               ^^^^^^^^^ did you mean "war/killed"?
        content/articles/2024-11-29-b.md:7:34: error[not-a-number]: "many" is not a number that can be read
            7 |   - {measure: war/killed, value: many, quote: Sentence number 1 gives the figure many}
              |                                  ^^^^ write digits only, with a point before decimals: 1500 or 1.5
        content/articles/2024-11-29-b.md:8:59: error[unknown-actor]: no actor has the id or alias "HST"
            8 |   - {measure: war/killed, id: k2, value: 3, according_to: HST, quote: Sentence number 2 gives the figure 3}
              |                                                           ^^^ did you mean "HTS"?
        content/site.yaml:2:11: error[not-an-address]: "example.org" is not a web address
            2 | base_url: example.org
              |           ^^^^^^^^^^^ write https://example.org
        content/sources/other.md:4:1: error[unknown-key]: no key "langauge" here
            4 | langauge: fr
              | ^^^^^^^^ did you mean "language"?
    """)


def test_what_was_left_out_for_a_mistake_of_its_own_gives_no_second_mistake(told):
    files = (
        HTS
        | WAR
        | {
            "actors/sna.md": actor("Syrian National Army", kind="army"),
            "topics/talks.md": md("titel: Talks"),
            "sources/other.md": md("name: The Other"),
            "articles/2024-11-28-start.md": md("title: Start\ndate: 2024-11-28\nsource: other"),
            EDGE: article(
                "measure: war/killed, value: many, according_to: sna", "measure: talks/rounds, value: 3"
            ),
            "summaries/week.md": week(
                "covers: [2024-11-28-start]\ntakeaways:\n  - text: Many died.\n    facts: [2024-11-29-edge#killed, 2024-11-29-edge#rounds]"
            ),
        }
    )
    assert told(files) == lines("""
        content/actors/sna.md:3:7: error[not-a-choice]: "army" is not one of person, group, state, organisation, monitor, agency
            3 | kind: army
              |       ^^^^ write one of these words
        content/articles/2024-11-29-edge.md:7:34: error[not-a-number]: "many" is not a number that can be read
            7 |   - {measure: war/killed, value: many, according_to: sna, quote: Sentence number 1 gives the figure many}
              |                                  ^^^^ write digits only, with a point before decimals: 1500 or 1.5
        content/sources/other.md:1:1: error[missing-key]: the key "kind" is missing
            1 | ---
              | ^^^ add a line such as kind: broadcaster
        content/topics/talks.md:1:1: error[missing-key]: the key "title" is missing
            1 | ---
              | ^^^ add a line such as title: The Aleppo offensive
        content/topics/talks.md:2:1: error[unknown-key]: no key "titel" here
            2 | titel: Talks
              | ^^^^^ did you mean "title"?
    """)


def test_the_caret_stands_under_the_value_behind_wide_signs_and_tabs(told):
    files = {EDGE: edge("actors: [北京,\t'بيروت', \"東京\", x]")}
    assert told(files) == lines("""
        content/articles/2024-11-29-edge.md:5:10: error[unknown-actor]: no actor has the id or alias "北京"
            5 | actors: [北京, 'بيروت', "東京", x]
              |          ^^^^ make a file for it in content/actors/
        content/articles/2024-11-29-edge.md:5:14: error[unknown-actor]: no actor has the id or alias "بيروت"
            5 | actors: [北京, 'بيروت', "東京", x]
              |                ^^^^^^^ make a file for it in content/actors/
        content/articles/2024-11-29-edge.md:5:23: error[unknown-actor]: no actor has the id or alias "東京"
            5 | actors: [北京, 'بيروت', "東京", x]
              |                         ^^^^^^ make a file for it in content/actors/
        content/articles/2024-11-29-edge.md:5:29: error[unknown-actor]: no actor has the id or alias "x"
            5 | actors: [北京, 'بيروت', "東京", x]
              |                                 ^ make a file for it in content/actors/
    """)


def test_a_long_line_is_shown_around_the_mistake(told):
    files = HTS | {EDGE: edge(f"actors: [{'hts, ' * 60}HST{', hts' * 60}]", "HTS came.")}
    assert told(files) == lines("""
        content/articles/2024-11-29-edge.md:5:310: error[unknown-actor]: no actor has the id or alias "HST"
            5 | …ts, hts, hts, hts, hts, hts, hts, hts, hts, hts, hts, hts, hts, hts, hts, hts, HST, hts, hts, hts, hts, hts, hts, hts, hts, hts, hts, hts, hts, hts, hts, hts, h…
              |                                                                                 ^^^ did you mean "HTS"?
    """)
