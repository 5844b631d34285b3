"""A correction as an editor types it, below `corrections` in a document."""

from typing import Annotated

from pydantic import Field

from generator.model.correction import CorrectionKind
from generator.model.written.base import Written
from generator.model.written.choices import choice
from generator.model.written.days import Day
from generator.model.written.ids import Id
from generator.model.written.text import Line, Text


class WrittenCorrection(Written):
    """What was changed after the document was published."""

    kind: Annotated[CorrectionKind, choice(CorrectionKind)] = Field(description="What sort of change it was.")
    text: Text = Field(
        description="What was changed and why, in a sentence.",
        examples=["The Observatory counts 24 civilians, not 42."],
    )
    on: Day = Field(description="The day on which it was changed.", examples=["2024-12-01"])
    was: Line | None = Field(None, description="The words or the figure that stood there before.")
    now: Line | None = Field(None, description="What stands there now.")
    fact: Id | None = Field(None, description="The key of the fact that it is about, if it is about one.")
