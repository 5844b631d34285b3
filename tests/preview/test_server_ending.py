"""Ctrl-C, with everybody connected: a preview that runs as a program of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.archive import ROOT
from tests.preview.asking import PATIENCE, head, soon

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals"),
]

CLIENTS = 500
LIMIT = 5
"""Seconds. It takes about half of one; who waits for a stream to end waits for ever."""


class Program:
    """A preview in a process of its own."""

    def __init__(self, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.preview.serving", *arguments],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        assert self.process.stdout.readline() == "made\n"
        self.port = int(self.process.stdout.readline().split("localhost:")[1].split("/")[0])

    def connected(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), PATIENCE)

    def asking(self, target: str) -> socket.socket:
        client = self.connected()
        client.sendall(head(target, "GET", f"Host: localhost:{self.port}"))
        return client

    def token(self) -> str:
        with self.asking("/") as client:
            page = b""
            while b"</html>" not in page:
                page += client.recv(4096)
        return page.split(b'data-token="')[1].split(b'"')[0].decode()

    def streams(self, number: int) -> list[socket.socket]:
        target = f"/-/events?token={self.token()}"
        clients = [self.asking(target) for _ in range(number)]
        for client in clients:
            heard(client, b"event: hello")
        return clients

    def change(self, page: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(f"{page}\n")
        self.process.stdin.flush()

    def files(self) -> int:
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))  # noqa: PTH208 -- what is listed goes meanwhile

    def memory(self) -> int:
        """In kB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0])

    def ends_on(self, number: signal.Signals) -> float:
        """Ask it to end; the seconds that it took, having ended well and said nothing more."""
        began = time.monotonic()
        self.process.send_signal(number)
        said, complained = self.process.communicate(timeout=PATIENCE)
        assert (said, complained, self.process.returncode) == ("ended\n", "", 0)
        return time.monotonic() - began


def heard(client: socket.socket, words: bytes) -> None:
    received = b""
    while words not in received:
        part = client.recv(65536)
        assert part, received
        received += part


@contextmanager
def program(*arguments: str) -> Iterator[Program]:
    started = Program(*arguments)
    try:
        yield started
    finally:
        started.process.kill()
        started.process.communicate()


@pytest.fixture(autouse=True)
def _enough_open_files() -> Iterator[None]:
    resource = pytest.importorskip("resource")
    before = soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < 2000:
        if hard != resource.RLIM_INFINITY and hard < 2000:
            pytest.skip("this machine allows too few open files")
        resource.setrlimit(resource.RLIMIT_NOFILE, (2000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_s20_it_ends_with_500_streams_open(number: signal.Signals) -> None:
    with program() as preview, ExitStack() as opened:
        clients = [opened.enter_context(client) for client in preview.streams(CLIENTS)]
        assert preview.ends_on(number) < LIMIT
        for client in clients:
            while client.recv(4096):
                pass  # each stream was ended, none was reset


def test_s20_it_ends_whatever_clients_do() -> None:
    """Half requests, a file that nobody reads, a stream that nobody reads, and a page that is never made."""
    with program() as preview, ExitStack() as opened:
        clients = [preview.connected() for _ in range(50)]
        clients += [preview.asking("/big.bin") for _ in range(20)]
        clients += [preview.asking("/sub/") for _ in range(20)]
        clients += preview.streams(20)
        for client in clients:
            opened.enter_context(client)
        for _ in range(100):
            preview.change("/" + "x" * 50_000)
        time.sleep(0.2)
        assert preview.ends_on(signal.SIGINT) < LIMIT


def test_s20_an_impatient_second_ctrl_c_does_no_harm() -> None:
    with program() as preview, ExitStack() as opened:
        for client in preview.streams(20):
            opened.enter_context(client)
        preview.process.send_signal(signal.SIGINT)
        time.sleep(0.05)
        assert preview.ends_on(signal.SIGINT) < LIMIT


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="looks into /proc")
def test_s12_500_streams_all_hear_and_leave_nothing_behind() -> None:
    with program() as preview:
        preview.token()
        files, memory = preview.files(), preview.memory()
        clients = preview.streams(CLIENTS)
        preview.change("/facts/")
        for client in clients:
            heard(client, b'"pages": ["/facts/"]')
        assert preview.memory() - memory < 40_000
        for client in clients:
            client.close()
        assert soon(lambda: preview.files() <= files)
        assert preview.ends_on(signal.SIGINT) < LIMIT


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count open files differently")
def test_s15_more_half_requests_than_files_may_be_open_are_survived() -> None:
    with program("1024") as preview, ExitStack() as opened:
        for _ in range(1300):
            opened.enter_context(preview.connected()).sendall(b"GET / HT")
        with preview.asking("/") as client:
            heard(client, b"HTTP/1.1 200 ")
        opened.close()
        preview.token()
        assert preview.ends_on(signal.SIGINT) < LIMIT
