"""The language of a text, by a library where it is installed."""

from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from msgspec import Struct

_ENOUGH = 60
"""Letters without which any guess is a gamble."""
_READ = 20_000
"""Characters that are enough to tell."""
_SURE = 0.9


class Tongue(Struct, frozen=True):
    """A language as a BCP 47 tag, and how it was found."""

    tag: str
    how: str
    sure: bool = False


def tongue_of(text: str, fallback: str) -> Tongue:
    """The language of a text; that of the site where the text is short or the library is missing."""
    if sum(sign.isalpha() for sign in text) < _ENOUGH:
        return Tongue(fallback, "the site's language: the text is too short to tell")
    identifier = _identifier()
    if identifier is None:
        return Tongue(fallback, "the site's language: py3langid is not installed (dateline[import])")
    tag, probability = identifier.classify(text[:_READ])
    if probability < _SURE:
        return Tongue(fallback, "the site's language: the text may be of several")
    return Tongue(str(tag), "from the words of the text", sure=True)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    """The library with probabilities switched on, which is not how it comes; None where it is missing."""
    try:
        langid: Any = import_module("py3langid.langid")
    except ImportError:
        return None
    model = Path(langid.__file__).parent / langid.MODEL_FILE
    return langid.LanguageIdentifier.from_model_file(model, norm_probs=True)
