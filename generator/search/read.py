"""Text as Pagefind is to read it, where it would see one word as several, or several as one."""

import re

_TEXT = re.compile(r">[^<>]+<")
_SPACE = " \u00a0\u2009\u202f"
_GROUPED = re.compile(rf"(?<![\w.,:/-])\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?!\w)")
"""A number in groups of three: `1 000`, not the year before the number in `in 2024 121 died`."""
_IDEOGRAPH = re.compile("[\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_BEFORE = "[cdjlmnst]|qu|(?:jus|lors|puis|quoi|quel)qu|un|[dns]?all|[dns]ell|quell"
_AFTER = "'|\u2019|\u02bc|&#39;"
_ELIDED = re.compile(rf"(?<!\w)((?:{_BEFORE})(?:{_AFTER}))(?=[^\W\d_]{{2}}|<)", re.IGNORECASE)
"""What French, Italian and Catalan elide before a vowel: `l\u2019homme`, `dell'esercito`."""
_ANY = re.compile(
    rb"\d(?: |\xc2\xa0|\xe2\x80[\x89\xaf])\d{3}|[\xe3-\xe9]|\xef[\xa4-\xab]|\xf0[\xa0-\xbf]"
    + rb"|(?<![a-z0-9_])(?:%b)(?:%b)[a-z<\x80-\xff]" % (_BEFORE.encode(), _AFTER.encode()),
    re.IGNORECASE,
)
"""Bytes without which there is none of these: most pages are told by that."""
_JOINER = "\u2060"
_TERM = b"</dt><dd"


def read_as(html: bytes) -> bytes:
    """Markup whose text Pagefind takes for the words that a reader sees.

    `1 000` becomes one word, held together by a word joiner (search.js shows a space). Chinese characters and
    Japanese kana become words of one character, so that any stretch of them is found as a phrase, whatever
    the language of the site. `l'homme` becomes two words, so that *homme* finds it; the joiner between them
    tells search.js to show them as one. A term of a list and what is said of it are not one word.
    """
    html = html.replace(_TERM, b"</dt> <dd")
    return _TEXT.sub(_parted, html.decode()).encode() if _ANY.search(html) else html


def _parted(text: re.Match[str]) -> str:
    whole = _GROUPED.sub(_joined, text[0])
    whole = _ELIDED.sub(rf"\1{_JOINER} ", whole)
    return _IDEOGRAPH.sub(r" \g<0> ", whole)


def _joined(number: re.Match[str]) -> str:
    return re.sub(f"[{_SPACE}]", _JOINER, number[0])
