"""The text of a document with what is found in it, and the sentences of it that other pages show."""

import re
from collections.abc import Mapping
from dataclasses import replace

from generator.model.document import Name, Naming
from generator.model.prose import Mention, Prose, Quotation, Span
from generator.model.written.document import WrittenDocument
from generator.read.file import ReadFile
from generator.read.mentions import AliasIndex, find_mentions
from generator.read.quotes import find_quote

_ASIDE = re.compile(r"<(?P<end>/?)(?:figcaption|h[1-6])\b")
"""Where text begins or ends that is not part of what runs through the document."""


def text_of(file: ReadFile, written: WrittenDocument, index: AliasIndex) -> Prose:
    """The text of a file, with the names of actors and the quotations of facts that were found in it."""
    prose = file.prose
    places = ((typed.key, find_quote(prose, typed.quote)) for typed in written.facts)
    quotations = tuple(Quotation(key, span) for key, span in places if span)
    return replace(prose, mentions=find_mentions(prose, index), quotations=quotations)


def first_sentence(text: Prose) -> str:
    """The first sentence of the running text on one line, without white space at its ends.

    Captions and headings come before others only where there is nothing else.
    """
    aside = False
    for piece in text.pieces:
        for tag in _ASIDE.finditer(piece.markup):
            aside = not tag["end"]
        if not aside and piece.start < piece.end:
            sentence = text.sentence_at(Span(piece.start, piece.end))
            line = _line(text, sentence)
            if line and piece.start <= sentence.start < piece.end:
                return line
    return _line(text, text.sentences[0]) if text.sentences else ""


def namings_of(text: Prose) -> tuple[Naming, ...]:
    """The sentences that name actors."""
    found: dict[Span, list[Mention]] = {}
    for mention in text.mentions:
        found.setdefault(text.sentence_at(mention.span), []).append(mention)
    return tuple(
        Naming(
            text.text[sentence.start : sentence.end],
            tuple(
                Name(
                    one.actor,
                    one.span.start - sentence.start,
                    min(one.span.end, sentence.end) - sentence.start,
                )
                for one in mentions
            ),
        )
        for sentence, mentions in found.items()
    )


def named_beside(text: Prose) -> Mapping[str, tuple[str, ...]]:
    """By the key of each fact that is quoted: the actors whom the sentence names in which it begins."""
    return {
        one.fact: tuple(
            dict.fromkeys(mention.actor for mention in text.mentions if mention.span.meets(sentence))
        )
        for one in text.quotations
        for sentence in (text.sentence_at(one.span),)
    }


def _line(text: Prose, sentence: Span) -> str:
    return " ".join(text.text[sentence.start : sentence.end].split())
