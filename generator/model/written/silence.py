"""Rules that an author silences for one file, each with the reason."""

from typing import Annotated

from pydantic import Field

from generator.model.written.ids import Id
from generator.model.written.text import Text

Silence = Annotated[
    dict[Id, Text],
    Field(
        description="Warnings that are not to be told of this file: the code of the rule, and why.",
        examples=[{"stale-print": "The paper printed the older count; that is what happened."}],
    ),
]

UNSILENCED: dict[str, str] = {}
"""What a file silences that says nothing; pydantic hands out copies."""
