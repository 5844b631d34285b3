"""A word out of a few."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from pydantic import BeforeValidator

from generator.model.nearest import nearest
from generator.model.written.mistake import Mistake, quoted
from generator.model.written.text import line_of

Word = TypeVar("Word", bound=StrEnum)


def choice(words: type[Word]) -> BeforeValidator:
    """Accepts exactly the words of an enumeration."""
    return BeforeValidator(_chooser(words))


def _chooser(words: type[Word]) -> Callable[[object], Word]:
    known = [word.value for word in words]

    def choose(value: object) -> Word:
        text = line_of(value)
        if text in known:
            return words(text)
        meant = nearest(text, known)
        raise Mistake(
            "not-a-choice",
            f"{quoted(text)} is not one of {', '.join(known)}",
            f'did you mean "{meant}"?' if meant else "write one of these words",
        )

    return choose
