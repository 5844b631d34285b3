"""Pages on their way out: the script, the headers, failures, and many who ask at once."""

import asyncio
import re
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from generator.model import policy
from generator.preview.failures import Calm
from generator.preview.inject import with_line, with_script
from generator.preview.preview import Preview
from generator.preview.values import Served
from tests.preview.asking import PATIENCE, asked, head, previewed, secret, sent, soon
from tests.preview.fakelive import FILES, HOME, FakeLive

pytestmark = pytest.mark.slow

TAG = re.compile(rb'<script src="/-/preview\.js" data-token="([\w-]+)" data-revision="([0-9]+)"></script>')


@pytest.fixture(scope="module")
def preview() -> Iterator[Preview]:
    with previewed(FakeLive()) as preview:
        yield preview


@pytest.mark.parametrize("target", ["/", "/facts/", "/sub/", "/%D8%AD%D9%84%D8%A8/"])
def test_a_page_is_what_a_build_makes_but_for_the_script(preview: Preview, target: str) -> None:
    page = asked(preview, target).body
    found = TAG.search(page)
    assert found
    assert found.groups() == (preview.run.token.encode(), b"7")
    assert page[found.end() :].lower().startswith(b"</body")
    assert page[: found.start()] + page[found.end() :] in FILES.values()


def test_what_is_no_page_is_left_as_it_is(preview: Preview) -> None:
    for target in ("/facts.csv", "/map.svg", "/assets/site.1a2b.js", "/what.ever"):
        assert asked(preview, target).body == FILES[target]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<p>a</body>b</body></html>", b"<p>a</body>b|</body></html>"),
        (b"<p>a</BODY\n>", b"<p>a|</BODY\n>"),
        (b"<p>a", b"<p>a|"),
        (b"", b"|"),
        (b"\xff</body>\xfe", b"\xff|</body>\xfe"),
        (b"<p>&lt;/body&gt; </bodyguard>", b"<p>&lt;/body&gt; </bodyguard>|"),
    ],
)
def test_the_script_stands_before_the_last_end_of_the_body(page: bytes, expected: bytes) -> None:
    assert TAG.sub(b"|", with_script(page, "t", 1)) == expected


def test_s22_every_answer_has_the_policy_of_the_published_site(preview: Preview) -> None:
    targets = [
        "/",
        "/facts.csv",
        "/nothing",
        "/sub",
        "/-/preview.js",
        "/-/state",
        secret(preview, "state"),
        "/" + "x" * 5000,
    ]
    for target in targets:
        headers = asked(preview, target).headers
        assert headers["content-security-policy"] == policy.HEADER
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["cache-control"] == "no-store"
        assert "server" not in headers


def test_s19_a_page_that_cannot_be_made_says_so_and_comes_back() -> None:
    live, told = FakeLive(), []
    with previewed(live, told) as preview:
        live.broken["/facts/"] = FileNotFoundError("content/ is\x1b[2J\ngone <b>")
        answer = asked(preview, "/facts/")
        assert answer.status == 500
        assert TAG.search(answer.body), "so that it comes back by itself"
        assert b"Traceback" not in answer.body
        assert b"gone" not in answer.body
        assert told[1:] == ["/facts/ could not be made: FileNotFoundError: content/ is [2J gone <b>"]
        asked(preview, "/facts/")
        assert len(told) == 2, "told once"
        live.change("/facts/")
        asked(preview, "/facts/")
        assert len(told) == 3, "told again after a change"
        live.broken.clear()
        assert asked(preview, "/facts/").status == 200
        assert asked(preview, "/").status == 200


class Reading(FakeLive):
    """Has read nothing yet."""

    def served(self, path: str) -> Served | None:
        return Served(b"<html><body>Reading</body></html>", "text/html; charset=utf-8", 503)


def test_while_everything_is_being_read_a_page_says_so_and_when_to_ask_again() -> None:
    with previewed(Reading(), []) as preview:
        for path in ("/", "/not/there/", "/../x"):
            answer = asked(preview, path)
            assert (answer.status, answer.headers["retry-after"]) == (503, "1")


@pytest.mark.slow
@pytest.mark.parametrize("error", [StopIteration(), StopAsyncIteration(), TimeoutError(), RecursionError()])
def test_whatever_is_raised_is_answered(error: Exception) -> None:
    live, told = FakeLive(), []
    live.broken = {"/": error, "/404.html": error}
    with previewed(live, told) as preview:
        assert asked(preview, "/").status == 500
        assert asked(preview, "/nothing").status == 500
        assert len(told) == 3


def test_a_failure_beside_the_pages_is_answered_in_plain_text() -> None:
    live, told = FakeLive(), []
    live.broken["state"] = ValueError("no state")
    with previewed(live, told) as preview:
        answer = asked(preview, secret(preview, "state"))
        assert answer.status == 500
        assert answer.headers["content-type"] == "text/plain; charset=utf-8"
        assert b"no state" not in answer.body
        assert told[1:] == ["/-/state could not be made: ValueError: no state"]


def test_an_answer_that_breaks_off_in_the_middle_is_told_and_not_begun_again() -> None:
    told: list[str] = []
    came: list[Any] = []

    async def broken(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise ValueError("no more")

    async def send(message: Any) -> None:
        came.append(message["type"])

    calm = Calm(broken, lambda path, error: told.append(f"{path}: {error}"))
    # In a thread of its own: Playwright keeps a loop running in the one of the tests.
    with ThreadPoolExecutor(1) as pool:
        asked = calm({"type": "http", "raw_path": b"/a"}, None, send)  # type: ignore[arg-type]
        pool.submit(asyncio.run, asked).result(60)
    assert (told, came) == (["/a: no more"], ["http.response.start"])


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b'<html><BODY class="a">x', b'<html><BODY class="a"><p role="status">1 &lt; 2</p>x'),
        (b"<p>no body", b"<p>no body"),
    ],
)
def test_a_line_stands_above_all_else_of_a_page(page: bytes, expected: bytes) -> None:
    assert with_line(page, "1 < 2") == expected


def test_s24_the_overlay_gets_a_hostile_message_as_text(preview: Preview) -> None:
    answer = asked(preview, secret(preview, "state", page="/"))
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    (problem,) = answer.shape["errors"]
    assert problem["message"] == 'no actor "<b>حلب"'
    assert (problem["line"], problem["column"], problem["length"]) == (14, 19, 5)


def test_pages_that_many_ask_for_at_once_are_made_once() -> None:
    live = FakeLive()
    live.gates["/facts/"] = threading.Event()
    with previewed(live) as preview:
        answers: list[int] = []
        clients = [
            threading.Thread(target=lambda: answers.append(asked(preview, "/facts/").status))
            for _ in range(40)
        ]
        for client in clients:
            client.start()
        assert soon(lambda: len(preview.server.server_state.tasks) == 40)
        assert asked(preview, "/").status == 200, "others are not held up"
        live.gates["/facts/"].set()
        for client in clients:
            client.join(PATIENCE)
    assert answers == [200] * 40
    assert live.asked["/facts/"] == 1


def test_a_page_that_was_begun_before_a_change_is_not_given_to_who_asks_after_it() -> None:
    live = FakeLive()
    live.gates["/facts/"] = threading.Event()
    with previewed(live) as preview:
        clients = []
        for revision in (1, 2):
            client = threading.Thread(target=asked, args=(preview, "/facts/"))
            client.start()
            clients.append(client)
            assert soon(lambda number=revision: live.asked["/facts/"] == number)
            live.change("/facts/")
        live.gates["/facts/"].set()
        for client in clients:
            client.join(PATIENCE)
    assert live.asked["/facts/"] == 2


@pytest.mark.slow
def test_a_page_names_the_revision_before_it_was_made() -> None:
    """A change that comes in while it is made is then seen as one that the page may not have."""
    live = FakeLive()
    live.gates["/"] = threading.Event()
    with previewed(live) as preview:
        data: list[bytes] = []
        host = f"Host: localhost:{preview.port}"
        client = threading.Thread(
            target=lambda: data.append(sent(preview, head("/", "GET", host, "Connection: close")))
        )
        client.start()
        assert soon(lambda: bool(live.asked["/"]))
        live.change("/")
        live.gates["/"].set()
        client.join(PATIENCE)
    assert b'data-revision="7"' in data[0]
    assert HOME[:40] in data[0]
