"""The operator's mistakes: wrong usage, configuration or machine. They know no command line.

An author's mistakes are not here: those are values (`model.diagnostic`), collected and printed once.
"""


class DatelineError(Exception):
    """Something outside the content keeps the program from going on; `hint` says what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(DatelineError):
    """The command was called with folders or options that cannot work."""


class ThemeError(DatelineError):
    """The theme is missing, or one of its templates is broken."""


class SearchError(DatelineError):
    """Pagefind is missing, failed, or wrote a bundle that cannot be trusted."""


class PublishError(DatelineError):
    """The output folder cannot be written, or is not ours to write."""


def place_and_reason(error: OSError, where: object = "") -> str:
    """An error of the machine, as `/var/www: No space left on device`; `where`, if it names no place."""
    place = error.filename if isinstance(error.filename, str) else str(where)
    reason = error.strerror or type(error).__name__
    return f"{place}: {reason}" if place else reason
