"""JSON is written as Python's own encoder writes it, and parts of it may be written beforehand."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from generator.exports.jsontext import Raw, json_text, plain

pytestmark = pytest.mark.slow

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=12,
)
QUICK = settings(max_examples=200, deadline=None, derandomize=True, database=None)


def encoded(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


@QUICK
@given(VALUES)
def test_it_is_what_python_writes(value: Any) -> None:
    assert json_text(value) == encoded(value)


@QUICK
@given(VALUES)
def test_a_part_may_be_written_before_the_whole(value: Any) -> None:
    assert json_text({"a": [Raw(json_text(value)), value]}) == encoded({"a": [value, value]})


def test_a_part_that_is_not_moved_to_the_right_would_be_caught() -> None:
    find(VALUES, lambda value: encoded(value) not in encoded({"a": [value]}), settings=QUICK)


def test_a_number_keeps_every_digit() -> None:
    digits = "12345678901234567890.10"
    assert json_text([plain(Decimal(digits)), plain(Decimal("1E+3"))]) == f"[\n {digits},\n 1000\n]"


def test_what_json_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        json_text({"a": [1.5]})
