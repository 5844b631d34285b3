"""A server that speaks to the preview's client as the real one does, and does what a test tells it."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Queue
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Page

from generator.model import policy
from generator.preview.clientfiles import client_files
from tests.browser.server import TYPES

STRICT = policy.HEADER.replace(policy.TRUSTED, "trusted-types 'none'")
"""As the policy of the site, on a host that lets no address become a worker's."""
CLIENT = client_files()
HOST = "dateline-preview"
Stream = Queue[bytes | None]


def html(body: str, head: str = "", title: str = "A page") -> str:
    """A small page of a site."""
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n{head}\n'
        f"</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def diagnostic(**said: object) -> dict[str, object]:
    """An error as the state has it, with whatever is said otherwise."""
    usual = {
        "code": "unknown-actor",
        "severity": "error",
        "file": "content/articles/edge.md",
        "line": 14,
        "column": 19,
        "length": 5,
        "message": 'no actor has the id or alias "SOHRR"',
        "hint": 'did you mean "SOHR" (actors/sohr.md)?',
        "excerpt": "    according_to: SOHRR",
    }
    return {**usual, **said}


@dataclass
class FakePreview:
    """What stands on the site and beside it, and everything that was asked for."""

    site: Path | None = None
    """A built site, for what is not among `pages`."""
    pages: dict[str, str] = field(default_factory=dict)
    errors: list[dict[str, object]] = field(default_factory=list)
    warnings: list[dict[str, object]] = field(default_factory=list)
    changed: list[dict[str, str]] = field(default_factory=list)
    drafts: dict[str, str] = field(default_factory=dict)
    """The words of the ribbon, by page."""
    facts: dict[str, dict[str, object]] = field(default_factory=dict)
    place: dict[str, object] | None = None
    slow: dict[str, float] = field(default_factory=dict)
    """Seconds that a path takes."""
    policy: str = policy.HEADER
    token: str = "token-of-one"  # noqa: S105 -- the secret of a test
    run: str = "one"
    revision: int = 1
    port: int = 0
    requests: list[str] = field(default_factory=list)
    opened: int = 0
    """Event streams since the beginning."""
    streams: list[Stream] = field(default_factory=list)
    _server: ThreadingHTTPServer | None = None

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Answer, on the port of the last time."""
        kind = type("Handler", (Handler,), {"fake": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), kind)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        """Answer nothing any more, and break off every stream."""
        assert self._server is not None
        self._server.shutdown()
        self._server.server_close()
        for stream in tuple(self.streams):
            stream.put(None)

    def tell(self, kind: str, **said: object) -> None:
        """One event for everybody."""
        self.revision += 1
        self._send(kind, {"kind": kind, "revision": self.revision, **said})

    def _send(self, kind: str, said: dict[str, object]) -> None:
        message = f"event: {kind}\nid: {self.revision}\ndata: {json.dumps(said)}\n\n".encode()
        for stream in tuple(self.streams):
            stream.put(message)

    def write(self, path: str, text: str, file: str = "") -> None:
        """Change one page and tell of it."""
        self.pages[path] = text
        self.tell("changed", pages=[path], styles=[], file=file)

    def asked(self, beginning: str) -> list[str]:
        """The requests that begin so."""
        return [request for request in self.requests if request.startswith(beginning)]

    def answer(self, path: str, query: dict[str, str]) -> tuple[int, str, bytes]:
        """Status, media type and content."""
        if path in CLIENT:
            return 200, CLIENT[path].media_type, CLIENT[path].content
        if path.startswith("/-/"):
            if query.get("token") != self.token:
                return 403, "text/plain", b"No."
            found = self._beside(path, query)
            return (
                (200, "application/json", json.dumps(found).encode()) if found else (404, "text/plain", b"")
            )
        return self._file(path)

    def _beside(self, path: str, query: dict[str, str]) -> dict[str, object] | None:
        if path == "/-/place":
            return self.place
        if path == "/-/fact":
            return self.facts.get(query["id"])
        page = query["page"]
        return {
            "revision": self.revision,
            "errors": self.errors,
            "warnings": self.warnings,
            "changed": self.changed,
            "page": {
                "path": page,
                "title": "A page",
                "file": f"content{page.rstrip('/')}.md",
                "line": 1,
                "draft": self.drafts.get(page, ""),
            },
        }

    def _file(self, path: str) -> tuple[int, str, bytes]:
        text = self.pages.get(path)
        if text is None and self.site is not None:
            file = self.site / path.lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            if file.is_file() and file.suffix != ".html":
                return 200, TYPES.get(file.suffix, "text/css"), file.read_bytes()
            text = file.read_text() if file.is_file() else None
        if text is None:
            return 404, "text/html; charset=utf-8", self.live(html("<p>There is nothing here.</p>"))
        if path.endswith((".js", ".css", ".json")):
            return 200, TYPES.get(Path(path).suffix, "text/css"), text.encode()
        return 200, "text/html; charset=utf-8", self.live(text)

    def live(self, page: str) -> bytes:
        """With the script that makes it live."""
        tag = (
            f'<script src="/-/preview.js" data-token="{self.token}" data-revision="{self.revision}"></script>'
        )
        return page.replace("</body>", f"{tag}</body>").encode()


class Handler(BaseHTTPRequestHandler):
    """One request of a browser."""

    fake: FakePreview

    def do_GET(self) -> None:
        target = urlsplit(self.path)
        query = {key: value[0] for key, value in parse_qs(target.query).items()}
        self.fake.requests.append(self.path)
        time.sleep(self.fake.slow.get(target.path, 0))
        if target.path == "/-/events" and query.get("token") == self.fake.token:
            self._stream()
            return
        status, media_type, content = self.fake.answer(target.path, query)
        self._head(status, media_type)
        self.wfile.write(content)

    def _head(self, status: int, media_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Security-Policy", self.fake.policy)
        self.send_header("Cache-Control", "no-store")
        self.end_headers()

    def _stream(self) -> None:
        stream: Stream = Queue()
        said = json.dumps({"revision": self.fake.revision, "run": self.fake.run})
        stream.put(f"event: hello\nid: {self.fake.revision}\ndata: {said}\n\n".encode())
        self.fake.opened += 1
        self.fake.streams.append(stream)
        watch = threading.Thread(target=self._until_left, args=(stream,), daemon=True)
        watch.start()
        try:
            self._head(200, "text/event-stream")
            while (message := stream.get()) is not None:
                self.wfile.write(message)
                self.wfile.flush()
        except OSError:
            pass
        finally:
            self.fake.streams.remove(stream)

    def _until_left(self, stream: Stream) -> None:
        with suppress(OSError):
            self.connection.recv(1)
        stream.put(None)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests say what they need."""


@contextmanager
def serving(fake: FakePreview) -> Iterator[FakePreview]:
    fake.start()
    try:
        yield fake
    finally:
        fake.stop()


@contextmanager
def reading(
    chromium: Browser,
    fake: FakePreview,
    path: str = "/",
    width: int = 1280,
    mode: str = "light",
    expected: str = "Failed to load",
) -> Iterator[Page]:
    """A page of the preview in a browser of its own; at the end nothing may have gone wrong on it.

    `expected` is what the browser itself may tell the console, beside what it could not load.
    """
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if mode == "dark" else "light"
    )
    page = context.new_page()
    page.set_default_timeout(8_000)
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on(
        "console",
        lambda said: (
            troubles.append(said.text)
            if said.type in {"error", "warning"}
            and expected not in said.text
            and "Failed to load resource" not in said.text
            else None
        ),
    )
    page.goto(fake.base + path)
    page.locator(f"{HOST} .live").wait_for()
    soon(lambda: bool(fake.streams), page)
    yield page
    context.close()
    assert troubles == [], troubles


def soon(happened: Callable[[], bool], page: Page) -> None:
    """Wait until something is so, while the browser goes on."""
    for _ in range(400):
        if happened():
            return
        page.wait_for_timeout(20)
    raise AssertionError("it never happened")
