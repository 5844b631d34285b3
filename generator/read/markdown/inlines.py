"""What stands inside a paragraph: text, emphasis, code, links, images."""

from collections.abc import Iterable

from markdown_it.token import Token
from msgspec import Struct

from generator.model.textlink import Fate, TextLink
from generator.read.limits import MAX_NESTING
from generator.read.markdown.addresses import is_picture, reach_of, shown
from generator.read.markdown.place import Place
from generator.read.markdown.writing import Writing


def write_inlines(writing: Writing, tokens: Iterable[Token], place: Place) -> None:
    """Write inline tokens; whatever is emphasised more than `MAX_NESTING` times keeps its marks as text."""
    # What the end of each open element has to do, innermost last.
    ends: list[_End] = []
    depth = 0
    here = place
    for token in tokens:
        if token.type == "link_open":
            ends.append(_begin_link(writing, token, here))
            here = place.inside_link if ends[-1].link is not None else here
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
            here = place if ends.pop().link is not None else here
        else:
            _write_leaf(writing, token, here)


class _End(Struct, frozen=True):
    """What is to be done where an element ends."""

    closes: bool
    mark: str = ""
    link: int | None = None
    """Which link ends."""
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
    link = place.link_of(token)
    # Between angle brackets the address is the text.
    address = "" if token.info == "auto" else _shown(link)
    if place.in_link or not _may_lead(link):
        writing.note(link)
        return _End(closes=False, address=address)
    return _End(closes=True, address=address, link=writing.link(link), start=writing.visible)


def _end(writing: Writing, end: _End, place: Place) -> None:
    if end.link is not None:
        if writing.visible == end.start:
            _write_bare(writing, end.link, end.address)
    elif end.address:
        writing.write(f" ({end.address})", False)
    if end.mark:
        writing.write(end.mark, place.linkable)
    if end.closes:
        writing.close()


def _write_image(writing: Writing, token: Token, place: Place) -> None:
    """An image of the archive is shown; one that stands elsewhere is a link to it.

    It is never loaded from there, since that would ask another host.
    """
    image = place.link_of(token)
    if is_picture(image.written):
        writing.picture(image)
        _note(writing, token.children or (), place.inside_image(token))
        return
    inside = place.inside_image(token)
    if place.in_link or image.fate is not Fate.FOLLOWED:
        writing.note(image)
        start = writing.visible
        write_inlines(writing, token.children or (), inside)
        if address := _shown(image):
            writing.write(f" ({address})" if writing.visible > start else address, False)
        return
    link = writing.link(image)
    start = writing.visible
    write_inlines(writing, token.children or (), inside.inside_link)
    if writing.visible == start:
        _write_bare(writing, link, _shown(image))
    writing.close()


def _note(writing: Writing, tokens: Iterable[Token], place: Place) -> None:
    """Note the links in the description of a picture, where none can be followed."""
    for token in tokens:
        if token.type in {"link_open", "image"}:
            writing.note(place.link_of(token))
        if token.type == "image":
            _note(writing, token.children or (), place.inside_image(token))


def _may_lead(link: TextLink) -> bool:
    return link.fate in {Fate.FOLLOWED, Fate.OPEN}


def _shown(link: TextLink) -> str:
    """The address for whoever cannot follow it; none inside the archive, where it may be a secret still."""
    return "" if reach_of(link.written).is_inside else shown(link.written, link.title)


def _write_bare(writing: Writing, link: int, address: str) -> None:
    if address:
        writing.write(address, False)
    else:
        writing.bare(link)
