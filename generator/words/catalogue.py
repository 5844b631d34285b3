"""The words of the interface in the language of the site.

A message is written in English where it is used, and stands in the catalogue of each other language in
`generator/locale/`. What a message leaves open is named: `%(day)s`; a sentence is one message, never put
together from pieces, because languages order their words in different ways.
"""

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

from generator.words.numbers import few_words, number

FOLDER: Final = Path(__file__).parent.parent / "locale"
FILE: Final = "LC_MESSAGES/dateline.po"


def say(language: str, message: str, /, **values: object) -> str:
    """A message in a language; in English, its own words, where no catalogue has it."""
    return catalogue_of(language).gettext(message) % values


def say_of(language: str, where: str, message: str, /, **values: object) -> str:
    """A message whose English means different things in different places; `where` tells them apart."""
    return catalogue_of(language).pgettext(where, message) % values


def say_count(language: str, one: str, many: str, amount: int, /, **values: object) -> str:
    """A message with an amount, which it calls `%(num)s`, in the plural form that the language wants."""
    said = catalogue_of(language).ngettext(one, many, amount)
    return said % {"num": number(amount, language), **values}


def say_few(language: str, one: str, many: str, amount: int, /, **values: object) -> str:
    """The same within a sentence, where English writes a small amount as a word: `five documents`."""
    said = catalogue_of(language).ngettext(one, many, amount)
    return said % {"num": few_words(amount, language), **values}


def to_say(message: str) -> str:
    """The message as it is: this marks one in a table, which is said where the language is known."""
    return message


@lru_cache(maxsize=16)
def catalogue_of(language: str) -> NullTranslations:
    """The catalogue of a BCP 47 tag or of its primary language; an empty one, for English, without either."""
    for tag in (language.replace("-", "_"), language.partition("-")[0].lower()):
        path = FOLDER / tag / FILE
        if path.is_file():
            return read_catalogue(path)
    return NullTranslations()


def read_catalogue(path: Path) -> NullTranslations:
    """A catalogue from its text: what gettext wants in another form is made here, so no such file is kept."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 -- English, which has no catalogue, needs none
    from babel.messages.pofile import read_po  # noqa: PLC0415 -- see above

    binary = BytesIO()
    with path.open("rb") as file:
        write_mo(binary, read_po(file, abort_invalid=True))
    binary.seek(0)
    return GNUTranslations(binary)
