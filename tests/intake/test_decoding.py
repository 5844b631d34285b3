"""Bytes become text in whatever encoding they came, or a sentence says why not."""

from unittest.mock import patch

import pytest

from generator.intake.decoding import Decoded, decoded
from generator.intake.refused import Refused
from generator.read.limits import FILE

WORDS = "Une crue a emporté trente-quatre maisons à Brenn, où l’école reste fermée."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_or_without_its_mark(encoding: str) -> None:
    text = decoded(WORDS.encode(encoding))
    assert isinstance(text, Decoded)
    assert text.text == WORDS


def test_an_old_encoding_is_guessed() -> None:
    text = decoded((WORDS * 3).encode("cp1252"))
    assert isinstance(text, Decoded)
    assert text.text == WORDS * 3


def test_an_encoding_that_a_page_declares_is_believed() -> None:
    text = decoded(f'<html><meta charset="iso-8859-7">{"Νερό"}</html>'.encode("iso-8859-7"))
    assert isinstance(text, Decoded)
    assert (text.encoding, "Νερό" in text.text) == ("iso-8859-7", True)


def test_without_the_guessing_library_the_editor_is_told_what_to_do() -> None:
    with patch("generator.intake.decoding.import_module", side_effect=ImportError):
        refused = decoded(WORDS.encode("cp1252"))
    assert isinstance(refused, Refused)
    assert "save it as UTF-8" in refused.hint


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe" * 20, "is a binary file, not a text"),
        (b"\x01\x02\x03\x04" * 20, "is a binary file, not a text"),
        (b"a" * (FILE + 1), "is larger than 1 MiB"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(raw: bytes, told: str) -> None:
    refused = decoded(raw)
    assert isinstance(refused, Refused)
    assert refused.message == told


def test_line_ends_of_every_system_are_one() -> None:
    assert decoded(b"a\r\nb\rc\n") == Decoded("a\nb\nc\n", "utf-8")
