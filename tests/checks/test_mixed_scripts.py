"""A letter of another script in a name is found, however much it looks like the right one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.read.scripts import mixed_words
from tests.archive import PLACES, actor, article, md, topic
from tests.checks.told import found, told

ALPHABETS = {
    "Latin": "aáäßçdeéłñøœşğıwxyz",
    "Cyrillic": "абвгдежзиіїњўщыэюя",
    "Greek": "αβγδέζηθικλ",
    "Arabic": "ابتثجحخدذرزپچگی",
    "Hebrew": "אבגדהוזחט",
    "Han": "北京中国東",
    "Hangul": "서울한국",
    "Devanagari": "कखगघदिल्ली",
    "Thai": "กขคงจกรุงเทพ",
}
CONFUSABLE = {"a": "а", "c": "с", "e": "е", "o": "о", "p": "р", "x": "х", "y": "у", "i": "і"}


def test_a_stray_letter_is_a_warning_at_its_word_with_its_code_point_and_name():
    files = PLACES | {"actors/a.md": actor("Free Aleppо Centre")}
    assert told(files, "mixed-scripts") == [
        'actors/a.md:2:12 Aleppо: "Aleppо" mixes Latin and Cyrillic letters: '
        "о is U+043E CYRILLIC SMALL LETTER O"
    ]
    (problem,) = found(files, "mixed-scripts")
    assert problem.hint == "type the whole word in Latin letters"


def test_every_kind_of_name_is_looked_at():
    files = PLACES | {
        "actors/a.md": actor("HTS", "aliases: [Good, Неlp]\nloose: [реople]"),
        "sources/s.md": md("name: Тhe Daily\nkind: newspaper"),
        "topics/t.md": md("title: Wаr\nmeasures:\n  killed: {label: Kіlled}"),
        "articles/b.md": article(title="Nеws"),
    }
    assert [one.split()[0] for one in told(files, "mixed-scripts")] == [
        "actors/a.md:4:17",
        "actors/a.md:5:9",
        "articles/b.md:2:8",
        "sources/s.md:2:7",
        "topics/t.md:2:8",
        "topics/t.md:4:19",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "COVID-19",
        "Т-90",
        "IT-компания",
        "Москва (Moscow)",
        "Syrian Observatory المرصد السوري",
        "NHKニュース",
        "東京タワーの話",
        "サッカーW杯",
        "KBS뉴스",
        "李明박",
        "ㄅ北",
        "٢٤٢ شخصا",
        "O’Neill",
        "e\u0301glise",
        "हिन्दी2024",
        "Ａｃｍｅ",
        "5µm",
    ],
)
def test_scripts_that_are_written_together_are_fine(name):
    assert list(mixed_words(name)) == []


@pytest.mark.parametrize("name", ["Киив한", "Aיb", "NATOский", "ひらがなж"])
def test_scripts_that_are_not_written_together_are_told(name):
    assert len(list(mixed_words(name))) == 1


@pytest.mark.slow
@given(st.sampled_from(sorted(ALPHABETS)).flatmap(lambda script: st.text(ALPHABETS[script] + "0123456789")))
def test_a_word_of_one_script_is_never_told(word):
    assert list(mixed_words(word)) == []


@given(st.text("bdfghklmnrst", min_size=2), st.sampled_from(sorted(CONFUSABLE)), st.integers(0, 100))
def test_a_letter_put_in_for_its_likeness_is_always_told(word, letter, at):
    at %= len(word) + 1
    assert list(mixed_words(word[:at] + letter + word[at:])) == []
    (mixed,) = mixed_words(word[:at] + CONFUSABLE[letter] + word[at:])
    assert (mixed.letter, mixed.scripts) == (CONFUSABLE[letter], ("Latin", "Cyrillic"))


def test_a_dotted_capital_i_is_a_letter_of_its_own_and_no_other_script():
    assert list(mixed_words("İstanbul")) == []
    files = PLACES | {"actors/a.md": actor("İstanbul"), "actors/b.md": actor("istanbul")}
    assert told(files, "ambiguous-alias") == []


def test_measures_are_looked_at_in_every_topic():
    files = PLACES | {"topics/t.md": topic("killed: {label: Killed}\nwounded: {label: Wоunded}")}
    assert len(told(files, "mixed-scripts")) == 1
