"""However a file writes a text, its words come out the same."""

import html
import json
from urllib.parse import quote
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.leaks.words import plain, spaced, squeezed

pytestmark = pytest.mark.slow

FORMS = {
    "HTML": html.escape,
    "XML": escape,
    "JSON": lambda text: json.dumps(text)[1:-1],
    "JSON as it is": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "percent": quote,
    "HTML in JSON": lambda text: json.dumps(html.escape(text))[1:-1],
    "capitals of ASCII": lambda text: "".join(sign.upper() if sign.isascii() else sign for sign in text),
}
TEXTS = st.text(st.sampled_from("aZé ß9 \n\t.,;'\"<>/-–“”·ش،政。\u00a0\U0001f600\U00020000"))


@pytest.mark.parametrize("form", FORMS)
@given(text=TEXTS)
def test_every_form_of_a_text_has_the_same_words(form: str, text: str) -> None:
    assert spaced(plain(FORMS[form](text))).split() == spaced(plain(text)).split()


@pytest.mark.parametrize("form", sorted(FORMS.keys() - {"capitals of ASCII"}))
def test_escapes_that_a_text_itself_holds_are_undone_with_it(form: str) -> None:
    for text in ("R&D at 50%20 of C:\\new", "&amp; said &lt;b&gt;", "\\u0041 \\n %41"):
        assert squeezed(spaced(plain(FORMS[form](text)))) == squeezed(spaced(plain(text)))


def test_words_are_what_stands_between_signs() -> None:
    assert spaced("Hay’at—Tahrir «al-Sham»: 242…").split() == [
        b"hay",
        b"at",
        b"tahrir",
        b"al",
        b"sham",
        b"242",
    ]
    assert squeezed(spaced("At\n least 242")) == b"atleast242"
