"""Where the text and its pieces are put down, in order."""

from markupsafe import escape
from msgspec.structs import replace

from generator.model.prose import Piece, Span
from generator.model.textlink import TextLink

_BETWEEN_BLOCKS = "\n\n"


class Writing:
    """A text being written: elements are always closed in the order in which they must be."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._length = self._visible = 0
        self._pieces: list[Piece] = []
        self._links: list[TextLink] = []
        self._markup: list[str] = []
        self._open: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._apart = True

    @property
    def text(self) -> str:
        """Everything written so far that a reader reads."""
        return "".join(self._text)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of the whole text; nothing may be written afterwards."""
        while self._open:
            self.close()
        self._put_markup_down()
        return tuple(self._pieces)

    @property
    def links(self) -> tuple[TextLink, ...]:
        """Every link and image so far."""
        return tuple(self._links)

    @property
    def blocks(self) -> tuple[Span, ...]:
        """The stretches of text that are blocks of their own."""
        return tuple(map(Span, self._starts, self._ends))

    @property
    def visible(self) -> int:
        """How many pictures were written, and stretches of text that are more than white space."""
        return self._visible

    def open(self, tag: str, **attributes: str) -> None:
        """Begin an element."""
        self.empty(tag, **attributes)
        self._open.append(tag)

    def empty(self, tag: str, **attributes: str) -> None:
        """An element without an end."""
        written = "".join(f' {name.rstrip("_")}="{escape(value)}"' for name, value in attributes.items())
        self._markup.append(f"<{tag}{written}>")

    def note(self, link: TextLink) -> None:
        """Keep a link that is written as nothing but its text."""
        self._links.append(link)

    def link(self, link: TextLink) -> int:
        """Begin a link; returns its place among the links."""
        self._put_markup_down()
        self._pieces.append(Piece(link=len(self._links)))
        self._links.append(link)
        self._open.append("a")
        return len(self._links) - 1

    def bare(self, place: int) -> None:
        """Say of a link that nothing was written in it, so that its address has to be shown."""
        self._links[place] = replace(self._links[place], bare=True)

    def picture(self, image: TextLink) -> None:
        """Put a picture down."""
        self._put_markup_down()
        self._pieces.append(Piece(link=len(self._links), picture=True))
        self._links.append(image)
        self._visible += 1

    def close(self) -> None:
        """End the element that was opened last."""
        self._markup.append(f"</{self._open.pop()}>")

    def part(self) -> None:
        """Whatever is written next stands in another block."""
        self._apart = True

    def write(self, text: str, linkable: bool = True) -> None:
        """Put text down."""
        if not text:
            return
        if self._apart:
            self._begin_block()
        start, end = self._length, self._length + len(text)
        self._text.append(text)
        self._visible += not text.isspace()
        self._length = self._ends[-1] = end
        self._put_markup_down()
        before = self._pieces[-1] if self._pieces else None
        if before and before.start < before.end == start and before.linkable is linkable:
            self._pieces[-1] = Piece(start=before.start, end=end, linkable=linkable)
        else:
            self._pieces.append(Piece(start=start, end=end, linkable=linkable))

    def _begin_block(self) -> None:
        if self._length:
            self._text.append(_BETWEEN_BLOCKS)
            self._length += len(_BETWEEN_BLOCKS)
        self._starts.append(self._length)
        self._ends.append(self._length)
        self._apart = False

    def _put_markup_down(self) -> None:
        if self._markup:
            self._pieces.append(Piece(markup="".join(self._markup)))
            self._markup.clear()
