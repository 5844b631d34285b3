"""Languages by their names."""

from generator.words.locales import locale_of


def language_name(tag: str, language: str) -> str:
    """What the language of a tag is called in another language: `fr` in English is `French`."""
    return locale_of(language).languages.get(tag.partition("-")[0]) or tag
