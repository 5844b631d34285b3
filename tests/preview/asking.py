"""Requests over a real socket, as any program could send them."""

import json
import re
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from generator.preview.options import ServeOptions
from generator.preview.preview import Preview
from generator.preview.run import running
from tests.preview.fakelive import FakeLive

PATIENCE = 10
"""Seconds after which a test gives up; no test waits for them when all is well."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def shape(self) -> Any:
        return json.loads(self.body)


def soon(is_so: Callable[[], bool]) -> bool:
    """Whether something comes to be so."""
    given_up = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > given_up:
            return False
        time.sleep(0.005)
    return True


@contextmanager
def previewed(live: FakeLive, told: list[str] | None = None, **options: Any) -> Iterator[Preview]:
    """A preview that runs in a thread, at any free port."""
    settings = ServeOptions(**{"folder": Path("/an/archive"), "port": 0} | options)
    with running(live, settings, (told if told is not None else []).append) as preview:
        yield preview


def connected(preview: Preview) -> socket.socket:
    return socket.create_connection((preview.sockets[0].getsockname()[0], preview.port), PATIENCE)


def sent(preview: Preview, request: bytes) -> bytes:
    """All that comes back until the preview hangs up."""
    with connected(preview) as client:
        with suppress(OSError):  # it need not read all of what it does not want
            client.sendall(request)
        return b"".join(parts(client))


def parts(client: socket.socket) -> Iterator[bytes]:
    try:
        while part := client.recv(1 << 16):
            yield part
    except ConnectionResetError:
        return


def head(target: str | bytes, method: str = "GET", *headers: str) -> bytes:
    raw = target if isinstance(target, bytes) else target.encode()
    return (
        method.encode()
        + b" "
        + raw
        + b" HTTP/1.1\r\n"
        + "".join(f"{one}\r\n" for one in headers).encode()
        + b"\r\n"
    )


def asked(
    preview: Preview, target: str | bytes, *headers: str, method: str = "GET", host: str = ""
) -> Answer:
    """The answer to one request; `host` in place of the preview's own."""
    named = f"Host: {host or f'localhost:{preview.port}'}"
    return read(sent(preview, head(target, method, named, "Connection: close", *headers)))


def read(data: bytes) -> Answer:
    """An answer, taken apart."""
    top, _, body = data.partition(b"\r\n\r\n")
    first, *lines = top.decode("latin-1").split("\r\n")
    found = re.fullmatch(r"HTTP/1\.1 ([0-9]{3}) .*", first)
    assert found, data[:200]
    headers = [line.partition(": ") for line in lines]
    names = [name.lower() for name, _, _ in headers]
    assert len(names) == len(set(names)), names
    return Answer(int(found[1]), {name.lower(): value for name, _, value in headers}, body)


def secret(preview: Preview, name: str, **query: str) -> str:
    """The target of an endpoint of the preview, with the token."""
    return f"/-/{name}?{urlencode({'token': preview.run.token} | query)}"


class Stream:
    """An event stream of one browser."""

    def __init__(self, preview: Preview) -> None:
        self.client = connected(preview)
        self.client.sendall(head(secret(preview, "events"), "GET", f"Host: localhost:{preview.port}"))
        self._file = self.client.makefile("rb")
        self.status = int(self._file.readline().split()[1])
        while self._file.readline().strip():
            pass

    def next(self) -> tuple[str, Any]:
        """The next event and its data; ("", None) when the stream has ended."""
        kind, data = "", None
        while line := self._file.readline():
            if line.startswith(b"event: "):
                kind = line[7:].decode().strip()
            elif line.startswith(b"data: "):
                data = json.loads(line[6:])
            elif line == b"\n" and kind:
                return kind, data
        return "", None

    def close(self) -> None:
        self._file.close()
        self.client.close()
