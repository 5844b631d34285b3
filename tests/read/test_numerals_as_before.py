"""The quick way to read number words finds what the slow one found."""

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from generator.read import numberwords, numerals
from tests.read import slowwords

pytestmark = pytest.mark.slow

WORDS = {
    "en": "zero one two three five twelve twenty fifty hundred thousand million billion and point oh first "
    "second third half quarter dozen a no both couple of k bn three-quarters twenty-first minus",
    "fr": "zéro un une deux trois cinq seize vingt vingts quatre soixante quatre-vingt cent cents mille "
    "million millions milliard et virgule premier second deuxième demi demie douzaine dizaines de septante",
    "de": "null ein eine eins zwei zwanzig einundzwanzig hundert zweihundertvierzig tausend million "
    "millionen und komma erste zweite dritten halbe dreißig hundertste mio undzwanzig",
    "es": "cero un uno una dos veinte veintidós treinta y cien ciento doscientos mil millón millones coma "
    "primero segunda tercer decenas de medio media vigésimo",
    "it": "zero un uno una due venti ventuno cento duecento mille duemila milione milioni e virgola "
    "primo seconda mezzo ventitré",
    "nl": "nul een één twee twintig eenentwintig honderd tweehonderd duizend miljoen en komma "
    "eerste tweede half anderhalf",
    "pt-BR": "zero um uma dois vinte e cem cento duzentos mil milhão milhões vírgula primeiro segunda meio",
    "ja": "千 百 万 億 人",
    "hi": "हज़ार लाख करोड़ लोग",
}
BESIDE = ["14", "1.234", "1,234", "27,28", "1e3", "½", "2½", "G7", "F-16", "3rd", "12,34,567", "people"]
GAPS = [" ", " ", " ", "-", "  ", ", ", ". ", "", "\u00a0", "\n", "/", "(", "‑"]

QUICK = settings(max_examples=300, deadline=None, derandomize=True, database=None)
WITNESS = settings(QUICK, max_examples=2000, phases=[Phase.generate])


@st.composite
def a_text(draw: st.DrawFn) -> tuple[str, str]:
    """Numbers and other words, in whatever order, with their language."""
    language = draw(st.sampled_from(sorted(WORDS)))
    word = st.sampled_from([*WORDS[language].split() * 2, *BESIDE])
    word = word | word.map(str.title) | word.map(str.upper)
    pairs = draw(st.lists(st.tuples(word, st.sampled_from(GAPS)), min_size=1, max_size=9))
    return "".join(part for pair in pairs for part in pair), language


def told(text: str, language: str) -> list[tuple[object, ...]]:
    """What is read, down to how the numbers are written."""
    return [(one.span, sorted(map(str, one.readings)), one.firm) for one in numerals.numerals(text, language)]


def as_before(text: str, language: str) -> bool:
    now = told(text, language)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(numerals, "number_words", slowwords.number_words)
        return now == told(text, language)


@QUICK
@given(a_text())
def test_the_numbers_of_a_text_are_those_that_the_library_finds_in_all_of_it(drawn: tuple[str, str]) -> None:
    assert as_before(*drawn)


def test_a_lexicon_without_the_words_of_the_library_would_be_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    numberwords._lexicon.cache_clear()
    monkeypatch.setattr(numberwords, "reads_words", lambda language: language != "de")
    try:
        find(a_text(), lambda drawn: not as_before(*drawn), settings=WITNESS)
    finally:
        numberwords._lexicon.cache_clear()


def test_a_power_is_not_read_out_of_the_end_of_another() -> None:
    text = "14 1e+5.5e3 and 2e6"
    read = [text[one.span.start : one.span.end] for one in numerals.numerals(text, "en")]
    assert read == ["14", "1", "5.5", "3", "2e6"]
