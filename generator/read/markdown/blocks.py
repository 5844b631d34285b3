"""What a text is built of: paragraphs, headings, lists, quotations, tables, code."""

import re
from collections.abc import Iterable, Mapping, Sequence

from markdown_it.token import Token

from generator.model.diagnostic import Mark
from generator.model.prose import Heading, Span
from generator.model.textlink import Fate, TextLink
from generator.read.markdown.addresses import followed, reach_of, shown
from generator.read.markdown.figures import figure_in
from generator.read.markdown.headings import Headings
from generator.read.markdown.inlines import write_inlines
from generator.read.markdown.lines import Lines
from generator.read.markdown.numbering import renumbered
from generator.read.markdown.place import Known, Place
from generator.read.markdown.writing import Writing

_LANGUAGE = re.compile(r"[a-z0-9-]+")
_ALIGNED = re.compile(r"text-align:(left|center|right)")


def write_blocks(
    writing: Writing, tokens: Sequence[Token], headings: Headings, lines: Lines
) -> tuple[Heading, ...]:
    """Write a whole text, and tell its headings.

    On the page they stand below the title. So do those of a text that begins with `##`, because its title is
    written elsewhere; only a text that has a heading of level 1 is moved one level down.
    """
    lower = any(token.type == "heading_open" and token.tag == "h1" for token in tokens)
    found: list[Heading] = []
    anchors = iter(zip(headings.ids, headings.names, strict=True))
    definitions = _definitions(tokens, lines)
    used = _labels_used(tokens) if definitions else set()
    known = Known(headings, definitions)
    numbers = renumbered(tokens)
    level, id, name, caption, figure = 0, "", "", "", False
    for index, token in enumerate(tokens):
        if token.type == "inline":
            block = lines.block(token, cell=tokens[index - 1].tag in {"td", "th"})
            if level:
                found.append(Heading(level, id, name, block.mark(Span(0, len(block.text)))))
            place = Place(known, block, linkable=not level, captioned=figure)
            write_inlines(writing, token.children or (), place)
            continue
        writing.part()
        if token.hidden:  # the paragraphs of a list without blank lines
            continue
        if token.type == "heading_open":
            level, (id, name) = int(token.tag[1:]), next(anchors)
            writing.open(f"h{min(level + lower, 6)}", id=id)
        elif token.type == "paragraph_open":
            image = figure_in(tokens[index + 1].children or ())
            figure, caption = image is not None, str(image.attrs.get("title", "")) if image else ""
            writing.open("figure" if figure else "p")
        elif index in numbers:
            writing.open("li", value=numbers[index])
        elif token.nesting == 1:
            writing.open(token.tag, **_attributes(token))
        elif token.nesting == -1:
            if caption:
                _write_caption(writing, caption)
            writing.close()
            level, caption, figure = 0, "", False
        else:
            _write_leaf(writing, token, used, lines)
    return tuple(found)


def _write_leaf(writing: Writing, token: Token, used: set[str], lines: Lines) -> None:
    """A block without an end of its own; `used` are the labels that links go by."""
    if token.type in {"fence", "code_block"}:
        _write_code(writing, token)
    elif token.type == "hr":
        writing.empty("hr")
    elif token.type == "definition":
        label = token.meta["id"]
        if label not in used:
            _write_definition(writing, token, lines)
        used.discard(label)  # of two definitions of one label the second is never used


def _write_caption(writing: Writing, caption: str) -> None:
    writing.open("figcaption")
    writing.write(caption)
    writing.close()


def _attributes(token: Token) -> dict[str, str]:
    attributes = {}
    if "start" in token.attrs:
        attributes["start"] = str(token.attrs["start"])
    # An inline style would need a hole in the content security policy.
    aligned = _ALIGNED.fullmatch(str(token.attrs.get("style", "")))
    if aligned:
        attributes["class_"] = f"align-{aligned[1]}"
    return attributes


def _write_code(writing: Writing, token: Token) -> None:
    info = " ".join(token.info.split())
    language = info.lower()
    if info and not _LANGUAGE.fullmatch(language):
        # More than the name of a language: somebody wrote text there.
        writing.open("p")
        writing.write(info)
        writing.close()
        writing.part()
        language = ""
    writing.open("pre")
    writing.open("code", **({"class_": f"language-{language}"} if language else {}))
    writing.write(token.content.removesuffix("\n"), False)
    writing.close()
    writing.close()


def _write_definition(writing: Writing, token: Token, lines: Lines) -> None:
    """`[label]: address "title"` that nothing refers to is text, or it would be lost."""
    address, title, mark = token.meta["url"], token.meta["title"], lines.definition(token)
    href = followed(address)
    inside = reach_of(address).is_inside
    writing.open("p")
    writing.write(f"[{token.meta['label']}]: ")
    if href:
        writing.link(TextLink(address, mark, mark, fate=Fate.FOLLOWED, href=href))
    elif inside:
        writing.bare(writing.link(TextLink(address, mark, mark)))
    if not inside:
        writing.write(shown(address, title), False)
    if href or inside:
        writing.close()
    if inside and title:
        writing.write(f' "{title}"')
    writing.close()


def _definitions(tokens: Iterable[Token], lines: Lines) -> Mapping[str, Mark]:
    """Where the address of each label stands; the first definition counts."""
    found: dict[str, Mark] = {}
    for token in tokens:
        if token.type == "definition":
            found.setdefault(token.meta["id"], lines.definition(token))
    return found


def _labels_used(tokens: Iterable[Token]) -> set[str]:
    used: set[str] = set()
    for token in tokens:
        if "label" in token.meta and token.type in {"link_open", "image"}:
            used.add(token.meta["label"])
        used |= _labels_used(token.children or ())
    return used
