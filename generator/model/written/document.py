"""What articles and summaries have in common."""

from datetime import datetime

from pydantic import Field, ValidationInfo, field_validator

from generator.model.written.addresses import Url
from generator.model.written.base import Written
from generator.model.written.correction import WrittenCorrection
from generator.model.written.days import Day
from generator.model.written.fact import WrittenFact
from generator.model.written.ids import Id
from generator.model.written.lists import Many
from generator.model.written.mistake import Mistake
from generator.model.written.moments import Moment
from generator.model.written.oldaddresses import OldAddress
from generator.model.written.places import Language
from generator.model.written.silence import UNSILENCED, Silence
from generator.model.written.text import Line, Title, Truth


class WrittenDocument(Written):
    """The front matter that every document has."""

    title: Title = Field(
        description="The headline, on one line.", examples=["Fighters reach the edge of Aleppo"]
    )
    date: Day = Field(description="The day it belongs to.", examples=["2024-11-29"])
    source: Line = Field(description="Who printed it: an id or name of sources/.", examples=["bfmtv"])
    url: Url | None = Field(None, description="Where it was printed.")
    language: Language | None = Field(
        None, description="The language of this text; the site's when left out."
    )
    original_language: Language | None = Field(None, description="The language it was translated from.")
    actors: Many[Line] = Field((), description="Who takes part: ids or aliases. More are found in the text.")
    draft: Truth = Field(False, description="true keeps it out of the site.")
    publish_at: Moment | None = Field(
        None,
        description="Keeps it out of the site until this moment: day, time and zone.",
        examples=["2024-11-29T18:00+01:00"],
    )
    expires: Moment | None = Field(
        None,
        description="Takes it off the site from this moment on: day, time and zone.",
        examples=["2025-01-31T00:00Z"],
    )
    slug: Id | None = Field(None, description="The last part of its address; its id when left out.")
    aliases: Many[OldAddress] = Field(
        (),
        description="Addresses under which it used to stand; they lead here.",
        examples=[["/2024/11/28/edge/"]],
    )
    facts: Many[WrittenFact] = Field((), description="What it says in answer to measures.")
    corrections: Many[WrittenCorrection] = Field(
        (), description="What was changed after it was published, told to its readers."
    )
    silence: Silence = UNSILENCED

    @field_validator("expires", mode="after")
    @classmethod
    def _expires_after_it_is_published(cls, expires: datetime, info: ValidationInfo) -> datetime:
        publish_at = info.data.get("publish_at")
        if publish_at is not None and expires <= publish_at:
            raise Mistake(
                "expires-before-publish",
                "it expires before it is published",
                "write a later moment, or delete this line",
            )
        return expires

    @field_validator("facts", mode="after")
    @classmethod
    def _no_key_twice(cls, facts: tuple[WrittenFact, ...]) -> tuple[WrittenFact, ...]:
        seen: set[str] = set()
        for place, fact in enumerate(facts):
            if fact.key in seen:
                raise Mistake(
                    "duplicate-fact",
                    f'two facts here have the key "{fact.key}"',
                    f"give one of them an id of its own, such as id: {fact.key[:77]}-2",
                    at=(place, "id" if fact.id else "measure"),
                )
            seen.add(fact.key)
        return facts
