"""Rows E01 to E19: bytes and files that are no text."""

import os
from pathlib import Path

import pytest

from generator.read.discover import discover
from generator.read.limits import FILE
from tests.commandline import dateline
from tests.hostile.building import WHOLE, put, read, said, told, told_of, typed

NO_FRONT_MATTER = (
    "articles/a.md:1:1 error[no-front-matter] no front matter "
    "(put the title and the date between two lines of ---)"
)
SAVE = "(save the file as UTF-8 in your editor)"


def discovered(folder: Path) -> list[str]:
    return [said(one) for one in discover(folder).diagnostics]


@pytest.mark.parametrize("kind", ["article", "actor", "site"])
def test_e01_a_mark_of_byte_order_at_the_start_changes_nothing(kind: str) -> None:
    text = {"actor": "---\nname: A\nkind: state\n---\n", "site": WHOLE["site.yaml"]}.get(kind, typed(""))
    assert read(b"\xef\xbb\xbf" + text.encode(), kind) == read(text, kind)
    assert read(text, kind).diagnostics == ()


def test_e02_a_mark_of_byte_order_in_a_value_is_told_at_its_column() -> None:
    assert told({"articles/a.md": typed("").replace("title: T", "title: T\ufeffx")}) == [
        "articles/a.md:2:9 error[byte-order-mark] the invisible mark U+FEFF stands here (delete it)"
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_e03_every_line_end_gives_the_same_text_and_places(end: str) -> None:
    text = typed("draft: maybe\n") + "\n- one\n- two\n\n```\na\n\nb\n```\n"
    assert read(text.replace("\n", end)) == read(text)
    assert read(text.replace("\n", end, 4)) == read(text)
    assert told_of(text.replace("\n", end)) == ['5:8 not-true-or-false: "maybe" is neither true nor false']


def test_e05_a_byte_of_latin_1_is_told_at_its_line_and_column() -> None:
    assert told({"articles/a.md": typed("").encode() + b"Caf\xe9 x\n"}) == [
        f"articles/a.md:8:4 error[not-utf-8] the byte 0xE9 is not UTF-8 {SAVE}"
    ]


@pytest.mark.parametrize(
    "raw", [b"\xed\xa0\x80", b"\xc0\xaf", b"\xe0\x80\xaf", b"\xf4\x90\x80\x80", b"\xf0\x80\x80\xaf", b"\xff"]
)
def test_e06_overlong_forms_and_surrogates_are_no_utf_8(raw: bytes) -> None:
    assert told_of(b"---\ntitle: a" + raw + b"\n---\n") == [
        f"2:9 not-utf-8: the byte 0x{raw[0]:02X} is not UTF-8"
    ]


def test_e07_a_nul_is_told_in_front_matter_and_text() -> None:
    files = {"articles/a.md": typed("slug: a\0b\n"), "articles/b.md": typed("") + "one\0two\n"}
    assert told(files) == [
        "articles/a.md:5:8 error[nul] a NUL byte stands here (delete it)",
        "articles/b.md:8:4 error[nul] a NUL byte stands here (delete it)",
    ]


def test_e09_a_picture_called_a_text_is_one_short_message() -> None:
    picture = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 2_000
    assert told({"articles/a.md": picture}) == [
        "articles/a.md:1:1 error[binary-file] this is a binary file "
        "(only Markdown text belongs here; put pictures and other files elsewhere)"
    ]


@pytest.mark.parametrize("text", ["", "  \n \n", "---", "---\n"])
def test_e10_a_file_with_nothing_in_it_has_no_front_matter(text: str) -> None:
    assert told({"articles/a.md": text}) == [NO_FRONT_MATTER]


def test_e11_front_matter_that_never_ends_is_told_where_it_opens() -> None:
    assert told({"articles/a.md": "---\ntitle: T\n\nThe text.\n"}) == [
        "articles/a.md:1:1 error[open-front-matter] the front matter is never closed "
        "(put a line of --- below it)"
    ]


def test_e13_two_gigabytes_are_refused_by_their_size_and_never_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = put(tmp_path, WHOLE | {"articles/a.md": ""})
    os.truncate(folder / "content/articles/a.md", 2 * 1024**3)
    whole = Path.open

    def wary(path: Path, *args: str) -> object:
        assert path.name != "a.md"
        return whole(path, *args)

    monkeypatch.setattr(Path, "open", wary)
    assert discovered(folder) == [
        "articles/a.md:1:1 error[too-large] the file is larger than 1 MiB (split it)"
    ]


def test_e14_a_line_of_five_megabytes_is_too_large_and_the_longest_that_is_not_is_read() -> None:
    start = typed("")
    assert told({"articles/a.md": start + "x " * 2_500_000}) == [
        "articles/a.md:1:1 error[too-large] the file is larger than 1 MiB (split it)"
    ]
    longest = start + "x" * (FILE - len(start))
    assert told({"articles/a.md": longest}) == []
    assert told({"articles/a.md": longest + "x"})[0].startswith("articles/a.md:1:1 error[too-large]")


def test_e18_a_file_that_vanishes_before_it_is_read_is_told_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = put(tmp_path, WHOLE | {"articles/a.md": typed(""), "articles/b.md": typed("")})
    whole = Path.stat

    def late(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.name == "a.md":
            path.unlink(missing_ok=True)
        return whole(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", late)
    found = discover(folder)
    assert [said(one) for one in found.diagnostics] == [
        "articles/a.md:1:1 error[unreadable] this file cannot be read: it leads nowhere, or was just deleted"
    ]
    assert "content/articles/b.md" in {file.path for file in found.files}


def test_e19_a_name_that_is_no_text_is_printed_with_its_bytes(tmp_path: Path) -> None:
    folder = put(tmp_path, WHOLE | {"articles/a.md": typed("")})
    (folder / "content/articles" / os.fsdecode(b"caf\xe9.md")).write_text(typed(""), encoding="utf-8")
    ran = dateline("check", folder)
    assert (ran.code, ran.out.splitlines()) == (
        1,
        [
            'content/articles/caf\\xe9.md:1:1: error[bad-name]: "caf\\xe9" is not an id',
            "      = rename the file to caf-xe9.md",
        ],
    )
    ran.out.encode()
