"""Many clients, slow ones, and clients that go away."""

import socket
import threading
from unittest.mock import patch

import pytest

from generator.preview import protocol
from tests.preview.asking import asked, connected, head, parts, previewed, soon
from tests.preview.fakelive import FakeLive

pytestmark = pytest.mark.slow


def test_s14_a_slow_reader_of_a_large_file_is_not_waited_for_and_takes_no_memory() -> None:
    with previewed(FakeLive()) as preview:
        with connected(preview) as slow:
            slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            slow.sendall(head("/big.bin", "GET", f"Host: localhost:{preview.port}"))
            state = preview.server.server_state
            assert soon(lambda: any(one.flow and one.flow.write_paused for one in state.connections))
            assert asked(preview, "/").status == 200
            assert max(one.transport.get_write_buffer_size() for one in state.connections) < 300_000
        assert soon(lambda: not state.connections)


def test_s14_a_reader_who_stops_in_the_middle_is_let_go() -> None:
    with (
        patch.object(protocol, "STALLED_SECONDS", 0.1),
        previewed(FakeLive()) as preview,
        connected(preview) as slow,
    ):
        slow.sendall(head("/big.bin", "GET", f"Host: localhost:{preview.port}"))
        assert soon(lambda: bool(preview.server.server_state.tasks))
        assert soon(lambda: not preview.server.server_state.connections)
        assert 0 < len(b"".join(parts(slow))) < 50_000_000


def test_a_large_file_arrives_whole() -> None:
    with previewed(FakeLive()) as preview:
        assert asked(preview, "/big.bin").body == bytes(50_000_000)


@pytest.mark.parametrize("begun", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: "])
def test_s15_300_half_requests_hold_up_nobody_and_are_let_go(begun: bytes) -> None:
    with patch.object(protocol, "HEAD_SECONDS", 1.0), previewed(FakeLive()) as preview:
        halves = [connected(preview) for _ in range(300)]
        for half in halves:
            half.sendall(begun)
        assert asked(preview, "/").status == 200
        for half in halves:
            assert half.recv(100) == b""
            half.close()
        assert soon(lambda: not preview.server.server_state.connections)


def test_s15_a_request_that_comes_in_drops_does_not_get_more_time() -> None:
    """Neither the first on a connection, nor one after it."""
    with patch.object(protocol, "HEAD_SECONDS", 0.3), previewed(FakeLive()) as preview:
        for before in (b"", head("/facts.csv", "GET", "Host: localhost")):
            with connected(preview) as client:
                client.sendall(before)
                ended = threading.Event()

                def drip(to: socket.socket = client, until: threading.Event = ended) -> None:
                    to.sendall(b"GET / HTTP/1.1\r\nX: ")
                    while not until.wait(0.02):
                        try:
                            to.sendall(b"x")
                        except OSError:
                            return

                drops = threading.Thread(target=drip)
                drops.start()
                list(parts(client))  # until it is ended
                ended.set()
                drops.join()


def test_s15_where_there_are_too_many_the_one_that_waited_longest_gives_way() -> None:
    with patch.object(protocol, "most_connections", lambda: 10), previewed(FakeLive()) as preview:
        halves = [connected(preview) for _ in range(10)]
        assert soon(lambda: len(preview.server.server_state.connections) == 10)
        assert asked(preview, "/").status == 200
        assert b"".join(parts(halves[0])) == b"", "it was ended"
        halves[9].sendall(head("/facts.csv", "GET", "Host: localhost"))
        assert halves[9].recv(12) == b"HTTP/1.1 200"
        for half in halves:
            half.close()


def test_s16_clients_that_hang_up_leave_nothing_behind_and_nothing_is_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    told: list[str] = []
    with previewed(FakeLive(), told) as preview:
        request = head("/big.bin", "GET", f"Host: localhost:{preview.port}")
        for number in range(300):
            with connected(preview) as client:
                client.sendall(request[: -(number % 3) or None])
                if number % 6 == 0:  # a whole request, of whose answer a little is read
                    client.recv(1000)
        assert soon(lambda: not preview.server.server_state.connections)
        assert soon(lambda: not preview.server.server_state.tasks)
        assert asked(preview, "/").status == 200
        assert soon(lambda: not any(thread.name == "dateline-preview" for thread in threading.enumerate()))
    assert told[1:] == []
    assert caplog.records == []
