"""The event stream: what it says, and that no browser waits for another."""

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from unittest.mock import patch

import pytest

from generator.preview.events import ROOM, Hub
from generator.preview.preview import Preview
from generator.preview.values import Event
from tests.preview.asking import Stream, connected, head, previewed, read, secret, sent, soon
from tests.preview.fakelive import FakeLive

pytestmark = pytest.mark.slow


@pytest.fixture
def live() -> FakeLive:
    return FakeLive()


@pytest.fixture
def preview(live: FakeLive) -> Iterator[Preview]:
    with previewed(live) as preview:
        yield preview


def test_a_stream_begins_with_where_the_archive_is_and_which_run_this_is(preview: Preview) -> None:
    stream = Stream(preview)
    assert stream.next() == ("hello", {"revision": 7, "run": preview.run.id})
    stream.close()


def test_a_stream_is_never_kept_and_says_what_it_is(preview: Preview) -> None:
    answer = read(
        sent(
            preview,
            head(secret(preview, "events"), "HEAD", f"Host: localhost:{preview.port}", "Connection: close"),
        )
    )
    assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"


def test_every_kind_of_event_arrives_as_it_was_told(preview: Preview, live: FakeLive) -> None:
    stream = Stream(preview)
    stream.next()
    told = (
        Event("changed", 8, ("/", "/حلب/"), (), "content/a\n\nevent: x.md", 12),
        Event("problems", 8),
        Event("styles", 9, (), ("/assets/site.css",)),
        Event("search", 9),
        Event("gone", 10),
    )
    for event in told:
        live.listeners[0](event)
        kind, data = stream.next()
        assert kind == event.kind == data["kind"]
        assert (data["revision"], data["file"], data["milliseconds"]) == (
            event.revision,
            event.file,
            event.milliseconds,
        )
        assert (tuple(data["pages"]), tuple(data["styles"])) == (event.pages, event.styles)
    stream.close()


def test_a_file_name_that_is_no_unicode_arrives(preview: Preview, live: FakeLive) -> None:
    stream = Stream(preview)
    stream.next()
    live.listeners[0](Event("changed", 8, (), (), "content/\udcff.md"))
    assert stream.next()[1]["file"] == "content/\udcff.md"
    stream.close()


@pytest.mark.slow
@pytest.mark.parametrize("last", ["7", "-1", "9" * 1000, "x\u00e9", "null"])
def test_what_a_browser_saw_last_does_not_matter(preview: Preview, last: str) -> None:
    with connected(preview) as client:
        client.sendall(
            head(
                secret(preview, "events"), "GET", f"Host: localhost:{preview.port}", f"Last-Event-ID: {last}"
            )
        )
        received = b""
        while b"event: hello" not in received:
            received += client.recv(4096)
    assert received.startswith(b"HTTP/1.1 200 ")


@pytest.mark.slow
def test_a_quiet_stream_says_now_and_then_that_it_is_there(preview: Preview) -> None:
    with patch("generator.preview.events.QUIET_SECONDS", 0.05), connected(preview) as client:
        client.sendall(head(secret(preview, "events"), "GET", f"Host: localhost:{preview.port}"))
        received = b""
        while received.count(b"\n: still here\n\n") < 2:
            received += client.recv(4096)


def test_a_stream_that_was_left_leaves_nothing_behind(preview: Preview, live: FakeLive) -> None:
    streams = [Stream(preview) for _ in range(20)]
    assert soon(lambda: len(preview.hub) == 20)
    for stream in streams:
        stream.close()
    assert soon(lambda: not preview.hub and not preview.server.server_state.tasks)
    assert not preview.server.server_state.connections
    live.change("/")


def test_the_archive_is_left_when_the_preview_ends(live: FakeLive) -> None:
    with previewed(live) as preview:
        assert soon(lambda: bool(live.listeners))
        stream = Stream(preview)
        listener = live.listeners[0]
    assert live.listeners == []
    assert stream.next()[0] == "hello"
    assert stream.next() == ("", None)
    stream.close()
    listener(Event("changed", 9))


@pytest.mark.slow
def test_s14_a_slow_event_reader_holds_up_nobody(preview: Preview, live: FakeLive) -> None:
    """It is told once that any page may have changed, and then the newest event."""
    slow, quick = Stream(preview), Stream(preview)
    assert quick.next()[0] == "hello"
    assert soon(lambda: len(preview.hub) == 2)
    for number in range(200):
        live.change("/" + "x" * 200_000, f"/{number}/")
        kind, data = quick.next()
        assert (kind, data["revision"]) == ("changed", live.revision)
    waiting = [len(box._waiting) for box in preview.hub._boxes]
    assert max(waiting) <= ROOM + 1
    assert max(waiting) > 1, "the slow one does wait"
    seen = []
    while not seen or seen[-1]["revision"] < live.revision:
        seen.append(slow.next()[1])
    assert len(seen) < 200
    assert any(event.get("pages") == [] for event in seen)
    assert seen[-1]["pages"][-1] == "/199/"
    slow.close()
    quick.close()


def test_s14_an_event_reader_that_never_reads_is_let_go(preview: Preview, live: FakeLive) -> None:
    with patch("generator.preview.protocol.STALLED_SECONDS", 0.1):
        slow = Stream(preview)
        assert soon(lambda: len(preview.hub) == 1)

        def is_gone() -> bool:
            if not any(box._waiting for box in tuple(preview.hub._boxes)):
                live.change("/" + "x" * 1_000_000)
            return not len(preview.hub)

        assert soon(is_gone)
        slow.close()


def test_events_from_many_threads_all_arrive(preview: Preview, live: FakeLive) -> None:
    stream = Stream(preview)
    stream.next()
    gates = threading.Barrier(8)

    def tell(number: int) -> None:
        gates.wait()
        live.listeners[0](Event("problems", number))

    threads = [threading.Thread(target=tell, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    assert {stream.next()[1]["revision"] for _ in range(8)} == set(range(8))
    for thread in threads:
        thread.join()
    stream.close()


def test_a_closed_hub_ends_who_comes_late() -> None:
    async def late() -> bytes | None:
        hub = Hub()
        hub.close()
        return await hub.open().take()

    # In a thread of its own: Playwright keeps a loop running in the one of the tests.
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(asyncio.run, late()).result(60) is None
