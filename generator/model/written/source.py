"""A source as an author types it: `content/sources/<id>.md`."""

from typing import Annotated

from pydantic import Field

from generator.model.source import Reliability
from generator.model.written.addresses import Url
from generator.model.written.base import Written
from generator.model.written.choices import choice
from generator.model.written.places import Language
from generator.model.written.silence import UNSILENCED, Silence
from generator.model.written.text import Line, Title, Truth


class WrittenSource(Written):
    """A publication."""

    name: Title = Field(description="The name shown on the site.", examples=["BFM TV"])
    kind: Line = Field(description="What it is, in a word or two.", examples=["broadcaster"])
    language: Language | None = Field(None, description="The language it prints in.")
    url: Url | None = Field(None, description="Its own site.")
    reliability: Annotated[Reliability, choice(Reliability)] = Field(
        Reliability.F, description="A (reliable) to E (unreliable), F = not judged."
    )
    counts_as_source: Truth = Field(
        True, description="false for a digest or an AI summary: shown, but it never corroborates."
    )
    silence: Silence = UNSILENCED
