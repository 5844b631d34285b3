"""What gives an unpublished document away: its words, its phrases, its names and addresses."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum, auto

from msgspec import Struct

from generator.assemble.documents import slug_of
from generator.assemble.release import Absent
from generator.leaks.said import Said
from generator.leaks.values import values_of
from generator.leaks.words import plain, spaced
from generator.model.diagnostic import Mark
from generator.model.written.document import WrittenDocument
from generator.read.entry import Entry

RUN, STEP = 8, 4
"""Words of a phrase, and how far apart phrases of a longer text begin: any 11 words of it hold a phrase."""
TELLING_WORDS, TELLING_LETTERS = 3, 12
"""What a phrase must have at least; "Aleppo falls" may stand anywhere by chance."""
WORD = 4
"""Letters that a word must have to be looked for by itself."""
REFERENCES = frozenset({"source", "actors", "measure", "according_to", "via", "covers", "supersedes"})
"""Keys that name what has a file of its own, which may well be published."""
SIGNS = 6
"""Signs of a phrase where words are not set apart."""
_WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"  # hangul: a name is linked without the particle that follows
    "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


class Kind(Enum):
    """How a telltale is looked for."""

    WORD = auto()
    """One word that no published file has."""
    PHRASE = auto()
    """Several words, or signs of a script without spaces."""
    ADDRESS = auto()
    """An id or a path of the site, as written."""


class Pattern(Struct, frozen=True, eq=False):
    """What is looked for in a file."""

    kind: Kind
    pattern: bytes
    """A word with a space at both ends, a phrase without any, an address as it is."""


class Telltale(Pattern, frozen=True, eq=False):
    """Something that no file of the site may hold."""

    shown: str
    """For a person."""
    absent: Absent
    mark: Mark
    """Where the unpublished file says it."""


def telltales_of(absent: Iterable[Absent], said: Said) -> tuple[Telltale, ...]:
    """Each telltale once, with the first document that has it."""
    found: dict[tuple[Kind, bytes], Telltale] = {}
    for one in absent:
        for mark, text in _statements(one):
            for kind, pattern, shown in _patterns(text, said):
                found.setdefault((kind, pattern), Telltale(kind, pattern, shown, one, mark))
        for text in _addresses(one):
            key = (Kind.ADDRESS, text.encode())
            found.setdefault(key, Telltale(*key, text, one, Mark()))
    return tuple(found.values())


def _statements(absent: Absent) -> Iterator[tuple[Mark, str]]:
    """Each text of a file and where it stands."""
    entry, prose = absent.file.entry, absent.file.prose
    yield Mark(), entry.file.id
    if entry.written is None:
        # Nothing is known of its front matter but its lines.
        yield from ((Mark(number), line) for number, line in enumerate(entry.lines, 1))
        return
    for value in values_of(entry.written):
        if REFERENCES.isdisjoint(value.path) and value.path[2:3] != ("facts",):  # those behind a takeaway
            yield entry.at(value.path), value.text
    for sentence in prose.sentences:
        text = prose.text[sentence.start : sentence.end]
        yield Mark(_line_of(text, entry)), text


def _line_of(sentence: str, entry: Entry) -> int:
    """The line on which a sentence begins, as far as its first words stand in the file as they are read."""
    begins = entry.body.find(" ".join(sentence.split("\n", 1)[0].split()[:3]))
    return entry.body_line + entry.body.count("\n", 0, max(0, begins))


def _addresses(absent: Absent) -> Iterator[str]:
    """Its id, unless that is a mere word, and the paths of its page."""
    id, written = absent.file.entry.file.id, absent.file.entry.written
    if id.count("-") > 1:
        yield id
    if isinstance(written, WrittenDocument):
        slug = written.slug or slug_of(id, written.date)
        yield f"/{written.date:%Y/%m/%d}/{slug}/"
        yield f"{written.date:%d}/{slug}/"  # as another page of that month links to it


def _patterns(text: str, said: Said) -> Iterator[tuple[Kind, bytes, str]]:
    text = plain(text)
    for form in dict.fromkeys((text, unicodedata.normalize("NFC", text))):
        tokens = [token.decode("utf-8", "replace") for token in spaced(form).split()]
        for token in tokens:
            if _WITHOUT_SPACES.search(token):
                pieces = (token[at : at + SIGNS] for at in range(0, len(token) - SIGNS + 1, SIGNS))
                yield from ((Kind.PHRASE, piece.encode(), piece) for piece in pieces)
            elif _letters(token) >= WORD and token.encode() not in said.vocabulary:
                yield Kind.WORD, f" {token} ".encode(), token
        for run in _runs(tokens):
            letters = [_letters(token) for token in run if token.encode() not in said.dates]
            if sum(map(bool, letters)) >= TELLING_WORDS and sum(letters) >= TELLING_LETTERS:
                yield Kind.PHRASE, "".join(run).encode(), " ".join(run)


def _runs(tokens: list[str]) -> Iterator[list[str]]:
    """The tokens, RUN at a time; the last run reaches back so that none is short."""
    last = max(0, len(tokens) - RUN)
    yield from (tokens[at : at + RUN] for at in range(0, last, STEP))
    yield tokens[last:]


def _letters(token: str) -> int:
    return sum(map(str.isalpha, token))
