"""What is folded is found quickly, and it is the same that a look at every character finds."""

import re
from itertools import pairwise

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.read import mentions, quotes
from generator.read.folding import SPACES, Folding, fold

pytestmark = pytest.mark.slow

SIGNS = [*" \n\t\xa0\u2028«»\"'`’“–\u00ad\u200bab(é", "  ", "e\u0301", "«\xa0", " »"]
TEXTS = st.lists(st.sampled_from(SIGNS), max_size=12).map("".join)
FOLDINGS = (quotes._FOLDING, mentions._FOLDING)
QUICK = settings(max_examples=300, deadline=None, derandomize=True, database=None)


def spans(found) -> list[tuple[int, int]]:
    return [match.span() for match in found]


def finds_all(folding: Folding, text: str) -> bool:
    return spans(folding.matches(text)) == spans(folding.unlike.finditer(text))


@QUICK
@given(TEXTS)
def test_everything_unlike_is_found(text):
    assert all(finds_all(folding, text) for folding in FOLDINGS)


def test_a_sign_that_is_passed_over_would_be_caught():
    blind = replace(FOLDINGS[0], signs=re.compile("[\n]"), spaces=re.compile("[\n]"))
    find(TEXTS, lambda text: not finds_all(blind, text), settings=QUICK)


@QUICK
@given(TEXTS)
def test_the_whole_of_a_folded_text_comes_from_the_whole_text(text):
    for folding in FOLDINGS:
        folded = fold(text, folding)
        if folded.text:
            spans = [folded.span(place, place + 1) for place in range(len(folded.text))]
            assert spans[-1].end == len(text)
            assert all(one.start <= after.start for one, after in pairwise(spans))


def test_the_spaces_are_all_white_space_but_the_plain_one():
    every = [chr(number) for number in range(0x3100) if chr(number) != " "]
    assert [one for one in every if re.match(r"\s", one)] == [
        one for one in every if re.match(f"[{SPACES}]", one)
    ]
