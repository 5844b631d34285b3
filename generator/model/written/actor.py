"""An actor as an author types it: `content/actors/<id>.md`."""

from typing import Annotated

from pydantic import Field

from generator.model.actor import ActorKind
from generator.model.written.base import Written
from generator.model.written.choices import choice
from generator.model.written.lists import Many
from generator.model.written.silence import UNSILENCED, Silence
from generator.model.written.text import Line, Title


class WrittenRelation(Written):
    """How this actor stands to another."""

    role: Line = Field(description="Reads on from this actor's name.", examples=["backed by"])
    actor: Line = Field(description="The other actor: an id or alias.", examples=["turkey"])


class WrittenActor(Written):
    """A person, group, state or organisation, under all its names."""

    name: Title = Field(
        description="The name shown on the site.", examples=["Syrian Observatory for Human Rights"]
    )
    kind: Annotated[ActorKind, choice(ActorKind)] = Field(description="What it is.", examples=["monitor"])
    aliases: Many[Line] = Field((), description="Other names, in any script; found in texts and linked.")
    loose: Many[Line] = Field((), description="Names that may mean it; shown to the editor, never linked.")
    speaks_for: Line | None = Field(
        None, description="The actor whose claims these are when this one speaks: an id or alias."
    )
    relations: Many[WrittenRelation] = Field((), description="How it stands to other actors.")
    silence: Silence = UNSILENCED
