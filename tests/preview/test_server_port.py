"""Where it listens: ports that are taken, and machines that others can reach."""

import errno
import os
import signal
import socket
import subprocess
import sys
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue
from unittest.mock import patch

import pytest
from starlette.requests import Request
from uvicorn.server import HANDLED_SIGNALS

from generator.errors import UsageError
from generator.preview import port as ports
from generator.preview import run
from generator.preview.door import Door, is_from_here, refusal
from generator.preview.options import ServeOptions, address_at, addresses_of
from generator.preview.port import LOOPBACK, bound, port_of
from generator.preview.preview import Preview, _complain, answering
from generator.preview.protocol import MOST, most_connections
from generator.preview.run import serve
from generator.preview.tokens import Run
from generator.preview.uvicornserver import Server
from tests.archive import ROOT
from tests.preview.asking import Answer, asked, previewed, secret
from tests.preview.fakelive import FakeLive

EVERYWHERE = "0.0.0.0"  # noqa: S104 -- what these tests are about


def taken(host: str = "127.0.0.1", port: int = 0) -> socket.socket:
    other = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    other.bind((host, port))
    other.listen()
    return other


@pytest.mark.slow
def test_s17_port_0_is_any_free_one_and_the_address_says_which() -> None:
    told: list[str] = []
    with previewed(FakeLive(), told) as preview:
        assert told == [f"Preview at http://localhost:{preview.port}/ (Ctrl-C ends it)"]
        assert preview.port > 1023
        assert preview.address == f"http://localhost:{preview.port}/"


@pytest.mark.slow
@pytest.mark.parametrize("host", LOOPBACK)
def test_s17_a_port_in_use_gives_the_next_free_one_and_says_so(host: str) -> None:
    """In use at one of the two addresses is in use: a browser may try either for `localhost`."""
    told: list[str] = []
    with taken(host) as other:
        port = other.getsockname()[1]
        with previewed(FakeLive(), told, port=port) as preview:
            assert port < preview.port < port + 100
            assert told[0] == f"Port {port} is in use; this preview has port {preview.port}."
            assert f"http://localhost:{preview.port}/" in told[1]
            assert asked(preview, "/").status == 200


@pytest.mark.slow
def test_s17_two_previews_stand_beside_each_other() -> None:
    with previewed(FakeLive()) as one, previewed(FakeLive(), port=one.port) as other:
        assert other.port != one.port
        assert asked(one, "/").status == asked(other, "/").status == 200
        assert asked(one, "/", host=f"localhost:{other.port}").status == 403
        assert asked(one, f"/-/state?token={other.run.token}").status == 403


@pytest.mark.slow
def test_s17_a_port_is_free_again_at_once() -> None:
    with previewed(FakeLive()) as first:
        asked(first, "/")
    with previewed(FakeLive(), port=first.port) as second:
        assert second.port == first.port


def test_s17_no_port_for_this_account_is_the_operator_s_mistake() -> None:
    with (
        patch.object(ports, "_open", side_effect=PermissionError(errno.EACCES, "Permission denied")),
        pytest.raises(UsageError, match="port 80 may not be used") as caught,
    ):
        serve(FakeLive(), ServeOptions(Path(), port=80), lambda line: None)
    assert "above 1023" in caught.value.hint


def test_s17_whatever_else_the_system_says_of_a_port_is_told_in_its_words() -> None:
    with (
        patch.object(ports, "_open", side_effect=OSError(errno.ENOBUFS, "")),
        pytest.raises(UsageError, match=rf"port 80 of 127\.0\.0\.1 .*: {os.strerror(errno.ENOBUFS)}"),
    ):
        bound(LOOPBACK, 80)


ENDED = """
import os, signal
from pathlib import Path
from urllib.request import urlopen
from generator.preview.options import ServeOptions
from generator.preview.run import serve
from tests.preview.fakelive import FakeLive

before, told = signal.getsignal(signal.SIGTERM), []

def ended(address):
    told.append(address)
    urlopen(address).close()
    os.kill(os.getpid(), signal.SIGTERM)

serve(FakeLive(), ServeOptions(Path(), port=0), told.append, ended)
assert f"Preview at {told[1]} (Ctrl-C ends it)" == told[0], told
assert signal.getsignal(signal.SIGTERM) is before
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_the_program_goes_on_after_it_was_told_to_end_and_hears_signals_as_before() -> None:
    # In a process of its own: a signal that came too late would end whoever runs the tests.
    ran = subprocess.run(
        [sys.executable, "-c", ENDED], cwd=ROOT, capture_output=True, timeout=60, check=False
    )
    assert ran.returncode == 0, ran.stderr.decode()


def test_while_it_serves_ctrl_c_ends_the_server_and_afterwards_the_program_hears_as_before() -> None:
    before = [signal.getsignal(one) for one in HANDLED_SIGNALS]
    server = Server(FakeLive(), lambda: None)  # type: ignore[arg-type]  # nobody asks it for a page
    with server.capture_signals():
        assert [signal.getsignal(one) for one in HANDLED_SIGNALS] == [server.handle_exit] * len(before)
    assert [signal.getsignal(one) for one in HANDLED_SIGNALS] == before


def test_it_serves_until_it_is_told_to_end_and_says_where() -> None:
    told: list[str] = []
    ready: Queue[str] = Queue()

    async def soon(preview: Preview) -> None:
        preview.server.should_exit = True
        await answering(preview)

    # In a thread of its own: Playwright keeps a loop running in the one of the tests.
    with patch.object(run, "answering", soon), ThreadPoolExecutor(1) as pool:
        pool.submit(run.serve, FakeLive(), ServeOptions(Path(), port=0), told.append, ready.put).result(60)
    assert told[0] == f"Preview at {ready.get(timeout=60)} (Ctrl-C ends it)"


@pytest.mark.slow
def test_what_goes_wrong_beneath_a_request_is_told_and_that_a_browser_hangs_up_is_not() -> None:
    told: list[str] = []
    with previewed(FakeLive(), told) as preview:
        for what in ({"exception": OSError("odd")}, {"exception": ConnectionResetError()}, {"message": "x"}):
            _complain(preview, what)
    assert told[1:] == ["A connection could not be made: OSError: odd"]


def test_where_no_limit_of_open_files_is_known_there_may_be_as_many_connections_as_ever() -> None:
    with patch.dict(sys.modules, {"resource": None}):
        assert most_connections() == MOST


@pytest.mark.parametrize("port", [-1, 65536, 99999])
def test_s17_a_number_that_is_no_port_is_the_operator_s_mistake(port: int) -> None:
    with pytest.raises(UsageError, match=f"no port {port}"):
        bound(LOOPBACK, port)


def test_s17_where_every_port_is_in_use_nothing_is_left_open() -> None:
    tried = []

    def refuse(host: str, port: int) -> socket.socket:
        tried.append(port)
        raise OSError(errno.EADDRINUSE, "Address already in use")

    with patch.object(ports, "_open", refuse), pytest.raises(UsageError, match="65500 and those after it"):
        bound(LOOPBACK, 65500)
    assert tried == list(range(65500, 65536))


@pytest.mark.slow
@pytest.mark.parametrize("code", [errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT])
def test_s17_without_ipv6_there_is_only_the_other(code: int) -> None:
    opened = ports._open

    def without(host: str, port: int) -> socket.socket:
        if ":" in host:
            raise OSError(code, "no IPv6")
        return opened(host, port)

    with patch.object(ports, "_open", without), previewed(FakeLive()) as preview:
        assert len(preview.sockets) == 1
        assert asked(preview, "/").status == 200


def test_both_addresses_of_this_machine_have_the_same_port() -> None:
    sockets = bound(LOOPBACK, 0)
    try:
        assert {one.getsockname()[0] for one in sockets} == set(LOOPBACK)
        assert {one.getsockname()[1] for one in sockets} == {port_of(sockets)}
    finally:
        for one in sockets:
            one.close()


def test_an_address_that_this_machine_has_not_is_the_operator_s_mistake() -> None:
    with pytest.raises(UsageError, match=r"no address 192\.0\.2\.1"):
        bound(("192.0.2.1",), 0)


@pytest.mark.parametrize("host", [EVERYWHERE, "::", "192.168.1.5", "[fe80::1]", "8.8.8.8"])
def test_s23_another_address_is_refused_without_the_flag(host: str) -> None:
    with pytest.raises(UsageError, match="lets other machines read this archive") as caught:
        addresses_of(ServeOptions(Path(), host=host))
    assert "--expose" in caught.value.hint


@pytest.mark.parametrize("host", ["evil.com", "desk", "0", "127.1", "1.2.3.4.5", " "])
def test_s23_a_name_is_no_address_to_listen_on(host: str) -> None:
    with pytest.raises(UsageError, match="no address of a machine"):
        addresses_of(ServeOptions(Path(), host=host, expose=True))


@pytest.mark.parametrize(
    ("host", "addresses"),
    [
        ("", LOOPBACK),
        ("localhost", LOOPBACK),
        ("127.0.0.1", ("127.0.0.1",)),
        ("[::1]", ("::1",)),
        ("127.0.0.2", ("127.0.0.2",)),
    ],
)
def test_loopback_needs_no_flag(host: str, addresses: tuple[str, ...]) -> None:
    assert addresses_of(ServeOptions(Path(), host=host)) == addresses


@pytest.mark.slow
def test_an_exposed_preview_says_what_it_opens_before_its_address() -> None:
    told: list[str] = []
    with previewed(FakeLive(), told, host=EVERYWHERE, expose=True, names=("Desk.local",)) as preview:
        assert told == [
            "Warning: every machine that reaches 0.0.0.0 can ask for this archive, with its drafts.",
            f'It is asked for the name "dateline" and the password "{preview.run.password}".',
            "Both, and every page, go over the network unencrypted.",
            "It may also be called Desk.local.",
            f"Preview at http://127.0.0.1:{preview.port}/ (Ctrl-C ends it)",
        ]


def test_one_without_further_names_says_none() -> None:
    told: list[str] = []
    with previewed(FakeLive(), told, host=EVERYWHERE, expose=True):
        assert [line for line in told if "called" in line] == []


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("", "http://localhost:8000/"),
        ("192.168.1.5", "http://192.168.1.5:8000/"),
        ("[2001:db8::5]", "http://[2001:db8::5]:8000/"),
        ("::", "http://[::1]:8000/"),
        (EVERYWHERE, "http://127.0.0.1:8000/"),
    ],
)
def test_the_address_is_one_that_a_browser_on_this_machine_can_open(host: str, address: str) -> None:
    assert address_at(ServeOptions(Path(), host=host, expose=True), 8000) == address


def basic(text: str) -> str:
    return f"Authorization: Basic {b64encode(text.encode()).decode()}"


@pytest.mark.slow
def test_s23_an_exposed_preview_asks_for_a_password_everywhere() -> None:
    with previewed(FakeLive(), host=EVERYWHERE, expose=True, names=("Desk.local",)) as preview:
        right = basic(f"dateline:{preview.run.password}")

        def status(target: str, *headers: str, host: str = "") -> int:
            return asked(preview, target, *headers, host=host).status

        for target in ("/", "/nothing", "/-/preview.js", secret(preview, "state")):
            assert status(target) == 401
            for wrong in (
                "dateline:",
                "dateline:x",
                f":{preview.run.password}",
                f"dateline:{preview.run.token}",
                "é",
            ):
                assert status(target, basic(wrong)) == 401
            for wrong in ("Basic", "Basic =", "Basic é", "Bearer x", f"Basic {preview.run.password}"):
                assert status(target, f"Authorization: {wrong}") == 401
        assert status("/", right) == status(secret(preview, "state"), right) == 200
        assert status("/", right, host=f"desk.LOCAL:{preview.port}") == 200
        assert status("/", right, host="evil.com") == 403
        assert status("/", right, host=f"192.168.1.5:{preview.port}") == 403
        assert asked(preview, "/").headers["www-authenticate"].startswith("Basic ")
        answer: Answer = asked(preview, "/", method="OPTIONS")
        assert answer.status == 401


@pytest.mark.slow
def test_a_preview_that_is_not_exposed_asks_for_no_password_and_names_open_nothing() -> None:
    with previewed(FakeLive()) as preview:
        assert asked(preview, "/").status == 200
        assert asked(preview, "/", host="desk.local").status == 403


def request_at(server: str, host: str, client: str = "192.168.1.9") -> Request:
    headers = [(b"host", host.encode())]
    return Request(
        {
            "type": "http",
            "method": "GET",
            "headers": headers,
            "server": (server, 8000),
            "client": (client, 5),
            "raw_path": b"/",
            "query_string": b"",
        }
    )


@pytest.mark.parametrize(
    ("server", "host", "status"),
    [
        ("192.168.1.5", "192.168.1.5:8000", 401),
        ("192.168.1.5", "192.168.1.6:8000", 403),
        ("192.168.1.5", "evil.com:8000", 403),
        ("2001:db8::5", "[2001:db8::5]:8000", 401),
        ("2001:db8::5", "[2001:DB8:0::5]:8000", 401),
        ("2001:db8::5", "[2001:db8::6]:8000", 403),
    ],
)
def test_an_exposed_preview_is_called_by_the_address_it_was_reached_at(
    server: str, host: str, status: int
) -> None:
    refused = refusal(request_at(server, host), Door(8000, Run(), exposed=True))
    assert refused is not None
    assert refused.status_code == status


def test_only_who_sits_at_this_machine_is_told_how_to_open_its_files() -> None:
    assert is_from_here(request_at("127.0.0.1", "localhost", "127.0.0.1"))
    assert is_from_here(request_at("::1", "localhost", "::1"))
    assert not is_from_here(request_at("192.168.1.5", "localhost"))
