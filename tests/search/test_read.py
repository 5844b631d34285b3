"""What Pagefind is to take for one word, and what for several."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search import read as reading
from generator.search.read import read_as

BEFORE = ["l", "L", "qu", "Lorsqu", "dell", "aujourd", "it", "xd", "_d", "é"]
SIGNS = ["'", "’", "\u02bc", "&#39;", "&amp;"]
AFTER = ["homme", "É", "<em>où</em>", "s ", "_", "1"]
OTHERS = ["1\u00a0000", "12 000", "1\u2009000", "1\u202f000", "-", "学", "か", "\U00020000", "한", " "]
elided = st.tuples(st.sampled_from(BEFORE), st.sampled_from(SIGNS), st.sampled_from(AFTER)).map("".join)


def read(text: str) -> str:
    return (
        read_as(f"<p title='1 000 学校'>{text}</p>".encode())
        .decode()
        .removeprefix("<p title='1 000 学校'>")
        .removesuffix("</p>")
    )


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009"])
def test_a_number_in_groups_is_one_word(space: str) -> None:
    assert read(f"about 1{space}000 or 12{space}500{space}000 people") == (
        "about 1\u2060000 or 12\u2060500\u2060000 people"
    )


@pytest.mark.parametrize(
    "text", ["in 2024 121 died", "at 14:30 200 came", "1 00 and 1 0000", "10 11 12", "1,000 and 1000"]
)
def test_numbers_beside_each_other_stay_apart(text: str) -> None:
    assert read(text) == text


def test_each_ideograph_is_a_word_and_attributes_stay_as_they_are() -> None:
    assert read("约有1,000人 OK").split() == ["约", "有", "1,000", "人", "OK"]
    assert read("ひらカタ").split() == list("ひらカタ")


@pytest.mark.parametrize("text", ["Aleppo", "المرصد السوري", "한국어 문장", "ประเทศไทย"])
def test_other_scripts_are_left_alone(text: str) -> None:
    assert read(text) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("chef de l’homme", "chef de l’ homme"),
        ("l&#39;Observatoire, qu&#39;elle", "l&#39; Observatoire, qu&#39; elle"),
        ("jusqu'alors Lorsqu’il D'Angelo", "jusqu' alors Lorsqu’ il D' Angelo"),
        ("dell'esercito all’alba nell'area", "dell' esercito all’ alba nell' area"),
        ("l’<em>homme</em>", "l’ <em>homme</em>"),
    ],
)
def test_what_is_elided_stands_apart_from_its_word(text: str, words: str) -> None:
    assert read(text).replace("\u2060", "") == words
    assert read(text).replace("\u2060 ", "") == text


@pytest.mark.parametrize(
    "text", ["aujourd’hui", "it's", "don’t", "Qur'an", "Sana'a", "O’Neill", "the soldiers' way"]
)
def test_other_apostrophes_stay_within_their_word(text: str) -> None:
    assert read(text) == text


def test_a_term_and_what_is_said_of_it_are_two_words() -> None:
    assert b"high</dt> <dd>14" in read_as(b"<dl><div><dt>Low to high</dt><dd>14,000</dd></div></dl>")


def is_read_as_if_looked_through(text: str) -> bool:
    html = f"<p>{text}</p>"
    return read_as(html.encode()).decode() == reading._TEXT.sub(reading._parted, html)


@given(st.lists(elided | st.sampled_from(OTHERS), max_size=4).map("".join))
def test_no_page_is_passed_over_that_would_be_read_otherwise(text: str) -> None:
    assert is_read_as_if_looked_through(text)


def test_a_look_for_one_kind_of_apostrophe_would_be_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_read_as_if_looked_through("l’homme")
    monkeypatch.setattr(reading, "_APOSTROPHE", re.compile(rb"'(?=[a-z<\x80-\xff])", re.IGNORECASE))
    assert not is_read_as_if_looked_through("l’homme")


def test_a_look_at_one_letter_before_it_would_be_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_read_as_if_looked_through("dell'area")
    monkeypatch.setattr(reading, "_LONGEST", 1)
    assert not is_read_as_if_looked_through("dell'area")
