"""Where a quotation stands in a text."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.prose import Prose
from generator.read.markdown import read_prose
from generator.read.quotes import find_quote, nearest_quote

WORDS = st.lists(
    st.sampled_from(
        [
            "At",
            "least",
            "242",
            "l’armée",
            "“dead”",
            "« morts »",
            "—",
            "Zoë",
            "قال",
            "x" * 9,
            "it's",
            "e\u0301",
            "»so«",
        ]
    ),
    min_size=1,
    max_size=6,
)
PARAGRAPHS = st.lists(WORDS.map(lambda words: f"On {' '.join(words)}."), min_size=1, max_size=4).map(
    "\n\n".join
)
SPACES = st.sampled_from([" ", "  ", "\n", "\u00a0", "\u202f", "\t\n"])
OTHERWISE = str.maketrans({"“": '"', "”": "'", "’": "'", "—": "-", "'": "‘", '"': "„"})


def found(prose: Prose, quote: str) -> str | None:
    span = find_quote(prose, quote)
    return span and prose.text[span.start : span.end]


@pytest.mark.slow
@given(PARAGRAPHS, SPACES, st.sampled_from(["NFC", "NFD"]), st.data())
@settings(max_examples=120, deadline=None)
def test_every_sentence_is_found_however_its_quotation_marks_and_spaces_are_typed(text, space, form, data):
    prose = read_prose(text, "en")
    sentence = data.draw(st.sampled_from(prose.sentences))
    written = prose.text[sentence.start : sentence.end]
    typed = unicodedata.normalize(form, space.join(written.split())).translate(OTHERWISE)
    span = find_quote(prose, f" {typed}\n")
    assert span is not None
    assert span.start <= sentence.start
    assert span.end - span.start == len(written)


def test_a_sentence_with_one_letter_changed_is_not_found():
    prose = read_prose("At least 242 died on Friday.", "en")
    assert found(prose, "At least 242 died on friday.") is None
    assert found(prose, "At least 241 died on Friday.") is None
    assert found(prose, "At least 242 died on Friday.") == "At least 242 died on Friday."


@pytest.mark.parametrize(
    ("text", "quote", "stands"),
    [
        ("a *242\ndead* b", "242 dead", "242\ndead"),
        ("one.\n\nTwo.", "one. Two.", "one.\n\nTwo."),
        ("il dit « plus de 200 morts » ici", 'dit "plus de 200 morts" ici', "dit « plus de 200 morts » ici"),
        ("il dit « plus de 200 morts » ici", "plus de 200 morts", "plus de 200 morts"),
        ("er sagte »Hallo« und", 'sagte "Hallo" und', "sagte »Hallo« und"),
        ("er sagte »Hallo!« und", "sagte »Hallo!« und", "sagte »Hallo!« und"),
        ("the soft\u00adhyphen\u200b is", "softhyphen is", "soft\u00adhyphen\u200b is"),
        ("twenty‑one – or more", "twenty-one - or more", "twenty‑one – or more"),
        ("a cafe\u0301 b", "caf\u00e9", "cafe\u0301"),
        ("a caf\u00e9 b", "cafe\u0301", "caf\u00e9"),
        ("a \u0958 b", "\u0915\u093c", "\u0958"),
        ("again and again", "again", "again"),
    ],
)
def test_a_quotation_is_found_as_it_stands(text, quote, stands):
    assert found(read_prose(text, "en"), quote) == stands


def test_the_first_of_two_equal_sentences_is_meant():
    assert find_quote(Prose("again, again"), "again").start == 0


@pytest.mark.parametrize("quote", ["", "  \n", "\u200b"])
def test_an_empty_quotation_stands_nowhere(quote):
    assert find_quote(Prose("anything at all"), quote) is None


@pytest.mark.slow
@given(st.text(), st.text(max_size=3), st.integers(0, 20), st.integers(0, 20))
@settings(max_examples=200, deadline=None)
def test_whatever_is_found_lies_in_the_text_and_is_not_empty(text, other, start, length):
    for quote in (text[start : start + length], other):
        span = find_quote(Prose(text), quote)
        assert span is None or 0 <= span.start < span.end <= len(text)


def test_the_nearest_sentence_is_the_one_with_most_words_in_common():
    prose = read_prose(
        "Rain fell on Aleppo.\n\nThe fighting left at least 242\ndead since Wednesday. Roads closed.", "en"
    )
    assert nearest_quote(prose, "fighting has left 240 dead since wednesday") == (
        "The fighting left at least 242 dead since Wednesday."
    )


@pytest.mark.parametrize("quote", ["", "?!", "entirely different words stand here"])
def test_nothing_is_suggested_for_a_quotation_unlike_any_sentence(quote):
    assert nearest_quote(read_prose("Rain fell on Aleppo. !?", "en"), quote) is None


def test_of_sentences_equally_near_the_first_is_suggested():
    assert nearest_quote(read_prose("One two three four. Four three two one.", "en"), "two three") == (
        "One two three four."
    )
