"""Where actors are named."""

import pickle
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.actor import Actor, ActorKind
from generator.model.prose import Prose
from generator.read.markdown import read_prose
from generator.read.mentions import AliasIndex, find_mentions


def actor(id: str, name: str, *aliases: str, loose: tuple[str, ...] = ()) -> Actor:
    return Actor(id, name, ActorKind.GROUP, f"actors/{id}.md", aliases, loose)


SOHR = actor("sohr", "Syrian Observatory for Human Rights", "SOHR", "the Observatory", "المرصد السوري")
HTS = actor("hts", "Hayat Tahrir al-Sham", "HTS", "Sham’s men", loose=("rebels",))
SYRIA = actor("syria", "Syria", "叙利亚", "シリア", "시리아", "U.S.S.")
INDEX = AliasIndex([SYRIA, SOHR, HTS])


def named(text: str, index: AliasIndex = INDEX) -> list[tuple[str, str]]:
    prose = read_prose(text, "en")
    return [(each.actor, prose.text[each.span.start : each.span.end]) for each in find_mentions(prose, index)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SOHR and HTS's men", [("sohr", "SOHR"), ("hts", "HTS")]),
        ("the Observatory. The Observatory", [("sohr", "the Observatory"), ("sohr", "The Observatory")]),
        ("sohr, THE OBSERVATORY, hts", []),
        ("the Syrian\nObservatory for *Human* Rights", [("sohr", "Syrian\nObservatory for Human Rights")]),
        ("Hayat\u00a0 Tahrir al-Sham", [("hts", "Hayat\u00a0 Tahrir al-Sham")]),
        ("Sham's men, Sham’s men", [("hts", "Sham's men"), ("hts", "Sham’s men")]),
        ("the SOHRs, xHTS, HTS_1, HTS2, Syria\u0301n", []),
        ("pro-HTS (SOHR)", [("hts", "HTS"), ("sohr", "SOHR")]),
        ("قال المرصد السوري اليوم والمرصد السوري", [("sohr", "المرصد السوري")]),
        ("在叙利亚的HTS组织", [("syria", "叙利亚"), ("hts", "HTS")]),
        ("シリアの 시리아는", [("syria", "シリア"), ("syria", "시리아")]),
        ("the rebels", []),
        ("Hayat\n\nTahrir al-Sham", []),
        ("|Hayat|Tahrir al-Sham|\n|-|-|\n", []),
    ],
)
def test_an_actor_is_named_where_an_alias_stands_as_a_word(text, expected):
    assert named(text) == expected


def test_the_longest_alias_wins_and_one_that_is_no_word_hides_no_shorter_one():
    index = AliasIndex(
        [actor("a", "Free Syrian Army"), actor("b", "Free Syrian"), actor("c", "Syrian Army Group")]
    )
    assert named("Free Syrian Army", index) == [("a", "Free Syrian Army")]
    assert named("Free Syrian Armyx", index) == [("b", "Free Syrian")]
    assert named("Free Syrian Army Group", index) == [("a", "Free Syrian Army")]


def test_a_name_of_two_actors_means_neither_and_is_reported():
    index = AliasIndex(
        [
            actor("b", "Beta", "the Army"),
            actor("a", "Alpha", "The  army"),
            actor("c", "Straße", "ＳＮＡ"),
            actor("d", "STRASSE", "SNA"),
        ]
    )
    assert index.ambiguous == {"The  army": ("a", "b"), "Straße": ("c", "d"), "ＳＮＡ": ("c", "d")}
    assert named("the Army, The army, Straße, SNA, Beta", index) == [("b", "Beta")]
    assert index.resolve("the army") is None


def test_a_name_is_resolved_in_whatever_case_width_and_spacing_and_an_id_as_it_is():
    assert [
        INDEX.resolve(name) for name in ("sohr", "Sohr", "THE\u00a0 observatory", "ＨＴＳ", "sham's MEN")
    ] == [
        "sohr",
        "sohr",
        "sohr",
        "hts",
        "hts",
    ]
    assert [INDEX.resolve(name) for name in ("SOHRR", "", "rebels")] == [None, None, None]


def test_an_id_that_another_actor_has_as_a_name_still_resolves_as_an_id():
    index = AliasIndex([actor("iran", "Islamic Republic"), actor("people", "Iranians", "Iran")])
    assert index.ambiguous == {"iran": ("iran", "people")}
    assert index.resolve("iran") == "iran"
    assert index.resolve("Iran") is None


def test_every_id_and_name_is_known_in_one_order_however_the_actors_come():
    assert INDEX.known == tuple(sorted({"sohr", "hts", "syria", *SOHR.names, *HTS.names, *SYRIA.names}))
    assert AliasIndex([HTS, SOHR, SYRIA]).known == INDEX.known


def test_without_actors_nobody_is_named():
    assert named("SOHR", AliasIndex([])) == []


def test_an_index_sent_to_another_process_finds_the_same():
    assert named("SOHR", pickle.loads(pickle.dumps(INDEX))) == named("SOHR")  # noqa: S301  (pickled one line before)


PIECES = st.lists(
    st.sampled_from(
        [
            *SOHR.names,
            *HTS.names,
            *SYRIA.names,
            "The Observatory",
            " ",
            "\n",
            "\n\n",
            "*",
            "x",
            "的",
            "😀",
            "e\u0301",
            "'s",
            ".",
        ]
    ),
    max_size=12,
).map("".join)


@pytest.mark.slow
@given(PIECES)
@settings(max_examples=300, deadline=None)
def test_a_mention_always_spells_a_name_of_its_actor_and_none_overlap(text):
    prose = read_prose(text, "en")
    mentions = find_mentions(prose, INDEX)
    for mention in mentions:
        spelled = prose.text[mention.span.start : mention.span.end]
        assert INDEX.resolve(spelled) == mention.actor
    for before, after in pairwise(mentions):
        assert before.span.end <= after.span.start


@pytest.mark.slow
@given(
    st.lists(st.text("ab 叙-", min_size=1, max_size=4), min_size=1, max_size=6),
    st.text("ab 叙-", max_size=20),
)
@settings(max_examples=200, deadline=None)
def test_the_same_is_found_however_many_names_end_in_one_another(names, text):
    index = AliasIndex([actor("a", *names)])
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("generator.read.mentions._FEW", 0)
        other = AliasIndex([actor("a", *names)])
    assert find_mentions(Prose(text), other) == find_mentions(Prose(text), index)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("names", "text", "found"),
    [
        (["a" * length for length in range(1, 200)], "a" * 40_000, 0),
        (["a" * length for length in range(1, 200)], ("a" * 199 + " ") * 200, 200),
        (["a " * length + "a" for length in range(1, 200)], "a " * 20_000, 100),
    ],
    ids=["no word", "words", "many words"],
)
def test_names_that_end_in_one_another_are_looked_for_as_words_only(names, text, found, monkeypatch):
    index = AliasIndex([actor("a", *names)])
    monkeypatch.setattr(index, "_automaton", None)  # it tells every place at which a name ends: eight million
    assert len(find_mentions(Prose(text), index)) == found


def test_a_span_one_character_off_would_spell_no_name():
    span = find_mentions(Prose("by SOHR today"), INDEX)[0].span
    assert INDEX.resolve("by SOHR today"[span.start - 1 : span.end - 1]) is None


@pytest.mark.slow
def test_ten_thousand_names_are_found_in_one_text():
    many = AliasIndex(actor(f"a{number}", f"Group number {number}") for number in range(10_000))
    text = ", ".join(f"Group number {number}" for number in range(10_000))
    assert len(find_mentions(Prose(text), many)) == 10_000
