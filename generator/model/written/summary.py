"""A summary as an author types it: `content/summaries/**/*.md`."""

from typing import Annotated

from pydantic import Field

from generator.model.document import MadeBy
from generator.model.written.base import Written
from generator.model.written.choices import choice
from generator.model.written.document import WrittenDocument
from generator.model.written.ids import FactId, Id
from generator.model.written.lists import Many
from generator.model.written.text import Text


class WrittenTakeaway(Written):
    """One sentence to remember."""

    text: Text = Field(description="The sentence.", examples=["The toll passed 240 in two days."])
    facts: Many[FactId] = Field((), description="The facts that support it: document#key.")


class WrittenSummary(WrittenDocument):
    """What an editor condensed, with takeaways."""

    covers: Many[Id] = Field((), description="Ids of the documents that it condenses.")
    made_by: Annotated[MadeBy, choice(MadeBy)] | None = Field(
        None, description="Who wrote it; printed on its page."
    )
    takeaways: Many[WrittenTakeaway] = Field(
        (), description="The sentences to remember, most important first."
    )
