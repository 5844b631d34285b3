"""Text that an author typed: a line, a text of several lines, a title."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.model.written.mistake import Mistake, quoted

TITLE_CHARACTERS = 300

KINDS = {str: "text", list: "a list", tuple: "a list", dict: "a group of keys", type(None): "nothing"}
"""What each sort of value is called in messages."""


def kind_of(value: object) -> str:
    """What an editor would call this sort of value."""
    return KINDS.get(type(value), "something else")


def text_of(value: object) -> str:
    """A text with something in it; white space around it is dropped."""
    if value is None:
        raise Mistake("empty-value", "nothing stands here", "write a text, or delete the entry")
    if not isinstance(value, str):
        hint = "put the text in quotes if the brackets belong to it" if isinstance(value, list | dict) else ""
        raise Mistake("not-text", f"text is expected here, not {kind_of(value)}", hint)
    text = value.strip()
    if not text:
        raise Mistake(
            "empty-value", "the text between the quotes is empty", "write a text, or delete the line"
        )
    return text


def line_of(value: object) -> str:
    """A text on one line."""
    text = text_of(value)
    if "\n" in text:
        raise Mistake("not-one-line", "this text must stand on one line", "join the lines")
    return text


def title_of(value: object) -> str:
    """A text on one line, short enough for a heading."""
    line = line_of(value)
    if len(line) > TITLE_CHARACTERS:
        raise Mistake(
            "too-long",
            f"a title may have {TITLE_CHARACTERS} characters, this one has {len(line)}",
            "shorten it; the rest can stand in the text",
        )
    return line


def truth_of(value: object) -> bool:
    """`true` or `false`, in exactly these words."""
    text = line_of(value)
    if text in {"true", "false"}:
        return text == "true"
    meant = {"yes": "true", "on": "true", "1": "true", "y": "true", "true": "true"}
    meant |= {"no": "false", "off": "false", "0": "false", "n": "false", "false": "false"}
    word = meant.get(text.lower())
    raise Mistake(
        "not-true-or-false",
        f"{quoted(text)} is neither true nor false",
        f"write {word}" if word else "write true or false",
    )


Text = Annotated[str, BeforeValidator(text_of), Field(min_length=1)]
Line = Annotated[str, BeforeValidator(line_of), Field(min_length=1)]
Title = Annotated[str, BeforeValidator(title_of), Field(min_length=1, max_length=TITLE_CHARACTERS)]
Truth = Annotated[bool, BeforeValidator(truth_of)]
