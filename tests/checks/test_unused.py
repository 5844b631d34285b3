"""An editor is told of actors, sources and measures that nobody needs any more."""

from tests.archive import PLACES, actor, article, md, topic
from tests.checks.told import told

HTS = {"actors/hts.md": actor("Hayat Tahrir al-Sham", "aliases: [HTS]")}
UNUSED_HTS = [
    "actors/hts.md:2:7 Hayat Tahrir al-Sham: no document names Hayat Tahrir al-Sham, and no other actor"
]
DAILY = {"sources/daily.md": md("name: The Daily\nkind: newspaper")}
WAR = {
    "topics/war.md": topic("""
        killed: {label: Killed, parts: [civilians]}
        civilians: {label: Civilians killed, parts: [children]}
        children: {label: Children killed}
        wounded: {label: Wounded}
    """)
}


def unused_actors(files):
    return told(PLACES | HTS | files, "unused-actor")


def test_an_actor_whom_nobody_names_is_a_warning_at_its_name():
    assert unused_actors({"articles/a.md": article()}) == UNUSED_HTS


def test_an_actor_is_used_by_a_text_a_list_a_fact_or_another_actor():
    killed = {"topics/war.md": topic("killed: {label: Killed}")}
    assert unused_actors({"articles/a.md": article(body="HTS came.")}) == []
    assert unused_actors({"articles/a.md": article(more="actors: [hts]")}) == []
    fact = "measure: war/killed, value: 1, according_to: "
    assert unused_actors(killed | {"articles/a.md": article(f"{fact}hts")}) == []
    assert unused_actors(killed | {"articles/a.md": article(f"{fact}null, via: [hts]")}) == []
    assert "hts" not in str(
        unused_actors({"actors/x.md": actor("X", "speaks_for: hts"), "articles/a.md": article()})
    )
    related = actor("X", "relations: [{role: part of, actor: HTS}]")
    assert "hts" not in str(unused_actors({"actors/x.md": related, "articles/a.md": article()}))


def test_an_actor_that_names_only_itself_is_unused():
    itself = actor("Hayat Tahrir al-Sham", "relations: [{role: enemy of, actor: hts}]")
    assert unused_actors({"actors/hts.md": itself, "articles/a.md": article()}) == UNUSED_HTS


def test_an_archive_without_documents_begins_with_what_they_will_need():
    files = PLACES | HTS | DAILY | WAR
    assert [told(files, f"unused-{what}") for what in ("actor", "source", "measure")] == [[], [], []]


def test_whoever_is_named_in_a_draft_or_in_a_document_with_mistakes_is_not_unused():
    draft = article(more="draft: true", body="HTS came.")
    assert unused_actors({"articles/a.md": draft}) == []
    assert unused_actors({"articles/a.md": md("titel: News", "HTS came.")}) == []
    embargoed = article(more="publish_at: 2999-01-01T00:00Z\nactors: [hts]")
    assert unused_actors({"articles/a.md": embargoed}) == []


def test_a_source_that_printed_nothing_is_a_warning_at_its_name():
    assert told(PLACES | DAILY | {"articles/a.md": article()}, "unused-source") == [
        "sources/daily.md:2:7 The Daily: no document was printed by The Daily"
    ]


def test_a_source_is_used_by_a_document_or_a_draft_by_id_or_name():
    for typed in ("daily", "the daily", "daily\ndraft: true", "The Daily\ndraft: true"):
        front = f"title: News\ndate: 2024-11-29\nsource: {typed}"
        files = PLACES | DAILY | {"articles/a.md": md(front), "articles/b.md": article()}
        assert told(files, "unused-source") == []


def test_a_measure_without_facts_is_a_warning_at_its_label():
    files = PLACES | WAR | {"articles/a.md": article("measure: war/wounded, value: 3")}
    assert told(files, "unused-measure") == [
        "topics/war.md:4:19 Killed: no fact answers this measure",
        "topics/war.md:5:22 Civilians killed: no fact answers this measure",
        "topics/war.md:6:21 Children killed: no fact answers this measure",
    ]


def test_total_and_parts_of_a_measure_with_facts_are_used_and_so_are_theirs():
    for measure in ("killed", "civilians", "children"):
        files = PLACES | WAR | {"articles/a.md": article(f"measure: war/{measure}, value: 3")}
        assert told(files, "unused-measure") == ["topics/war.md:7:20 Wounded: no fact answers this measure"]


def test_a_measure_is_used_by_a_draft_and_by_a_fact_with_a_mistake():
    for fact, more in (
        ("measure: war/killed, value: 3", "draft: true"),
        ("measure: war/killed, value: many", ""),
    ):
        files = PLACES | WAR | {"articles/a.md": article(fact, more=more)}
        assert "Killed" not in str([line.split()[1] for line in told(files, "unused-measure")])
