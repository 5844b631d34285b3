"""Who is let in: names, origins, tokens, methods, and what is no request."""

import hmac
import ssl
from collections.abc import Iterator
from unittest.mock import patch

import pytest

from generator.preview.preview import Preview
from tests.preview.asking import asked, connected, head, previewed, read, secret, sent
from tests.preview.fakelive import HOME, FakeLive

SECRETS = ("events", "state", "place", "fact")


@pytest.fixture(scope="module")
def preview() -> Iterator[Preview]:
    with previewed(FakeLive()) as preview:
        yield preview


@pytest.mark.parametrize(
    "host",
    [
        "evil.com",
        "evil.com:{port}",
        "localhost.evil.com",
        "127.0.0.1@evil.com",
        "127.0.0.1.evil.com:{port}",
        "LOCALHOST.",
        "localhost.:{port}",
        "evillocalhost:{port}",
        ".localhost:{port}",
        "x..localhost:{port}",
        "localhost:{other}",
        "localhost:",
        "localhost:99999999",
        "127.1:{port}",
        "2130706433:{port}",
        "0177.0.0.1:{port}",
        "192.168.1.5:{port}",
        "0.0.0.0:{port}",
        "[::]:{port}",
        "::1",
        "[::ffff:127.0.0.1]:{port}",
        "<script>alert(1)</script>",
    ],
)
def test_s01_a_foreign_host_is_refused_in_plain_text(preview: Preview, host: str) -> None:
    said = host.format(port=preview.port, other=preview.port + 1)
    answer = asked(preview, "/", host=said)
    assert answer.status == 403
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "evil" not in answer.text
    assert "<" not in answer.text


@pytest.mark.parametrize(
    ("request_head", "status"),
    [
        (b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n", 403),
        (b"GET / HTTP/1.0\r\n\r\n", 403),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.com\r\nConnection: close\r\n\r\n", 400),
        (b"GET http://evil.com/ HTTP/1.1\r\nHost: evil.com\r\nConnection: close\r\n\r\n", 403),
        (b"GET http://evil.com/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400),
    ],
    ids=["absent", "empty", "HTTP/1.0", "two", "absolute target", "absolute target, our host"],
)
def test_s01_no_host_or_two_are_refused(preview: Preview, request_head: bytes, status: int) -> None:
    answer = read(sent(preview, request_head))
    assert answer.status == status
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert b"evil" not in answer.body


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST:{port}",
        "localhost:{port}",
        "127.0.0.1:{port}",
        "127.8.9.1:{port}",
        "[::1]:{port}",
        "x.localhost:{port}",
    ],
)
def test_s02_every_name_of_this_machine_is_answered(preview: Preview, host: str) -> None:
    assert asked(preview, "/", host=host.format(port=preview.port)).status == 200


@pytest.mark.slow
@pytest.mark.parametrize("name", SECRETS)
@pytest.mark.parametrize(
    "header",
    [
        "Origin: http://evil.com",
        "Origin: null",
        "Origin: https://localhost:{port}",
        "Origin: http://localhost:{other}",
        "Origin: http://127.0.0.1:{port}",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: SAME-ORIGIN, cross-site",
    ],
)
def test_s03_another_origin_gets_nothing_even_with_the_token(
    preview: Preview, name: str, header: str
) -> None:
    said = header.format(port=preview.port, other=preview.port + 1)
    answer = asked(preview, secret(preview, name, id="doc#key"), said)
    assert answer.status == 403
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("name", SECRETS)
@pytest.mark.parametrize(
    "query", ["", "?token=", "?token=wrong", "?token=%FF", "?token=%D8%AD", "?TOKEN={token}"]
)
def test_s03_without_the_token_there_is_nothing(preview: Preview, name: str, query: str) -> None:
    assert asked(preview, f"/-/{name}{query.format(token=preview.run.token)}").status == 403


@pytest.mark.parametrize("target", ["/%2D/state", "/-/%73tate", "/-/state"])
def test_s03_another_spelling_of_the_address_needs_the_token_too(preview: Preview, target: str) -> None:
    assert asked(preview, target).status == 403


@pytest.mark.parametrize("name", ["state", "place", "fact"])
@pytest.mark.parametrize(
    "header", ["Origin: http://localhost:{port}", "Sec-Fetch-Site: same-origin", "X-Any: 1"]
)
def test_s03_our_own_page_is_answered(preview: Preview, name: str, header: str) -> None:
    answer = asked(preview, secret(preview, name, id="doc#key"), header.format(port=preview.port))
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/json; charset=utf-8"


@pytest.mark.slow
def test_s03_the_token_is_another_in_each_run(preview: Preview) -> None:
    with previewed(FakeLive()) as other:
        assert other.run.token != preview.run.token
        assert other.run.id != preview.run.id
        assert len(other.run.token) >= 32


def test_s03_the_token_is_compared_in_constant_time(preview: Preview) -> None:
    with patch("generator.preview.tokens.hmac.compare_digest", wraps=hmac.compare_digest) as compare:
        assert asked(preview, secret(preview, "state")).status == 200
    compare.assert_called_once()


@pytest.mark.parametrize("target", ["/", "/facts/", "/nothing", "/assets/site.1a2b.css", "/-/preview.js"])
def test_s08_head_is_get_without_the_body(preview: Preview, target: str) -> None:
    got, headed = asked(preview, target), asked(preview, target, method="HEAD")
    assert headed.body == b""
    assert headed.status == got.status
    assert {**headed.headers, "date": ""} == {**got.headers, "date": ""}
    assert int(got.headers["content-length"]) == len(got.body)


def test_s08_head_of_the_event_stream_ends(preview: Preview) -> None:
    answer = asked(preview, secret(preview, "events"), method="HEAD")
    assert (answer.status, answer.body) == (200, b"")


@pytest.mark.slow
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW"])
@pytest.mark.parametrize("target", ["/", "/-/state", "/-/preview.js", "/nothing"])
def test_s08_other_methods_are_refused(preview: Preview, method: str, target: str) -> None:
    answer = asked(preview, target, method=method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    ("method", "target"), [("CONNECT", "localhost:80"), ("OPTIONS", "*"), ("POST", "http://evil.com/")]
)
def test_s08_other_methods_are_refused_with_other_targets(preview: Preview, method: str, target: str) -> None:
    answer = asked(preview, target, method=method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_s08_the_body_of_a_refused_request_is_not_waited_for(preview: Preview) -> None:
    host = f"Host: localhost:{preview.port}"
    assert read(sent(preview, head("/", "POST", host, "Content-Length: 1000000000000"))).status == 405


@pytest.mark.parametrize(
    "headers",
    [
        ["Content-Length: 5"],
        ["Transfer-Encoding: chunked"],
        ["Content-Length: 5", "Transfer-Encoding: chunked"],
        ["Transfer-Encoding: chunked", "Content-Length: 0"],
    ],
)
def test_s11_a_request_for_a_page_has_no_body(preview: Preview, headers: list[str]) -> None:
    """Length and chunks at once is how one request is smuggled in another."""
    host = f"Host: localhost:{preview.port}"
    data = sent(preview, head("/", "GET", host, *headers) + b"5\r\nGET /facts/ HTTP/1.1\r\n\r\n")
    assert read(data).status == 400
    assert data.count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize(
    ("request_bytes", "statuses"),
    [
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 2_000_000 + b"\r\n\r\n", {431}),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: x\r\n" * 100_000 + b"\r\n", {431}),
        (b"GET /" + b"x" * 1_000_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", {414}),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 20_000 + b"\r\n\r\n", {431}),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n", {400, 501}),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", {400}),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", {400}),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\n: x\r\n\r\n", {400}),
        (b"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", {400}),
        (b"GET / HTTP/1.1\nGET / HTTP/1.1\n\n", {400}),
        (b"GET /\r\n\r\n", {400}),
        (b"GET / HTTP/3.x\r\n\r\n", {400}),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400, 403}),
        (b"\0\1\2\3\r\n\r\n", {400}),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"x" * 500, {400}),
    ],
    ids=[
        "2 MB header",
        "100,000 headers",
        "1 MB request line",
        "20 kB header",
        "unknown coding",
        "two lengths",
        "negative length",
        "nameless header",
        "space before colon",
        "no headers",
        "HTTP/0.9",
        "HTTP/3.x",
        "HTTP/2",
        "binary",
        "TLS hello",
    ],
)
def test_s11_what_is_no_sound_request_is_refused(
    preview: Preview, request_bytes: bytes, statuses: set[int]
) -> None:
    """A client that sends more than is read may find the connection reset before it sees the answer."""
    data = sent(preview, request_bytes)
    assert data == b"" or read(data).status in statuses
    if len(request_bytes) < 100_000:
        assert data, "an answer that could be read"
    assert asked(preview, "/").status == 200


def test_s11_pipelined_requests_are_answered_in_their_order(preview: Preview) -> None:
    host = f"Host: localhost:{preview.port}"
    targets = ["/facts.csv", "/nothing", "/facts.json", "/"]
    requests = [head(one, "GET", host) for one in targets[:-1]] + [
        head("/", "GET", host, "Connection: close")
    ]
    data = sent(preview, b"".join(requests))
    assert [int(part[:3]) for part in data.split(b"HTTP/1.1 ")[1:]] == [200, 404, 200, 200]
    assert data.index(b"a,b") < data.index(b"no such page") < data.index(b"{}") < data.index(b"home")


def test_s11_a_browser_that_tries_https_is_turned_away(preview: Preview) -> None:
    with connected(preview) as client, pytest.raises((ssl.SSLError, ConnectionError)):
        ssl.create_default_context().wrap_socket(client, server_hostname="localhost")
    assert asked(preview, "/").status == 200


@pytest.mark.parametrize("upgrade", ["websocket", "h2c"])
def test_s11_an_upgrade_is_not_made(preview: Preview, upgrade: str) -> None:
    answer = asked(preview, "/", "Connection: upgrade", f"Upgrade: {upgrade}")
    assert answer.status == 200


def test_s25_a_preflight_of_another_network_gets_no_leave(preview: Preview) -> None:
    wishes = (
        "Origin: https://evil.com",
        "Access-Control-Request-Method: GET",
        "Access-Control-Request-Private-Network: true",
    )
    for target in ("/", "/-/state", "/-/preview.js"):
        for method in ("OPTIONS", "GET"):
            answer = asked(preview, target, *wishes, method=method)
            assert not any(name.startswith("access-control") for name in answer.headers)
            assert answer.status == (405 if method == "OPTIONS" else 403 if target == "/-/state" else 200)


def test_no_answer_sets_a_cookie(preview: Preview) -> None:
    for target in ("/", "/nothing", "/-/preview.js", secret(preview, "state"), "/-/state"):
        assert "set-cookie" not in asked(preview, target).headers


@pytest.mark.slow
def test_a_forwarded_header_changes_nothing(preview: Preview) -> None:
    answer = asked(
        preview, secret(preview, "place", id="x"), "X-Forwarded-For: 6.6.6.6", "Forwarded: for=6.6.6.6"
    )
    assert answer.shape["url"].startswith("vscode://")
    assert asked(preview, "/", "X-Forwarded-Host: evil.com").body.startswith(HOME[:20])
