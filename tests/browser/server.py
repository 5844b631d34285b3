"""A plain static server on a free port of this machine, under any path."""

import http.server
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

TYPES = {
    ".wasm": "application/wasm",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below a prefix, and the site's own page for what is not there."""

    prefix = "/"
    sent: Mapping[str, str] = MappingProxyType({})
    """Headers of every answer, as a host is told to send them."""
    extensions_map = {  # noqa: RUF012  # the name and the kind are those of the standard library
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        **TYPES,
    }

    def translate_path(self, path: str) -> str:
        """A request's file; outside the prefix there is nothing."""
        plain = urlsplit(path).path
        inside = plain.startswith(self.prefix)
        return super().translate_path("/" + plain[len(self.prefix) :] if inside else "/nothing-here")

    def do_GET(self) -> None:
        """A file as it is now: by its time two builds within one second cannot be told apart."""
        del self.headers["If-Modified-Since"]
        super().do_GET()

    def end_headers(self) -> None:
        """Have the browser ask each time."""
        self.send_header("Cache-Control", "no-cache")
        for name, value in self.sent.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's 404 page."""
        page = Path(self.directory) / "404.html"
        if code != http.HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests say what they need."""


@contextmanager
def serve(site: Path, prefix: str = "/", sent: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of a site, with a slash at the end."""
    kind = type("Served", (Quiet,), {"prefix": prefix, "sent": sent or {}})
    with running(partial(kind, directory=str(site))) as base:
        yield f"{base}{prefix}"


@contextmanager
def running(handler: Callable[..., http.server.BaseHTTPRequestHandler]) -> Iterator[str]:
    """The address at which a handler answers, without a slash at the end."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
