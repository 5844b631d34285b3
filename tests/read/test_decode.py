"""Bytes become text, or the editor is told which byte is in the way."""

import pytest
from reading import read, told

ARTICLE = "---\ntitle: Café\ndate: 2024-11-29\nsource: bfmtv\ndraft: maybe\n---\nOne.\nTwo.\n"
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 40


def test_every_kind_of_line_end_reads_the_same():
    plain = read(ARTICLE)
    mixed = ARTICLE.replace("\n", "\r\n", 3).replace("One.\n", "One.\r")
    for variant in (ARTICLE.replace("\n", "\r\n"), ARTICLE.replace("\n", "\r"), mixed):
        assert read(variant) == plain
    assert told(plain) == ['5:8 5 not-true-or-false: "maybe" is neither true nor false (write true or false)']


def test_a_byte_order_mark_at_the_start_is_dropped():
    assert read(b"\xef\xbb\xbf" + ARTICLE.encode()) == read(ARTICLE)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            b"---\r\ntitle: caf\xc3\xa9\r\nsource: caf\xe9\r\n---\r\n",
            "3:12 1 not-utf-8: the byte 0xE9 is not UTF-8 (save the file as UTF-8 in your editor)",
        ),
        (
            b"---\ntitle: \xed\xa0\x80\n---\n",
            "2:8 1 not-utf-8: the byte 0xED is not UTF-8 (save the file as UTF-8 in your editor)",
        ),
        (
            b"\xe9",
            "1:1 1 not-utf-8: the byte 0xE9 is not UTF-8 (save the file as UTF-8 in your editor)",
        ),
        (
            "---\ntitle: x\n---\n".encode("utf-16"),
            "1:1 1 not-utf-8: the file is UTF-16, not UTF-8 (save the file as UTF-8 in your editor)",
        ),
        (b"---\ntitle: a\x00b\n---\n", "2:9 1 nul: a NUL byte stands here (delete it)"),
        (
            b"---\ntitle: a\n---\nbody\n\x00\x00\n",
            "5:1 1 nul: a NUL byte stands here (delete it, and 1 more below)",
        ),
        (
            "---\ntitle: a\ufeffb\n---\n".encode(),
            "2:9 1 byte-order-mark: the invisible mark U+FEFF stands here (delete it)",
        ),
        (
            PICTURE,
            "1:1 1 binary-file: this is a binary file "
            "(only Markdown text belongs here; put pictures and other files elsewhere)",
        ),
        (b" " * (1024 * 1024 + 1), "1:1 1 too-large: the file is larger than 1 MiB"),
    ],
    ids=["latin-1", "surrogate", "alone", "utf-16", "nul", "nuls-in-body", "bom-inside", "picture", "large"],
)
def test_a_byte_that_is_no_text_is_shown_at_its_column(raw, expected):
    entry = read(raw)
    assert told(entry) == [expected]
    assert entry.written is None


def test_the_excerpt_of_a_damaged_line_can_be_printed():
    assert read(b"---\ntitle: caf\xe9\n").diagnostics[0].excerpt == "title: caf\ufffd"
