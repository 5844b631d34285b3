"""Addresses: what is there is served, everything else is not found."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.preview.paths import as_location, site_path
from generator.preview.preview import Preview
from tests.preview.asking import asked, head, previewed, read, sent
from tests.preview.fakelive import FILES, MISSING, FakeLive


@pytest.fixture(scope="module")
def preview() -> Iterator[Preview]:
    with previewed(FakeLive()) as preview:
        yield preview


WANDERING = [
    "/../x",
    "/%2e%2e/x",
    "/..%2fx",
    "/%2e%2e%2fx",
    "/%252e%252e%252fx",
    "/..%5cx",
    "/..\\x",
    "/....//x",
    "/%c0%ae%c0%ae/x",
    "//etc/passwd",
    "///etc/passwd",
    "/%2fetc/passwd",
    "/C:/x",
    "/x::$DATA",
    "/INDEX~1.HTM",
    "/index.html/",
    "/CON",
    "/.git/config",
    "/site-secret",
    "/./",
    "/facts/../",
    "/facts/.",
    "/facts//",
    "/FACTS/",
    "/facts.csv/",
    "/facts.csv%20",
    "/facts.csv.",
    "/-/../facts.csv",
    "/-/",
    "/-",
    "/-/values.py",
    "/-/../server.py",
    "/-/%2e%2e/server.py",
    "/-/preview.js/",
    "/-/PREVIEW.JS",
]


@pytest.mark.slow
@pytest.mark.parametrize("target", WANDERING)
def test_s04_what_is_not_there_is_not_found_always_in_the_same_words(preview: Preview, target: str) -> None:
    answer = asked(preview, target)
    assert answer.status == 404
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.body == asked(preview, "/nothing").body


@pytest.mark.slow
def test_s04_only_addresses_of_the_site_are_looked_up() -> None:
    live = FakeLive()
    with previewed(live) as preview:
        for target in WANDERING[:12]:
            asked(preview, target)
    assert set(live.asked) == {"/404.html"}


NONSENSE = [
    "/%00",
    "/a%00.html",
    "/%",
    "/%zz",
    "/%2",
    "/%ff%fe",
    "/%0a",
    "/%0d%0aX: y",
    "/%7f",
    "/facts/#frag",
]


@pytest.mark.parametrize("target", [one for one in NONSENSE if " " not in one])
def test_s05_what_is_no_address_is_not_found(preview: Preview, target: str) -> None:
    answer = asked(preview, target)
    assert answer.status == 404
    assert b"Traceback" not in answer.body
    assert answer.body == asked(preview, "/nothing").body


@pytest.mark.parametrize("target", [b"/\0", "/حلب/".encode(), b"/\xff", b"/\x7f", b"/a b", b"/\t"])
def test_s05_raw_bytes_that_no_address_may_have_are_a_bad_request(preview: Preview, target: bytes) -> None:
    data = sent(preview, head(target, "GET", f"Host: localhost:{preview.port}", "Connection: close"))
    assert read(data).status == 400
    assert b"Traceback" not in data


@pytest.mark.parametrize("length", [5_000, 60_000])
def test_s05_an_endless_address_is_too_long(preview: Preview, length: int) -> None:
    for target in ("/" + "x" * length, "/%41" * (length // 4), "/?" + "x" * length):
        data = sent(preview, head(target, "GET", f"Host: localhost:{preview.port}", "Connection: close"))
        assert read(data).status == 414


@pytest.mark.slow
def test_s06_nothing_on_the_disk_is_served_not_even_through_links(tmp_path: Path) -> None:
    """The server never opens a file for a request, so links of any kind lead nowhere."""
    (tmp_path / "secret.txt").write_text("secret")
    site = tmp_path / "site"
    site.mkdir()
    (site / "plain.html").write_text("not the archive's")
    for name, to in (("file", "../secret.txt"), ("folder", ".."), ("gone", "nowhere"), ("loop", "loop")):
        (site / name).symlink_to(to)
    with previewed(FakeLive(), folder=tmp_path) as preview:
        for target in ("/file", "/folder/secret.txt", "/gone", "/loop", "/plain.html", "/site/plain.html"):
            assert asked(preview, target).status == 404


@pytest.mark.parametrize(
    ("target", "location"),
    [
        ("/sub", "/sub/"),
        ("/sub?x=//evil", "/sub/"),
        ("/sub?/\\evil.com", "/sub/"),
        ("/%D8%AD%D9%84%D8%A8", "/%D8%AD%D9%84%D8%A8/"),
        ("/f%61cts", "/facts/"),
    ],
)
def test_s07_a_folder_leads_to_its_page_on_this_host(preview: Preview, target: str, location: str) -> None:
    answer = asked(preview, target)
    assert (answer.status, answer.headers["location"]) == (302, location)


@pytest.mark.parametrize(
    "target",
    [
        "//evil.com/sub",
        "/\\evil.com/sub",
        "/%5cevil.com/sub",
        "/%2fevil.com/sub",
        "//sub",
        "/nowhere",
        "//evil.com/..",
    ],
)
def test_s07_no_address_leads_elsewhere(preview: Preview, target: str) -> None:
    answer = asked(preview, target)
    assert answer.status == 404
    assert "location" not in answer.headers


@pytest.mark.slow
def test_s07_a_page_whose_name_looks_like_a_host_is_led_to_by_its_path() -> None:
    live = FakeLive(FILES | {"/evil.com/": b"<p>x", "/@evil.com/": b"<p>x", "/a\u2028b/": b"<p>x"})
    with previewed(live) as preview:
        assert asked(preview, "/evil.com").headers["location"] == "/evil.com/"
        assert asked(preview, "/@evil.com").headers["location"] == "/@evil.com/"
        assert asked(preview, "/a%E2%80%A8b").headers["location"] == "/a%E2%80%A8b/"


@pytest.mark.parametrize(
    "ranges",
    [
        "bytes=0-1",
        "bytes=-1",
        "bytes=0-0,2-2",
        "bytes=9-1",
        "bytes=999-",
        "bytes=" + ",".join(["0-1"] * 2000),
        "bytes=a-b",
        "bytes=0-" + "9" * 400,
        "lines=1-2",
    ],
)
def test_s09_a_part_is_not_given_but_all(preview: Preview, ranges: str) -> None:
    answer = asked(preview, "/facts.csv", f"Range: {ranges}")
    assert (answer.status, answer.body) == (200, b"a,b\n")
    assert "accept-ranges" not in answer.headers


@pytest.mark.parametrize(
    "condition",
    [
        'If-None-Match: "x"',
        "If-None-Match: *",
        "If-Modified-Since: yesterday",
        "If-Modified-Since: Sun, 99 Foo 99999 99:99:99 GMT",
        "If-Range: x",
        "If-Match: x",
    ],
)
def test_s10_what_a_browser_has_kept_is_never_taken_for_new(preview: Preview, condition: str) -> None:
    answer = asked(preview, "/facts.csv", condition)
    assert (answer.status, answer.body, answer.headers["cache-control"]) == (200, b"a,b\n", "no-store")


@pytest.mark.parametrize(
    ("target", "media_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/assets/site.1a2b.js", "text/javascript; charset=utf-8"),
        ("/assets/site.1a2b.css", "text/css; charset=utf-8"),
        ("/facts.csv", "text/csv; charset=utf-8"),
        ("/facts.json", "application/json; charset=utf-8"),
        ("/map.svg", "image/svg+xml; charset=utf-8"),
        ("/run.wasm", "application/wasm"),
        ("/pagefind/fragment/en_1.pf_fragment", "application/octet-stream"),
        ("/pagefind/wasm.en.pagefind", "application/octet-stream"),
        ("/what.ever", "application/octet-stream"),
        ("/-/preview.js", "text/javascript; charset=utf-8"),
        ("/-/preview.css", "text/css; charset=utf-8"),
        ("/-/idiomorph.LICENSE", "text/plain; charset=utf-8"),
    ],
)
def test_s21_every_file_says_what_it_is_whatever_the_machine_thinks(
    preview: Preview, target: str, media_type: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mimetypes.guess_type", lambda *_: ("text/html", None))
    answer = asked(preview, target)
    assert answer.status == 200
    assert answer.headers["content-type"] == media_type
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_page_for_what_is_missing_is_the_site_s_own(preview: Preview) -> None:
    before, _, after = asked(preview, "/nothing").body.partition(b"<script src")
    assert before + after.partition(b"</script>")[2] == MISSING


@pytest.mark.slow
def test_a_site_without_such_a_page_gets_a_plain_one_with_the_script() -> None:
    with previewed(FakeLive({"/": b"<p>home"})) as preview:
        answer = asked(preview, "/nothing")
        assert answer.status == 404
        assert b'<script src="/-/preview.js"' in answer.body


def test_a_path_that_is_given_on_leads_back_to_itself() -> None:
    for path in ("/", "/a b/", "/حلب/", "/a?b#c", "/:@!$&'()*+,;=~", '/"<>/'):
        assert site_path(as_location(path).encode()) == path
