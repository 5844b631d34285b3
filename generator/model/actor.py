"""An actor: a person, group, state or organisation that does or says something."""

from enum import StrEnum

from msgspec import Struct

from generator.model.prose import Prose


class ActorKind(StrEnum):
    """What sort of actor it is."""

    PERSON = "person"
    GROUP = "group"
    STATE = "state"
    ORGANISATION = "organisation"
    MONITOR = "monitor"
    AGENCY = "agency"


class Relation(Struct, frozen=True):
    """How one actor stands to another: `role` reads on from the first name ("led by", "backed by")."""

    role: str
    actor: str


class Actor(Struct, frozen=True):
    """Somebody named in the archive, under every name that its documents use."""

    id: str
    name: str
    kind: ActorKind
    file: str
    aliases: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    """Names that may mean this actor; shown to the editor, never linked."""
    speaks_for: str | None = None
    """The actor whose claims these are when this one speaks."""
    relations: tuple[Relation, ...] = ()
    profile: Prose = Prose()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases)))
