"""What a text is built of: paragraphs, headings, lists, quotations, tables, code."""

import re
from collections.abc import Iterable, Sequence

from markdown_it.token import Token

from generator.read.markdown.addresses import followed, shown
from generator.read.markdown.headings import Headings
from generator.read.markdown.inlines import Place, write_inlines
from generator.read.markdown.numbering import renumbered
from generator.read.markdown.writing import Writing

_LANGUAGE = re.compile(r"[a-z0-9-]+")
_ALIGNED = re.compile(r"text-align:(left|center|right)")


def write_blocks(writing: Writing, tokens: Sequence[Token], headings: Headings) -> None:
    """Write a whole text; headings stand one level lower than written, below the title of the page."""
    ids = iter(headings.ids)
    used = _labels_used(tokens)
    place = Place(headings)
    numbers = renumbered(tokens)
    for index, token in enumerate(tokens):
        if token.type == "inline":
            write_inlines(writing, token.children or (), place)
            continue
        writing.part()
        if token.hidden:  # the paragraphs of a list without blank lines
            continue
        if token.type == "heading_open":
            writing.open(f"h{min(int(token.tag[1:]) + 1, 6)}", id=next(ids))
            place = Place(headings, linkable=False)
        elif index in numbers:
            writing.open("li", value=numbers[index])
        elif token.nesting == 1:
            writing.open(token.tag, **_attributes(token))
        elif token.nesting == -1:
            writing.close()
            place = Place(headings)
        elif token.type in {"fence", "code_block"}:
            _write_code(writing, token)
        elif token.type == "hr":
            writing.empty("hr")
        elif token.type == "definition":
            label = token.meta["id"]
            if label not in used:
                _write_definition(writing, token)
            used.discard(label)  # of two definitions of one label the second is never used


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


def _write_definition(writing: Writing, token: Token) -> None:
    """`[label]: address "title"` that nothing refers to is text, or it would be lost."""
    address, title = token.meta["url"], token.meta["title"]
    href = followed(address)
    writing.open("p")
    writing.write(f"[{token.meta['label']}]: ")
    if href:
        writing.link(href)
    writing.write(shown(address, title), False)
    if href:
        writing.close()
    writing.close()


def _labels_used(tokens: Iterable[Token]) -> set[str]:
    used: set[str] = set()
    for token in tokens:
        if "label" in token.meta and token.type in {"link_open", "image"}:
            used.add(token.meta["label"])
        used |= _labels_used(token.children or ())
    return used
