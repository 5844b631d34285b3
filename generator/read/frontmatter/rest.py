"""What can still be used of front matter with mistakes, so that the rest of it is checked in the same run."""

from typing import Any

from pydantic import ValidationError

from generator.model.written.base import Written
from generator.model.written.document import WrittenDocument

NEEDED = frozenset({"date", "source", "facts"})
"""Keys without which a document's references cannot be followed, or their places in the file be told."""
NAMELESS = "Untitled"


def rest_of(error: ValidationError, model: type[Written], tree: Any) -> Written | None:
    """A document without the keys that are wrong; None for other files, and where a needed key is wrong.

    It is only looked through for more mistakes: a file with one is never published.
    """
    wrong = {str(mistake["loc"][0]) if mistake["loc"] else "" for mistake in error.errors()}
    if not issubclass(model, WrittenDocument) or wrong & (NEEDED | {""}):
        return None
    # No key is wrong because another one is missing, so what is left is right.
    return model.model_validate(
        {"title": NAMELESS} | {key: value for key, value in tree.items() if key not in wrong}
    )
