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
_GROUPS = re.compile(rb"[0-9](?: |\xc2\xa0|\xe2\x80[\x89\xaf])[0-9]{3}")
_SIGN = re.compile(rb"[\xe3-\xe9\xef\xf0](?:(?<=[\xe3-\xe9])|(?<=\xef)[\xa4-\xab]|(?<=\xf0)[\xa0-\xbf])")
"""The bytes of an ideograph or kana, and of few others."""
_LEADING = bytes((*range(0xE3, 0xEA), 0xEF, 0xF0))
"""The first bytes of these."""
_APOSTROPHE = re.compile(rb"(?:%b)(?=[a-z<\x80-\xff])" % _AFTER.encode(), re.IGNORECASE)
_ENDING = re.compile(rb"(?<![a-z0-9_])(?:%b)\Z" % _BEFORE.encode(), re.IGNORECASE)
_LONGEST = 7
"""Bytes of the longest that is elided, and one before it."""
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
    return _TEXT.sub(_parted, html.decode()).encode() if _is_to_be_parted(html) else html


def _is_to_be_parted(html: bytes) -> bool:
    """Whether there may be something to part or to join; each pattern begins with what is quickly found."""
    return (
        _GROUPS.search(html) is not None
        or (len(html.translate(None, _LEADING)) < len(html) and _SIGN.search(html) is not None)
        or any(
            _ENDING.search(html, max(0, sign.start() - _LONGEST), sign.start())
            for sign in _APOSTROPHE.finditer(html)
        )
    )


def _parted(text: re.Match[str]) -> str:
    whole = _GROUPED.sub(_joined, text[0])
    whole = _ELIDED.sub(rf"\1{_JOINER} ", whole)
    return _IDEOGRAPH.sub(r" \g<0> ", whole)


def _joined(number: re.Match[str]) -> str:
    return re.sub(f"[{_SPACE}]", _JOINER, number[0])
