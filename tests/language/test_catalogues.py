"""Every word of the interface is marked, and every catalogue has it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tests.archive import ROOT
from tests.language.extracted import catalogues, extracted
from tests.language.unmarked import unmarked

TEMPLATES = sorted((ROOT / "themes" / "default" / "templates").rglob("*.html"))
LANGUAGES = {path.parts[-3]: catalog for path, catalog in catalogues()}
OPEN = re.compile(r"%\((\w+)\)s|{(\w+)}")
MARKUP = re.compile(r"<[^>]*>")


def translations(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Each message with each of its translations; the first form of a plural with its one form."""
    for message in catalog:
        if not message.id:
            continue
        if isinstance(message.id, str):
            yield message.id, message.string
        else:
            yield from ((message.id[1], form) for form in message.string)


def test_there_are_catalogues_in_arabic_french_and_chinese() -> None:
    assert {"ar", "fr", "zh"} <= set(LANGUAGES)


@pytest.mark.slow
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_says_nothing_that_is_not_marked(template: Path) -> None:
    assert not list(unmarked(template.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("<p>Not marked</p>", ["Not marked"]),
        ('<p>{{ _("Marked") }}</p>', []),
        ("<p>{% trans %}Marked <em>too</em>{% endtrans %}</p>", []),
        ('<a aria-label="Days of {{ x }}">{{ x }}</a>', ["Days of"]),
        ('{{ "Summary" if x else _("Article") }}', ["Summary"]),
        ('<p class="card">{{ x|day("long") }}</p>', []),
    ],
)
def test_words_that_are_not_marked_are_found(source: str, told: list[str]) -> None:
    assert list(unmarked(source)) == told


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_message_and_no_other(language: str) -> None:
    said = {(message.context, message.id) for message in extracted() if message.id}
    known = {(message.context, message.id) for message in LANGUAGES[language] if message.id}
    assert said - known == set(), "run make messages, and translate what is new"
    assert known - said == set(), "run make messages"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_translates_every_message(language: str) -> None:
    assert not [message for message, said in translations(LANGUAGES[language]) if not said]
    assert not [message.id for message in LANGUAGES[language] if message.id and message.fuzzy]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_leaves_open_what_its_message_leaves_open(language: str) -> None:
    """An amount may be a word in some plural forms: `وثيقتان` is two documents."""
    for message, said in translations(LANGUAGES[language]):
        wanted, given = ({name or other for name, other in OPEN.findall(text)} for text in (message, said))
        assert wanted - {"num", "count"} <= given <= wanted, (message, said)
        assert "%" not in OPEN.sub("", said).replace("%%", ""), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_markup_of_its_message_and_fits_into_an_attribute(language: str) -> None:
    for message, said in translations(LANGUAGES[language]):
        assert MARKUP.findall(message) == MARKUP.findall(said), (message, said)
        assert not set('"<>&') & set(MARKUP.sub("", said)), said
