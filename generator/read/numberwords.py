"""Numbers written in words: those of a library, and what people say beside them."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct, field
from text_to_num import find_numbers

from generator.read.tongue import primary, table

_LIBRARY = {"de", "en", "es", "fr", "it", "nl", "pt"}
_TOKEN = re.compile(r"\w+|\W+")
_DIGIT = re.compile(r"\d")
_PLACES = re.compile(r"0+")
_UNSPACED = "百千万萬亿億兆京백천만억조"
"""Signs that stand in digits without a space around them."""
NOTHING = "(?!)"


class Sayings(Struct, frozen=True):
    """What one language says beside its plain number words; all of it in small letters."""

    words: Mapping[str, str] = field(default_factory=dict)
    """Words that are numbers, or that other numbers multiply: a dozen, two dozen."""
    loose: Mapping[str, str] = field(default_factory=dict)
    """Words that may stand for a number but seldom count: a, no, both."""
    part_of: Mapping[str, str] = field(default_factory=dict)
    """What stands before a large number and takes a part of it: half a (million)."""
    and_half: str = ""
    """A pattern that stands after a number and adds a half: and a half."""


SAYINGS: Mapping[str, Sayings] = {
    "en": Sayings(
        {"dozen": "12", "dozens": "12", "lakh": "1e5", "lakhs": "1e5", "crore": "1e7", "crores": "1e7"}
        | {
            "k": "1e3",
            "mn": "1e6",
            "bn": "1e9",
            "tn": "1e12",
            "hundred": "100",
            "hundreds": "100",
            "thousands": "1e3",
        }
        | {"millions": "1e6", "billions": "1e9"},
        dict.fromkeys(("a", "an", "single", "sole", "another"), "1")
        | dict.fromkeys(("no", "none", "nobody", "nil"), "0")
        | dict.fromkeys(("both", "couple", "pair"), "2")
        | {"half": "0.5", "tens": "10"},
        {"half a": "0.5", "a half": "0.5", "half": "0.5", "quarter of a": "0.25", "quarter": "0.25"}
        | {
            "three quarters of a": "0.75",
            "three-quarters of a": "0.75",
            "tens of": "10",
            "hundreds of": "100",
        },
        "and a half",
    ),
    "fr": Sayings(
        {"dizaine": "10", "douzaine": "12", "quinzaine": "15", "vingtaine": "20", "trentaine": "30"}
        | {"quarantaine": "40", "cinquantaine": "50", "soixantaine": "60", "centaine": "100"}
        | {"dizaines": "10", "douzaines": "12", "centaines": "100", "millier": "1e3", "milliers": "1e3"},
        dict.fromkeys(("un", "une", "seul", "seule"), "1")
        | dict.fromkeys(("aucun", "aucune", "personne", "nul", "pas"), "0")
        | {"couple": "2", "demi": "0.5", "moitié": "0.5"},
        {"un demi": "0.5", "demi": "0.5", "un quart de": "0.25", "trois quarts de": "0.75"}
        | {"dizaines de": "10", "centaines de": "100"},
        "et demie?",
    ),
    "de": Sayings(
        {"dutzend": "12", "hunderte": "100", "tausende": "1e3", "viertelmillion": "250000"}
        | {"mio": "1e6", "mrd": "1e9"},
        dict.fromkeys(("ein", "eine", "einen", "einem", "einer", "eines", "einzige", "einziger"), "1")
        | dict.fromkeys(("kein", "keine", "keinen", "keiner", "niemand"), "0")
        | dict.fromkeys(("beide", "beiden", "beider", "paar"), "2")
        | {"hälfte": "0.5", "anderthalb": "1.5", "eineinhalb": "1.5", "zweieinhalb": "2.5"}
        | {"dreieinhalb": "3.5", "viereinhalb": "4.5"},
        {"eine halbe": "0.5", "halbe": "0.5", "einer halben": "0.5", "halben": "0.5", "dreiviertel": "0.75"},
    ),
    "es": Sayings(
        {"decena": "10", "decenas": "10", "docena": "12", "docenas": "12", "veintena": "20"}
        | {"centenar": "100", "centenares": "100", "millar": "1e3", "millares": "1e3"}
        | {"cientos": "100", "miles": "1e3"},
        dict.fromkeys(("un", "una", "uno", "único", "única"), "1")
        | dict.fromkeys(("ningún", "ninguna", "ninguno", "nadie"), "0")
        | dict.fromkeys(("ambos", "ambas", "par", "pareja"), "2")
        | {"mitad": "0.5"},
        {"medio": "0.5", "un cuarto de": "0.25", "decenas de": "10", "cientos de": "100"},
        "y medi[oa]",
    ),
    "it": Sayings(
        {"decina": "10", "decine": "10", "dozzina": "12", "ventina": "20", "trentina": "30"}
        | {"cinquantina": "50", "centinaio": "100", "centinaia": "100", "migliaio": "1e3", "migliaia": "1e3"},
        dict.fromkeys(("un", "una", "uno", "unico", "unica"), "1")
        | dict.fromkeys(("nessun", "nessuna", "nessuno"), "0")
        | dict.fromkeys(("entrambi", "entrambe", "ambedue", "paio", "coppia"), "2")
        | {"metà": "0.5"},
        {"mezzo": "0.5", "un quarto di": "0.25", "decine di": "10", "centinaia di": "100"},
        "e mezz[oa]",
    ),
    "nl": Sayings(
        {"tiental": "10", "tientallen": "10", "dozijn": "12", "twintigtal": "20", "honderdtal": "100"}
        | {"honderden": "100", "duizenden": "1e3", "mln": "1e6", "mld": "1e9"},
        dict.fromkeys(("een", "één", "enige"), "1")
        | dict.fromkeys(("geen", "niemand"), "0")
        | dict.fromkeys(("beide", "beiden", "paar"), "2")
        | {"helft": "0.5", "anderhalf": "1.5", "anderhalve": "1.5", "tweeënhalf": "2.5"},
        {"een half": "0.5", "half": "0.5", "een kwart": "0.25", "kwart": "0.25"},
    ),
    "pt": Sayings(
        {"dezena": "10", "dezenas": "10", "dúzia": "12", "dúzias": "12", "vintena": "20"}
        | {"centena": "100", "centenas": "100", "milhar": "1e3", "milhares": "1e3"},
        dict.fromkeys(("um", "uma", "único", "única"), "1")
        | dict.fromkeys(("nenhum", "nenhuma", "ninguém"), "0")
        | dict.fromkeys(("ambos", "ambas", "par"), "2")
        | {"metade": "0.5"},
        {"meio": "0.5", "um quarto de": "0.25", "dezenas de": "10", "centenas de": "100"},
        "e mei[oa]",
    ),
    "ja": Sayings({"千": "1e3", "百": "100"}),
    "ko": Sayings({"백": "100"}),
    "zh": Sayings({"千": "1e3", "百": "100", "萬": "1e4", "億": "1e8"}),
}


class NumberWord(Struct, frozen=True):
    """A number in words; `scale` when other numbers may multiply it, as a million."""

    start: int
    end: int
    value: Decimal
    ordinal: bool = False
    loose: bool = False
    scale: bool = False


def reads_words(language: str) -> bool:
    """Whether number words of this language are known."""
    return primary(language) in _LIBRARY


def sayings_of(language: str) -> Sayings:
    """What is said in this language beside plain number words; nothing when it is not known."""
    return SAYINGS.get(primary(language), Sayings())


def number_words(text: str, language: str) -> Iterator[NumberWord]:
    """The numbers in words, in no order; none overlaps another."""
    words = _TOKEN.findall(text)
    known = _lexicon(language)
    entries = [*map(known, words)]
    if not any(entries):
        return
    starts = [0, *accumulate(map(len, words))]
    taken: set[int] = set()
    if any(entry.counts for entry in entries if entry):
        tokens = [*map(_token, words)]
        for found in find_numbers(tokens, primary(language), threshold=0.0):
            start, end = found.start, found.end
            entry = entries[start]
            if end - start == 1 and entry and (entry.scale is not None or entry.loose is not None):
                continue
            taken.update(range(start, end))
            value = Decimal(str(found.value))
            yield NumberWord(starts[start], starts[end], value, ordinal=found.is_ordinal)
    for place, entry in enumerate(entries):
        if entry and place not in taken:
            start, end = starts[place], starts[place + 1]
            if entry.scale is not None and entry.multiplies:
                yield NumberWord(start, end, entry.scale, scale=True)
            elif entry.loose is not None:
                yield NumberWord(start, end, entry.loose, loose=True)


@lru_cache(maxsize=64)
def scale_after_digits(language: str) -> re.Pattern[str]:
    """What multiplies the digits that it stands behind: `14 thousand`, `1.5bn`, `3万`."""
    scales = sorted(_scales(language), key=lambda word: (-len(word), word))
    closed = "|".join(re.escape(word) for word in scales if word[-1] in _UNSPACED)
    words = "|".join(re.escape(word) for word in scales if word[-1] not in _UNSPACED and len(word) > 1)
    letters = "|".join(re.escape(word) for word in scales if word.isascii() and len(word) == 1)
    forms = (
        rf"\s?({closed or NOTHING})",
        rf"[\s-]?({words or NOTHING})(?!\w)",
        rf"[\u00a0\u202f]?({letters or NOTHING})(?!\w)",
    )
    return re.compile("|".join(forms), re.IGNORECASE)


def scale(word: str, language: str) -> Decimal | None:
    """How much a word multiplies; None when it does not."""
    return _scales(language).get(word.casefold())


@lru_cache(maxsize=64)
def _scales(language: str) -> Mapping[str, Decimal]:
    """Words that multiply, folded: those of CLDR's short and long numbers, and our own."""
    found: dict[str, Decimal] = {}
    for length in ("long", "short"):
        for plural in table(language, "compact_decimal_formats", length).values():
            for exponent, form in plural.items():
                pattern = form.pattern.replace("'", "")
                places = _PLACES.search(pattern)
                word = (
                    pattern.replace(places[0], "", 1).strip(" \u00a0\u202f.\u200f").casefold()
                    if places
                    else ""
                )
                if places and word and _TOKEN.fullmatch(word) and not _DIGIT.search(word):
                    found.setdefault(word, Decimal(exponent) / 10 ** (len(places[0]) - 1))
    own = sayings_of(language).words
    return found | {word: Decimal(value) for word, value in own.items()}


class _Entry(Struct, frozen=True):
    """What is known of a word that has to do with numbers."""

    counts: bool
    """Whether the library takes it for a number where it stands alone."""
    scale: Decimal | None
    """How much it multiplies."""
    loose: Decimal | None
    """The number that it may stand for."""
    multiplies: bool
    """False for a single letter, which multiplies digits only."""


@lru_cache(maxsize=64)
def _lexicon(language: str) -> Callable[[str], _Entry | None]:
    """What is known of each word of a language, and of what stands between words; None of most."""
    scales, loose = _scales(language), sayings_of(language).loose
    code = primary(language) if reads_words(language) else None

    @lru_cache(maxsize=16384)
    def entry(word: str) -> _Entry | None:
        folded = word.casefold()
        # No number of the library is made of words alone none of which is one: it begins with such a word.
        counts = code is not None and bool(find_numbers([_token(word)], code, threshold=0.0))
        if not counts and folded not in scales and folded not in loose:
            return None
        meant = Decimal(loose[folded]) if folded in loose else None
        return _Entry(counts, scales.get(folded), meant, len(folded) > 1 or not folded.isascii())

    return entry


class _Token:
    """A word or what stands between words, in the form that the library asks for."""

    __slots__ = ("is_digits", "word")

    def __init__(self, word: str) -> None:
        self.word = _DIGIT.sub("#", word)
        """Digits are read elsewhere."""
        self.is_digits = "#" in self.word

    def text(self) -> str:
        return self.word

    def nt_separated(self, previous: "_Token") -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return self.is_digits


_token = lru_cache(maxsize=16384)(_Token)
