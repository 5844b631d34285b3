"""What stands inside a paragraph: text, emphasis, code, links, images."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from markdown_it.token import Token

from generator.read.markdown.addresses import followed, shown
from generator.read.markdown.depth import MAX_NESTING
from generator.read.markdown.headings import Headings
from generator.read.markdown.writing import Writing


@dataclass(frozen=True, slots=True)
class Place:
    """Where inline text is written: in which text, in a link or not, and whether mentions may be linked."""

    headings: Headings
    linkable: bool = True
    in_link: bool = False

    @property
    def inside_link(self) -> "Place":
        """The same place, inside a link."""
        return replace(self, linkable=False, in_link=True)


def write_inlines(writing: Writing, tokens: Iterable[Token], place: Place) -> None:
    """Write inline tokens; whatever is emphasised more than `MAX_NESTING` times keeps its marks as text."""
    # What the end of each open element has to do, innermost last.
    ends: list[_End] = []
    depth = 0
    here = place
    for token in tokens:
        if token.type == "link_open":
            ends.append(_begin_link(writing, token, here))
            here = place.inside_link if ends[-1].link else here
        elif token.type == "image":
            _write_image(writing, token, here)
        elif token.nesting == 1:
            deep = depth >= MAX_NESTING
            depth += 1
            if deep:
                writing.write(token.markup, here.linkable)
            else:
                writing.open(token.tag)
            ends.append(_End(closes=not deep, mark=token.markup if deep else ""))
        elif token.nesting == -1:
            depth -= token.type != "link_close"
            _end(writing, ends[-1], here)
            here = place if ends.pop().link else here
        else:
            _write_leaf(writing, token, here)


@dataclass(frozen=True, slots=True)
class _End:
    """What is to be done where an element ends."""

    closes: bool
    mark: str = ""
    link: bool = False
    address: str = ""
    """Shown as text if nothing else would show it."""
    start: int = -1
    """What was visible before a link, so that an empty one can show its address."""


def _write_leaf(writing: Writing, token: Token, place: Place) -> None:
    match token.type:
        case "softbreak":
            writing.write("\n", place.linkable)
        case "hardbreak":
            writing.empty("br")
            writing.write("\n", place.linkable)
        case "code_inline":
            writing.open("code")
            writing.write(token.content, False)
            writing.close()
        case _:
            writing.write(token.content, place.linkable)


def _begin_link(writing: Writing, token: Token, place: Place) -> _End:
    written, title = str(token.attrs.get("href", "")), str(token.attrs.get("title", ""))
    href = None if place.in_link else _href(written, place)
    if href is None:
        # Between angle brackets the address is the text.
        address = "" if token.info == "auto" else shown(written, title)
        return _End(closes=False, address=address)
    writing.link(href, title)
    return _End(closes=True, link=True, address=shown(written, title), start=writing.visible)


def _end(writing: Writing, end: _End, place: Place) -> None:
    if end.link:
        if writing.visible == end.start:
            writing.write(end.address, False)
    elif end.address:
        writing.write(f" ({end.address})", False)
    if end.mark:
        writing.write(end.mark, place.linkable)
    if end.closes:
        writing.close()


def _write_image(writing: Writing, token: Token, place: Place) -> None:
    """An image is never loaded, since it would ask another host: its alternative text leads to it."""
    written, title = str(token.attrs.get("src", "")), str(token.attrs.get("title", ""))
    href = None if place.in_link else _href(written, place)
    elsewhere = href is not None and href.lower().startswith(("http://", "https://"))
    if href is None or not elsewhere:
        start = writing.visible
        write_inlines(writing, token.children or (), place)
        address = shown(written, title)
        if address:
            writing.write(f" ({address})" if writing.visible > start else address, False)
        return
    writing.link(href, title)
    start = writing.visible
    write_inlines(writing, token.children or (), place.inside_link)
    if writing.visible == start:
        writing.write(shown(written, title), False)
    writing.close()


def _href(written: str, place: Place) -> str | None:
    if written.startswith("#"):
        target = place.headings.target(written)
        return target and f"#{target}"
    return followed(written)
