"""A name means one actor, one source, one topic, however it is spelled."""

import pytest

from tests.archive import PLACES, actor, article, md
from tests.checks.told import told


@pytest.mark.parametrize(
    ("one", "other"),
    [("Straße", "STRASSE"), ("ﬁle", "file"), ("Ｍｅｔｒｏ", "metro"), ("Café", "Cafe\u0301"), ("ｶﾅ", "カナ")],
)
def test_two_spellings_of_one_name_are_ambiguous(one, other):
    files = PLACES | {"actors/a.md": actor(one), "actors/b.md": actor("B", f"aliases: [{other}]")}
    assert told(files, "ambiguous-alias") == [
        f'actors/b.md:4:11 {other}: "{one}" is also a name of {one} (content/actors/a.md)'
    ]


@pytest.mark.parametrize(("one", "other"), [("İstanbul", "istanbul"), ("Аleppo", "Aleppo"), ("Ø", "O")])
def test_names_with_other_letters_are_others(one, other):
    files = PLACES | {"actors/a.md": actor(one), "actors/b.md": actor(other)}
    assert told(files, "ambiguous-alias") == []


def test_two_sources_of_one_name_are_an_error_at_the_second():
    sources = {
        f"sources/{id}.md": md(f"name: {name}\nkind: newspaper")
        for id, name in (("a", "Die Straße"), ("b", "DIE  STRASSE"), ("c", "Die Strasse (Wien)"))
    }
    assert told(PLACES | sources, "duplicate-source-name") == [
        'sources/b.md:2:7 DIE  STRASSE: "DIE  STRASSE" is also the name of content/sources/a.md'
    ]


def test_two_topics_of_one_title_are_a_warning_at_the_second():
    topics = {
        f"topics/{id}.md": md(f"title: {title}") for id, title in (("a", "War"), ("b", "WAR"), ("c", "Wars"))
    }
    assert told(PLACES | topics, "duplicate-topic-title") == [
        'topics/b.md:2:8 WAR: "WAR" is also the title of content/topics/a.md'
    ]


def test_two_documents_of_one_day_with_one_slug_are_an_error_at_the_second():
    files = PLACES | {
        "articles/edge.md": article(),
        "articles/2024-11-29-edge.md": article(),
        "articles/2024-11-30-edge.md": article(day="2024-11-30"),
        "articles/other.md": article(more="slug: edge"),
    }
    assert [line.split(" ")[0] for line in told(files, "colliding-address")] == [
        "articles/edge.md:1:1",
        "articles/other.md:5:7",
    ]


def test_a_slug_may_be_the_word_of_another_page_because_it_stands_below_its_day():
    files = PLACES | {
        "articles/a.md": article(more="slug: facts"),
        "articles/b.md": article(more="slug: '2024'"),
        "articles/c.md": article(more="slug: actors"),
    }
    assert told(files, "colliding-address") == []
