"""What is wrong with a value that an author typed, before it has a place in a file."""

LONGEST = 60
"""Characters of a value that a message repeats."""


class Mistake(ValueError):  # noqa: N818 -- an author's mistake is no error of the program
    """A value that cannot be used; `hint` says what to write instead.

    `at` leads from the value that was checked to the one that is wrong: `(0, "measure")`.
    With `parent` the mistake is about what holds the value, because the value itself is missing.
    """

    def __init__(
        self,
        code: str,
        message: str,
        hint: str = "",
        *,
        at: tuple[str | int, ...] = (),
        parent: bool = False,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.at = at
        self.parent = parent


def quoted(text: str) -> str:
    """A typed text as a message repeats it: in quotation marks, on one line, not too long."""
    short = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return '"' + "".join(_visible(letter) for letter in short) + '"'


def _visible(letter: str) -> str:
    if letter == "\n":
        return "\\n"
    return letter if letter.isprintable() else f"\\u{ord(letter):04x}"
