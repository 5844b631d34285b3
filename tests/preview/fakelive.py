"""A live archive of a few pages, which does what a test wants it to."""

import threading
from collections import Counter
from collections.abc import Callable, Mapping

from generator.model.diagnostic import Diagnostic, Mark, Severity
from generator.preview.mediatypes import media_type_of
from generator.preview.values import ChangedPage, Event, PageState, Place, Served, State

HOME = b"<!doctype html><html lang=en><body><p>\xd8\xad home</p></body></html>\n"
MISSING = b"<!doctype html><html lang=en><body><p>The archive has no such page.</p></body></html>\n"
FILES: Mapping[str, bytes] = {
    "/": HOME,
    "/404.html": MISSING,
    "/facts/": b"<html><body>facts</BODY ></html>",
    "/index.html": HOME,
    "/sub/": b"<html><body>sub</body></html>",
    "/حلب/": b"<html><body>aleppo</body></html>",
    "/assets/site.1a2b.css": b"p { color: red }",
    "/assets/site.1a2b.js": b"export {};",
    "/facts.csv": b"a,b\n",
    "/facts.json": b"{}",
    "/map.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "/pagefind/wasm.en.pagefind": b"\x1f\x8b",
    "/pagefind/fragment/en_1.pf_fragment": b"\x1f\x8b",
    "/run.wasm": b"\0asm",
    "/what.ever": b"<script>alert(1)</script>",
    "/big.bin": bytes(50_000_000),
}
WRONG = Diagnostic(
    "unknown-actor", "content/a.md", Mark(14, 19, 5), 'no actor "<b>حلب"', "write SOHR", Severity.ERROR, "x"
)


class FakeLive:
    """Follows no files."""

    def __init__(self, files: Mapping[str, bytes] = FILES) -> None:
        self.revision = 7
        self.files = dict(files)
        self.asked: Counter[str] = Counter()
        self.broken: dict[str, Exception] = {}
        self.gates: dict[str, threading.Event] = {}
        self.placed: list[tuple[str, str, str]] = []
        self.states: list[str] = []
        self.listeners: list[Callable[[Event], None]] = []

    def served(self, path: str) -> Served | None:
        assert path.startswith("/"), path
        assert not path.startswith("//"), path
        self.asked[path] += 1
        if path in self.gates:
            self.gates[path].wait(60)
        if path in self.broken:
            raise self.broken[path]
        return Served(self.files[path], media_type_of(path)) if path in self.files else None

    def state(self, page: str) -> State:
        if "state" in self.broken:
            raise self.broken["state"]
        self.states.append(page)
        shown = PageState(page, "Home", "content/a.md", 1, "Draft")
        return State(self.revision, (WRONG,), (), shown, (ChangedPage("/", "Home", "content/a.md"),))

    def place(self, page: str, id: str, text: str) -> Place | None:
        self.placed.append((page, id, text))
        return Place("content/articles/a b#c.md", 3, 5) if id else None

    def explained(self, fact: str) -> Mapping[str, object] | None:
        return {"fact": fact, "steps": ["one"]} if fact == "doc#key" else None

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    def change(self, *pages: str) -> None:
        """Say that pages have changed, from the thread of the caller."""
        self.revision += 1
        for listener in tuple(self.listeners):
            listener(Event("changed", self.revision, pages))
