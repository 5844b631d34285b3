"""A text that was entered twice is found; texts that only quote the same words are not."""

from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.model.prose import Prose
from generator.read.alike import WORDS, bands, likeness
from tests.archive import PLACES, article, md
from tests.checks.told import found, told

TEXT = " ".join(f"Sentence {number} says what happened in street {number}." for number in range(30))
OTHER = " ".join(f"Paragraph {number} tells of house {number * 7} instead." for number in range(30))
word = st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=9)
VOCABULARY = [f"word{number}" for number in range(200)]
texts = st.lists(word, min_size=120, max_size=300, unique=True)


def duplicates(one: str, other: str):
    files = {"articles/a.md": article(body=one), "articles/b.md": article(body=other)}
    return told(PLACES | files, "near-duplicate")


def test_the_same_text_is_a_warning_at_the_title_of_the_later_document():
    assert duplicates(TEXT, TEXT) == [
        "articles/b.md:2:8 News: it has all of its wording in common with content/articles/a.md"
    ]


def test_nearly_the_same_text_is_told_with_the_share():
    (line,) = duplicates(TEXT, f"Shouting: {TEXT.replace('street 7.', 'the square.')} More below.")
    assert line.endswith("News: it has 94% of its wording in common with content/articles/a.md")


def test_capitals_spaces_and_punctuation_make_no_difference():
    assert "all of its wording" in duplicates(TEXT, TEXT.upper().replace(". ", "!\n\n"))[0]


def test_a_sign_that_is_not_ascii_changes_none_of_the_words_around_it():
    text = f"{TEXT} Under_score, 3.5 and half-done."
    assert bands(Prose(f"{text} —")) == bands(Prose(text))
    assert likeness(Prose(f"{text} —"), Prose(text)) == 1


def test_short_texts_are_not_compared():
    short = " ".join(TEXT.split()[: WORDS - 1])
    assert duplicates(short, short) == []


def test_texts_that_share_a_long_quotation_are_two():
    quotation = " ".join(TEXT.split()[:80])
    assert duplicates(f"{OTHER} {quotation}", f"{quotation} {OTHER.replace('house', 'tower')}") == []


def test_a_summary_may_repeat_what_it_covers():
    week = md("title: Week\ndate: 2024-11-30\nsource: paper\ncovers: [a]", TEXT)
    files = PLACES | {"articles/a.md": article(body=TEXT), "summaries/week.md": week}
    assert told(files, "near-duplicate") == []


def test_each_copy_is_told_once_with_the_one_most_like_it():
    changed = TEXT.replace("street 7.", "the square.")
    bodies = {"a": TEXT, "b": changed, "c": changed}
    files = {f"articles/{name}.md": article(body=body) for name, body in bodies.items()}
    assert [one.message.split()[-1] for one in found(PLACES | files, "near-duplicate")] == [
        "content/articles/a.md",
        "content/articles/b.md",
    ]


def test_scripts_without_spaces_are_compared_sign_by_sign():
    chinese = "".join(chr(0x4E00 + number * 37 % 5000) for number in range(120))
    assert set(bands(Prose(chinese))) & set(bands(Prose(chinese[:-4] + "一二三四")))
    assert bands(Prose(chinese[: WORDS - 1])) == ()


def test_the_same_text_is_found_by_the_same_bands_in_every_run():
    assert bands(Prose(TEXT))[0].hex() == "00f9c7390a59d0a7263645c75120f12100"


@pytest.mark.slow
@settings(max_examples=30)
@given(texts, st.data())
def test_a_copy_with_a_few_words_changed_is_found(words, data):
    places = data.draw(st.sets(st.integers(0, len(words) - 1), max_size=3))
    copy = ["CHANGED" if place in places else one for place, one in enumerate(words)]
    one, other = Prose(" ".join(words)), Prose(" ".join(copy))
    assert likeness(one, other) > 0.85
    assert set(bands(one)) & set(bands(other))


@settings(max_examples=30)
@given(st.integers(0), st.integers(0))
def test_two_random_texts_are_not_alike(seed, other):
    assume(seed != other)
    one, another = (Prose(" ".join(Random(number).choices(VOCABULARY, k=200))) for number in (seed, other))  # noqa: S311 -- texts, no secrets
    assert likeness(one, another) < 0.1
    assert not set(bands(one)) & set(bands(another))
