"""What Pagefind is told of a page: only what it uses, so that nothing else changes the index."""

import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256

from generator.search.read import read_as

_MARK = b"data-pagefind-"
_IGNORE = b"data-pagefind-ignore"
_NAME = re.compile(rb"<([a-z][a-z0-9-]*)")
_LANGUAGE = re.compile(rb"<html\b[^<>]*?(\slang=\"[^<>\"]*\")")
_TITLE = re.compile(rb"<title[^<>]*>[^<]*</title>")
_BODY = re.compile(rb"\sdata-pagefind-body[\s>]")
_IGNORED = re.compile(rb"\sdata-pagefind-ignore[\s>]")
_TAKEN = re.compile(rb"<(?:h1|img)\b|data-pagefind-(?!ignore[\s>])")
"""Pagefind takes a title, a picture or a mark even from what it is to ignore."""
_STRANGE = re.compile(rb"<(?:!--|!\[|\?|script|style|textarea|plaintext|xmp|iframe)", re.IGNORECASE)
"""Where these stand, elements cannot be told by their tags alone."""
_VOID = frozenset(b"area base br col embed hr img input link meta source track wbr".split())


def seen_digest(page: bytes) -> str:
    """A digest of what the search makes of a page: as long as it is the same, the index is the same."""
    return sha256(handed(page)).hexdigest()


def handed(page: bytes) -> bytes:
    """A page without what Pagefind would ignore; a page in another form than ours as it is.

    Kept are the language, the title, the marked <meta> elements and the one <main data-pagefind-body> with
    all that is not marked data-pagefind-ignore. Pagefind makes the same of it as of the whole page, but for
    the words that `read_as` mends.
    """
    marked = list(_marked(page))
    if any(b">" in tag[:-1] for _, tag in marked):
        return page  # a mark in a text, or a tag that does not end where it seems to
    bodies = [at for at, tag in marked if _BODY.search(tag)]
    end = page.find(b"</main>") + len(b"</main>")
    if len(bodies) != 1 or page.count(b"<main") != 1 or page.count(b"</main>") != 1:
        return page
    begin = bodies[0]
    main = page[begin:end]
    outside = [tag for at, tag in marked if not begin <= at < end]
    if not main.startswith(b"<main") or not all(tag.startswith(b"<meta ") for tag in outside):
        return page
    # A mark that stands in no tag, or more than one in a tag in an odd place: not a form that we know.
    if page.count(_MARK) != sum(tag.count(_MARK) for _, tag in marked) or _STRANGE.search(main):
        return page
    parts = [
        b"<!doctype html>",
        b"<html" + b"".join(_LANGUAGE.findall(page, 0, begin)[:1]) + b">",
        b"<head>",
        *_TITLE.findall(page, 0, begin)[:1],
        *outside,
        b"</head><body>",
        *_without(main, [at - begin for at, tag in marked if at > begin and _IGNORED.search(tag)]),
        b"</body></html>",
    ]
    return read_as(b"".join(parts))


def _marked(page: bytes) -> Iterator[tuple[int, bytes]]:
    """Where each tag begins that has a mark, and the tag."""
    at = page.find(_MARK)
    while at >= 0:
        begin, end = page.rfind(b"<", 0, at), page.find(b">", at) + 1
        if begin < 0 or not end:
            return
        yield begin, page[begin:end]
        at = page.find(_MARK, end)


def _without(main: bytes, ignored: list[int]) -> Iterator[bytes]:
    """The body in pieces, the elements that are to be ignored without their content."""
    done = 0
    for begin in ignored:
        name = _NAME.match(main, begin)
        if begin < done or name is None or name[1] in _VOID:
            continue
        opened = main.find(b">", begin) + 1
        close = _end_of(main, name[1], opened)
        if close is None or _TAKEN.search(main, opened, close.start()):
            continue
        yield main[done:begin] + b"<" + name[1] + b" " + _IGNORE + b">" + close[0]
        done = close.end()
    yield main[done:]


def _end_of(main: bytes, name: bytes, at: int) -> re.Match[bytes] | None:
    """The tag that closes an element whose content begins here."""
    depth = 1
    for tag in _tags(name).finditer(main, at):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag
    return None


@lru_cache(100)
def _tags(name: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"<(/?)" + name + rb"(?=[\s>])[^<>]*>")
