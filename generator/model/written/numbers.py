"""Numbers as an author types them: one form, so that nothing can be read in two ways."""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from generator.model.written.mistake import Mistake, quoted
from generator.model.written.text import line_of

CHARACTERS = 60
"""A longer number is a slip; the measured world needs 20."""
LARGEST_EXPONENT = 30
"""Of ten, in both directions: a larger one would print as a line of zeros."""

FORM = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
GROUPS = re.compile(r"-?[1-9][0-9]{0,2}(?P<mark>[ _'\u00a0\u2009\u202f])[0-9]{3}((?P=mark)[0-9]{3})*")
HEDGES = {
    "about": ("about", "around", "circa", "ca", "ca.", "roughly", "some", "~", "≈"),
    "at-least": ("at least", "≥", ">="),
    "more-than": ("more than", "over", ">"),
    "almost": ("almost", "nearly"),
    "up-to": ("up to", "≤", "<="),
    "fewer-than": ("fewer than", "less than", "under", "<"),
}
"""Words before a number that belong into `qualifier`."""

REPAIRS: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (GROUPS, lambda typed: f"write {re.sub('[^0-9-]', '', typed)}, without marks between the digits"),
    (
        re.compile(r"-?0[0-9]+"),
        lambda typed: f"write {'-' * (typed[0] == '-')}{typed.lstrip('-0') or 0}, without the zero in front",
    ),
    (re.compile(r"\+[0-9.]+"), lambda typed: f"write {typed[1:]}, without the plus"),
    (
        re.compile(r"-?[0-9]{1,3}(,[0-9]{3})+"),
        lambda typed: f"write {typed.replace(',', '')}, without a comma; decimals stand after a point",
    ),
    (
        re.compile(r"-?[0-9]+,[0-9]+"),
        lambda typed: f"write {typed.replace(',', '.')}, with a point before the decimals",
    ),
    (re.compile(r"-?\.[0-9]+"), lambda typed: f"write {typed.replace('.', '0.')}"),
    (
        re.compile(r"[0-9]+ ?(-|–|to) ?[0-9]+"),
        lambda typed: "write low: {} and high: {} in place of value".format(
            *sorted(re.findall("[0-9]+", typed), key=int)
        ),
    ),
)
"""What is often typed in place of the one form, and what to write instead."""


def number_of(value: object) -> Decimal:
    """A number in plain digits, `-1234.5` or `1e6`, kept exactly as printed.

    At most 60 characters, and an exponent of ten from -30 to 30. Raises `Mistake` (`not-a-number`).
    """
    text = line_of(value)
    if len(text) > CHARACTERS:
        raise _not_a_number(text, f"a number may have {CHARACTERS} characters", too="long")
    form = FORM.fullmatch(text)
    if not form:
        raise _not_a_number(text, _hint(text))
    exponent = int(form[3][1:]) if form[3] else 0
    if abs(exponent) > LARGEST_EXPONENT:
        raise _not_a_number(text, f"the exponent may go from -{LARGEST_EXPONENT} to {LARGEST_EXPONENT}")
    number = Decimal(text)
    return number if number else number.copy_abs()


def grade_of(value: object) -> int:
    """A grade of credibility, 1 to 6."""
    text = line_of(value)
    if not re.fullmatch("[1-6]", text):
        raise Mistake(
            "not-a-grade",
            f"{quoted(text)} is not a grade of credibility",
            "write 1 (confirmed) to 5 (improbable), or 6 (not judged)",
        )
    return int(text)


def _not_a_number(text: str, hint: str, too: str = "") -> Mistake:
    message = f"this number is too {too}" if too else f"{quoted(text)} is not a number that can be read"
    return Mistake("not-a-number", message, hint)


def _hint(text: str) -> str:
    digits = "".join(_ascii_digit(letter) for letter in text)
    if digits != text and FORM.fullmatch(digits):
        return f"write {digits} in the digits 0 to 9"
    for form, better in REPAIRS:
        if form.fullmatch(text):
            return better(text)
    return _hint_from_words(text)


def _hint_from_words(text: str) -> str:
    lower = text.lower()
    for qualifier, words in HEDGES.items():
        for word in words:
            rest = lower.removeprefix(word).strip()
            if rest != lower and FORM.fullmatch(rest):
                return f"write {rest}, and qualifier: {qualifier} on a line of its own"
    if unit := re.fullmatch(r"(-?[0-9]+(?:\.[0-9]+)?)( ?[^\W\d_]{2,}| ?%)", text):
        return f"write {unit[1]}; the unit stands in the topic"
    return "write digits only, with a point before decimals: 1500 or 1.5"


def _ascii_digit(letter: str) -> str:
    return str(unicodedata.decimal(letter)) if letter.isdecimal() else letter


Number = Annotated[Decimal, BeforeValidator(number_of), WithJsonSchema({"type": "number"})]
Grade = Annotated[int, BeforeValidator(grade_of), Field(ge=1, le=6)]
