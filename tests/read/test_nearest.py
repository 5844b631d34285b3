"""A slip of the finger finds its word, and a strange word finds none."""

import pytest

from generator.model.nearest import nearest

WORDS = ("title", "date", "source", "draft", "made_by")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("tilte", "title"), ("Date", "date"), ("sorce", "source"), ("madeby", "made_by"), ("ＤＡＴＥ", "date")],
)
def test_a_slip_finds_its_word(typed, meant):
    assert nearest(typed, WORDS) == meant


@pytest.mark.parametrize("typed", ["", " ", "zzz", "x" * 30_000])
def test_a_strange_word_finds_none(typed):
    assert nearest(typed, WORDS) is None


def test_the_order_of_the_words_does_not_matter():
    assert nearest("part", ["port", "pert"]) == nearest("part", ["pert", "port"])
