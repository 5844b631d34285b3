"""Links of pages that lead nowhere are found before a site is published, and nothing else is."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html

from generator.model.fault import Fault
from generator.publish.links import HINT, base_path_of, check_links, led_to
from generator.publish.named import named_in
from generator.workers import processes

LINKS = "//@href | //@src | //@action | //@poster"


def told(
    files: dict[str, str], base_path: str = "/", pages: list[str] | None = None
) -> list[tuple[str, str]]:
    looked_at = {path: files[path].encode() for path in pages or files}
    faults = check_links(looked_at, files, base_path)
    return [(fault.path, fault.message) for fault in faults]


@pytest.mark.slow
def test_the_sample_has_no_link_that_leads_nowhere(sample_site: Path) -> None:
    files = {
        path.relative_to(sample_site).as_posix(): path.read_bytes()
        for path in sample_site.rglob("*")
        if path.is_file()
    }
    assert check_links(files) == ()
    without = {path: content for path, content in files.items() if path != "feed.xml"}
    (found,) = check_links(without)
    assert found.message.startswith("leads to feed.xml, which is not there")


@pytest.mark.slow
def test_every_link_and_anchor_that_a_parser_finds_is_found(sample_site: Path) -> None:
    for file in sample_site.rglob("*.html"):
        root = html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        named = named_in(file.read_bytes())
        assert {html.fromstring(f"<p>{one.decode()}</p>").text or "" for one in named.links} == {
            str(one) for one in root.xpath(LINKS)
        }
        assert {one.decode() for one in named.anchors} == set(root.xpath("//@id"))


def test_a_place_that_is_not_there_is_told_once_with_how_many_pages_lead_there() -> None:
    page = '<a href="../gone/">x</a>'
    assert told({"a/index.html": page, "b/index.html": page, "c/index.html": page}) == [
        ("a/index.html", "leads to gone/index.html, which is not there (as do 2 other pages)")
    ]


@pytest.mark.parametrize(
    "link",
    [
        *('<a href="">', '<a href="?q=a">', '<a href="#here">', '<a href="#top">', '<a href="./#here">'),
        *(
            '<a href="../b/">',
            '<a href="../b/#there">',
            '<a href="../b/?x=1#there">',
            '<a href="../b/x.png">',
        ),
        *('<a href="../b/#:~:text=words">', '<a href="../b/?a=1&amp;b=2">', '<img src="/b/x.png">'),
        *('<a href="https://example.org/none">', '<a href="mailto:a@b.example">', '<a href="//host/none">'),
        *("<a href='../b/'>", "<a href=../b/>", '<a\n  href="../b/">', '<a href="../b/%C3%A9.pdf">'),
        *('<a data-href="none">', "<p>write a href=none there</p>", '<a href="../b/#%C3%A9">'),
        '<a href="../b/é.pdf">',
    ],
)
def test_what_leads_somewhere_is_no_fault(link: str) -> None:
    files = {
        "a/index.html": f'<p id="here">{link}</p>',
        "b/index.html": '<p id="there"><b id="é">',
        "b/x.png": "",
        "b/é.pdf": "",
    }
    assert told(files) == []


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ('<a href="none">', "a/none"),
        ("<a href='none'>", "a/none"),
        ("<a href=none>", "a/none"),
        ('<img alt="" src="../x.png">', "x.png"),
        ('<form action="../search/">', "search/index.html"),
        ('<video poster="p.jpg">', "a/p.jpg"),
        ('<meta http-equiv="refresh" content="0; url=../moved/">', "moved/index.html"),
        ('<a href="#none">', '"none" in a/index.html'),
        ('<a href="../b/#none">', '"none" in b/index.html'),
        ('<a href="../../b/">', "../b/index.html"),
        ('<a href="/none">', "none"),
    ],
)
def test_what_leads_nowhere_is_one(link: str, target: str) -> None:
    files = {"a/index.html": link, "b/index.html": "<p>"}
    assert told(files) == [("a/index.html", f"leads to {target}, which is not there")]


def test_a_link_to_a_folder_without_its_slash_is_told_with_what_to_write() -> None:
    (found,) = check_links({"index.html": b'<a href="a">', "a/index.html": b""})
    assert found == Fault("index.html", "leads to a, which is a folder", "end the address in a slash")


def test_links_from_the_root_of_a_host_lead_into_the_part_where_the_site_is() -> None:
    files = {"404.html": '<a href="/archive/facts/">x</a>', "facts/index.html": ""}
    assert told(files, "/archive/") == []
    assert told(files) == [("404.html", "leads to archive/facts/index.html, which is not there")]
    outside = files | {"index.html": '<a href="/other/">x</a>'}
    assert told(outside, "/archive/") == [("index.html", "leads to ../other/, which is not there")]


def test_a_site_is_published_at_the_root_of_a_host_unless_it_is_said() -> None:
    assert check_links({"index.html": b'<a href="/a.html">', "a.html": b""}) == ()


@pytest.mark.slow
def test_many_pages_looked_at_by_two_processes_have_the_same_faults() -> None:
    def page(number: int) -> str:
        anchor = "here" if number % 500 else "gone"
        return f'<p id="here"><a href="{(number + 97) % 2000}.html#{anchor}"><a href="lost.html">'

    files = {f"{number}.html": page(number).encode() for number in range(2000)}
    alone = check_links(files)
    assert len(alone) == 5
    assert Fault("0.html", "leads to lost.html, which is not there (as do 1,999 other pages)", HINT) in alone
    assert check_links(files, workers=processes(2)) == alone


def test_of_pages_that_are_not_looked_at_only_their_being_there_counts() -> None:
    files = {
        "a.html": '<a href="b.html#none"><a href="c.html">',
        "b.html": '<a href="none.html">',
        "facts.json": '<a href="none.html">',
    }
    assert told(files, pages=["a.html", "facts.json"]) == [("a.html", "leads to c.html, which is not there")]


@pytest.mark.parametrize(
    "page", [b"", b"href=", b' href="', b" href", b"<a href='", b"\xff<a href=\xff>", b"<a refresh"]
)
def test_a_page_that_was_cut_off_is_read_as_far_as_it_goes(page: bytes) -> None:
    check_links({"index.html": page})


@pytest.mark.slow
def test_where_a_site_is_published_is_read_from_its_home_page(sample_site: Path) -> None:
    home = (sample_site / "index.html").read_bytes()
    assert base_path_of(home) == "/"
    assert base_path_of(home.replace(b"example.org/", b"example.org/a/b/")) == "/a/b/"
    assert base_path_of(b"") == "/"


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("", "a/b/index.html"),
        (".", "a/b/index.html"),
        ("..", "a/index.html"),
        ("../..", "index.html"),
        ("./x//../y", "a/b/x/y"),
        ("tel:1", None),
        ("x%2Fy", "a/b/x/y"),
    ],
)
def test_addresses_are_joined_as_a_browser_joins_them(address: str, file: str | None) -> None:
    assert led_to("a/b/index.html", address) == file


def test_the_joining_agrees_with_that_of_the_standard_library(sample_site: Path) -> None:
    from urllib.parse import urljoin

    for path in ("index.html", "2024/11/29/index.html", "facts/aleppo-offensive/killed/index.html"):
        for link in named_in((sample_site / path).read_bytes()).links:
            address = link.decode().partition("#")[0]
            joined = urlsplit(urljoin(f"https://x.example/{path}", address))
            expected = joined.path.lstrip("/") + ("index.html" if joined.path.endswith("/") else "")
            found = led_to(path, address)
            assert found == (expected if joined.netloc == "x.example" else None)


def test_what_looks_like_an_attribute_in_a_value_is_a_text_whatever_an_author_writes() -> None:
    hostile = "&lt;img src=x&gt; href=y &lt;meta http-equiv=refresh content=0;url=z&gt; action=w refresh"
    page = f'<meta content="{hostile}"><p title="{hostile}" id="there">{hostile}</p>'.encode()
    assert named_in(page).links == frozenset()
    assert named_in(page).anchors == {b"there"}
    assert named_in(b"<a title='src=x' href=y>").links == {b"y"}
