"""A page of the copy: the page of the site with other links, and without what needs a server.

A theme says with `data-offline` what it has for the copy: a `<script data-offline>` goes with it, an element
with `data-offline="out"` does not, and what a `<template data-offline>` holds stands in the copy alone.
"""

from collections.abc import Callable, Iterable
from html import escape
from html.parser import HTMLParser

from generator.offline.ways import Ways

MARK = "data-offline"
OUT = "out"
POLICY = "; ".join(
    (
        "default-src 'none'",
        # A file has no host: what 'self' means there is for each browser to say, and `file:` is clear to all.
        "script-src 'self' file:",
        "style-src 'self' file:",
        "img-src 'self' file: data:",
        "font-src 'self' file:",
        "form-action 'none'",
        "base-uri 'none'",
        "object-src 'none'",
    )
)
"""The Content-Security-Policy of the copy."""

_LINKS = frozenset(("href", "src", "poster", "data"))
_FETCHED = frozenset(("manifest", "modulepreload", "preload", "prefetch", "preconnect", "dns-prefetch"))
"""Links by which a browser fetches ahead, or installs."""
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"))
_TEMPLATE = "template"
Attributes = list[tuple[str, str | None]]


class Rewriter(HTMLParser):
    """Reads a page once and notes what is to be written in place of what; all else stays to the letter."""

    def __init__(self, page: str, ways: Ways) -> None:
        super().__init__(convert_charrefs=False)
        self._page = page
        self._ways = ways
        self._lines = [0, *(place + 1 for place, sign in enumerate(page) if sign == "\n")]
        self._changes: list[tuple[int, int, str]] = []
        self._left_out: tuple[str, int, int] | None = None  # tag, where it begins, how deep in others like it
        self._templates: list[bool] = []  # whether each that is open is taken out of its shell
        self.scripts: set[str] = set()
        self.feed(page)
        self.close()

    @property
    def rewritten(self) -> str:
        """The page as the copy has it."""
        done, parts = 0, []
        for start, end, text in self._changes:
            parts += [self._page[done:start], text]
            done = end
        return "".join((*parts, self._page[done:]))

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Change, keep or leave out what begins here."""
        if self._left_out:
            left, start, depth = self._left_out
            if tag == left:
                self._left_out = (left, start, depth + 1)
            return
        given = dict(attrs)
        if tag == _TEMPLATE:
            self._templates.append(MARK in given)
            if MARK in given:
                self._write("")
        elif given.get(MARK) == OUT or (tag == "script" and self._needs_server(given)):
            self._leave_out(tag)
        elif tag == "link" and not self._is_kept_link(given):
            self._write("")
        elif changed := self._changed(tag, attrs):
            self._write(_tag(tag, changed))

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """As one that ends elsewhere, for those that a browser closes by itself."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag, empty=True)

    def handle_endtag(self, tag: str, *, empty: bool = False) -> None:
        """End what was left out, or the shell of a template."""
        if self._left_out and tag == self._left_out[0]:
            left, start, depth = self._left_out
            self._left_out = (left, start, depth - 1) if depth else None
            if not depth:
                self._changes.append((start, self._end(empty=empty), ""))
        elif not self._left_out and tag == _TEMPLATE and self._templates and self._templates.pop():
            self._changes.append((self._at, self._end(empty=False), ""))

    @property
    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _end(self, *, empty: bool) -> int:
        return (
            self._at + len(self.get_starttag_text() or "") if empty else self._page.index(">", self._at) + 1
        )

    def _write(self, text: str) -> None:
        self._changes.append((self._at, self._at + len(self.get_starttag_text() or ""), text))

    def _leave_out(self, tag: str) -> None:
        if tag in _VOID:
            self._write("")
        else:
            self._left_out = (tag, self._at, 0)

    def _needs_server(self, given: dict[str, str | None]) -> bool:
        """Scripts do, unless the theme says otherwise; data for machines is none."""
        return MARK not in given and (given.get("type") or "module") in {"module", "text/javascript"}

    def _is_kept_link(self, given: dict[str, str | None]) -> bool:
        rels, href = set((given.get("rel") or "").lower().split()), given.get("href") or ""
        return not rels & _FETCHED and ("alternate" not in rels or self._ways.within(href) is not None)

    def _changed(self, tag: str, attrs: Attributes) -> Attributes | None:
        """The attributes as the copy has them; None where they stay."""
        given = dict(attrs)
        if tag == "meta":
            return self._meta(attrs, (given.get("http-equiv") or "").lower())
        if tag == "script" and given.get("src"):
            self.scripts.add(given["src"] or "")
            attrs = [("defer", None), *((name, value) for name, value in attrs if name not in {"type", MARK})]
        changed = [(name, self._link(tag, name, value)) for name, value in attrs]
        return changed if changed != attrs or tag == "script" else None

    def _meta(self, attrs: Attributes, kind: str) -> Attributes | None:
        if kind == "content-security-policy":
            return _replaced(attrs, lambda content: POLICY)
        if kind == "refresh":
            return _replaced(attrs, self._refresh)
        return None

    def _refresh(self, content: str) -> str:
        wait, mark, address = content.partition("url=")
        return f"{wait}{mark}{self._ways.within(address) or self._ways.outside(address)}"

    def _link(self, tag: str, name: str, value: str | None) -> str | None:
        if not value or value.startswith("#"):
            return value
        if name == "srcset":
            return ", ".join(self._candidate(one.strip()) for one in value.split(","))
        if name not in _LINKS:
            return value
        within = self._ways.within(value)
        return within or (self._ways.outside(value) if tag in {"a", "area"} else value)

    def _candidate(self, candidate: str) -> str:
        address, mark, size = candidate.partition(" ")
        return f"{self._ways.within(address) or address}{mark}{size}"


def _replaced(attrs: Attributes, content: Callable[[str], str]) -> Attributes:
    return [(name, content(value or "") if name == "content" else value) for name, value in attrs]


def _tag(tag: str, attrs: Iterable[tuple[str, str | None]]) -> str:
    said = (f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in attrs)
    return f"<{tag}{''.join(said)}>"
