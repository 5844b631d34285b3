"""A remembered step gives what its function gives."""

import pytest

from generator.memo import remembered


def test_a_step_returns_what_its_function_makes_of_the_inputs() -> None:
    assert remembered("join", lambda left, right: left + right, "a", "b") == "ab"


def test_a_failing_function_fails_the_step() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        remembered("count", int, "many")


def test_a_step_without_a_name_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a name"):
        remembered("", int, "1")
