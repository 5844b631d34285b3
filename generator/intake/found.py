"""What was read out of a raw text, before it is written down as a draft."""

from msgspec import Struct

from generator.intake.crossheads import Block
from generator.intake.dropped import Dropped
from generator.intake.figures import Proposal
from generator.intake.raw import Raw
from generator.intake.values import Value
from generator.model.document import DocumentKind


class Found(Struct, frozen=True):
    """Everything that a draft is made of."""

    name: str
    """Of the file that was imported; `-` for what was typed in."""
    raw: Raw
    kind: DocumentKind
    kind_how: str
    """How the kind was guessed; empty when it was not."""
    title: Value
    day: Value
    source: Value
    url: Value
    language: Value
    actors: tuple[str, ...]
    """Ids, in the order in which they are named."""
    loose: tuple[tuple[str, str], ...]
    """Loose names in the text with the actor that each may mean."""
    takeaways: tuple[str, ...]
    blocks: tuple[Block, ...]
    proposals: tuple[Proposal, ...]
    dropped: tuple[Dropped, ...]
    """By line."""
