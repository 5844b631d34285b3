"""A place in a text: what is known of the text there, and what may be written."""

from collections.abc import Iterable, Mapping

from markdown_it.token import Token
from msgspec import Struct
from msgspec.structs import replace

from generator.model.diagnostic import Mark
from generator.model.prose import Span
from generator.model.textlink import Fate, TextLink
from generator.read.markdown.addresses import Reach, followed, reach_of, shown
from generator.read.markdown.headings import Headings, plain
from generator.read.markdown.lines import Block
from generator.read.markdown.noted import ADDRESS, LABEL, USED


class Known(Struct, frozen=True):
    """What a text says of itself."""

    headings: Headings
    definitions: Mapping[str, Mark]
    """By label: where the address of `[label]: address` stands."""


class Place(Struct, frozen=True):
    """Where inline text is written."""

    known: Known
    block: Block
    start: int = 0
    """Where in the block the text stands that is written; more than 0 inside the brackets of an image."""
    linkable: bool = True
    """Whether mentions may be linked."""
    in_link: bool = False
    captioned: bool = False
    """Whether the title of an image stands below it."""

    @property
    def inside_link(self) -> "Place":
        """The same place, inside a link."""
        return replace(self, linkable=False, in_link=True)

    def inside_image(self, token: Token) -> "Place":
        """The text between the brackets of an image."""
        return replace(self, start=self.start + token.meta[LABEL])

    def link_of(self, token: Token) -> TextLink:
        """What a link or an image says, and where it may lead as far as the text alone can tell."""
        image = token.type == "image"
        written = str(token.attrs.get("src" if image else "href", ""))
        fate, href = self._led(written)
        used = self._mark(token.meta[USED])
        address = token.meta.get(ADDRESS)
        return TextLink(
            written,
            self._mark(address) if address else self.known.definitions.get(token.meta["label"], used),
            used,
            image=image,
            alt=" ".join(_described(token.children or ()).split()) if image else "",
            title="" if image and self.captioned else str(token.attrs.get("title", "")),
            fate=fate,
            href=href,
        )

    def _led(self, written: str) -> tuple[Fate, str]:
        match reach_of(written):
            case Reach.ELSEWHERE:
                return Fate.FOLLOWED, followed(written) or ""
            case Reach.HERE if heading := self.known.headings.target(written):
                return Fate.FOLLOWED, f"#{heading}"
            case Reach.NEVER:
                return Fate.REFUSED, ""
            case Reach.NOWHERE:
                return Fate.NOWHERE, ""
        return Fate.OPEN, ""

    def _mark(self, span: Span) -> Mark:
        return self.block.mark(Span(self.start + span.start, self.start + span.end))


def _described(tokens: Iterable[Token]) -> str:
    """The description of an image; a link in it cannot be followed, so its address stands beside its text."""
    parts: list[str] = []
    addresses: list[str] = []
    for token in tokens:
        match token.type:
            case "link_open":
                # Between angle brackets the address is the text.
                addresses.append("" if token.info == "auto" else _beside(token, "href"))
            case "link_close":
                parts.append(addresses.pop())
            case "image":
                parts += (_described(token.children or ()), _beside(token, "src"))
            case _:
                parts.append(plain((token,)))
    return "".join(parts)


def _beside(token: Token, key: str) -> str:
    written = str(token.attrs.get(key, ""))
    # One inside the archive may be a secret still.
    text = shown("" if reach_of(written).is_inside else written, str(token.attrs.get("title", "")))
    return f" ({text})" if text else ""
