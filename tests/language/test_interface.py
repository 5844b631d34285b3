"""What templates and sentences say in the language of the site."""

from pathlib import Path

import pytest

from generator.model.page import Page
from generator.model.site import Site
from generator.pages.notfound import NotFoundView
from generator.pages.parts.head import Head
from generator.render.renderer import render
from generator.render.theme import load_theme
from generator.words.catalogue import catalogue_of, say, say_count, say_few, say_of

OWN = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "%s"\nmsgstr "%s"\n'


def rendered(folder: Path, template: str, language: str, title: str = "Title") -> str:
    """A page of a theme whose only template this is."""
    theme = folder / "themes" / "own"
    (theme / "templates").mkdir(parents=True, exist_ok=True)
    (theme / "static").mkdir(exist_ok=True)
    (theme / "theme.toml").write_text("styles = []\n")
    (theme / "templates" / "page.html").write_text(template)
    site = Site("T", "", "https://example.org/", language=language)
    page = Page("/", "page.html", lambda: NotFoundView(Head(title, "/")))
    return render(load_theme("own", folder), site, "1", page).decode()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Search"), ("fr", "Recherche"), ("fr-CA", "Recherche"), ("ar", "بحث"), ("qaa", "Search")],
)
def test_a_message_is_said_in_the_language_of_the_site(tmp_path: Path, language: str, said: str) -> None:
    assert rendered(tmp_path, '{{ _("Search") }}', language) == said
    assert say(language, "Search") == said


def test_what_fills_a_message_is_escaped_and_its_own_markup_is_not(tmp_path: Path) -> None:
    template = '{{ _("<b>%(title)s</b>, 100%%", title=view.head.title) }}'
    assert rendered(tmp_path, template, "en", title="<i>") == "<b>&lt;i&gt;</b>, 100%"


@pytest.mark.slow
def test_a_message_may_stand_in_an_expression(tmp_path: Path) -> None:
    template = '{{ [_("Search"), view.head.title]|join(" · ") }}, {{ _("From %(day)s", day="<")|length }}'
    assert rendered(tmp_path, template, "fr", title="<") == "Recherche · &lt;, 16"


def test_a_constant_that_fills_a_message_is_escaped_too(tmp_path: Path) -> None:
    template = '{{ _("<b>%(title)s</b>", title="<")|replace("b", "i") }}'
    assert rendered(tmp_path, template, "en") == "<i>&lt;</i>"


def test_a_block_of_text_is_one_message_with_names_for_what_it_leaves_open(tmp_path: Path) -> None:
    template = "{% trans author=view.head.title %}Published by {{ author }}.{% endtrans %}"
    assert rendered(tmp_path, template, "fr", title="A & B") == "Publié par A &amp; B."


def test_amounts_take_the_plural_form_and_the_digits_of_the_language(tmp_path: Path) -> None:
    template = '{{ ngettext("%(num)s document", "%(num)s documents", view.head.title|int) }}'
    assert [rendered(tmp_path, template, "en", n) for n in ("0", "1", "1200")] == [
        "0 documents",
        "1 document",
        "1,200 documents",
    ]
    assert [rendered(tmp_path, template, "fr", n) for n in ("0", "1", "2")] == [
        "0 document",
        "1 document",
        "2 documents",
    ]


def test_arabic_has_six_plural_forms() -> None:
    amounts = (0, 1, 2, 3, 11, 100)
    said = [say_count("ar", "%(num)s figure", "%(num)s figures", amount) for amount in amounts]
    assert said == ["لا أرقام", "رقم واحد", "رقمان", "3 أرقام", "11 رقمًا", "100 رقم"]


def test_an_english_sentence_writes_a_small_amount_as_a_word() -> None:
    one, many = "%(num)s day earlier", "%(num)s days earlier"
    assert say_few("en", one, many, 2) == "two days earlier"
    assert say_few("fr", one, many, 2) == "2 jours plus tôt"


def test_one_english_word_may_be_several_in_another_language() -> None:
    assert say_of("ar", "of a figure", "withdrawn") != say("ar", "withdrawn")
    assert say_of("en", "of a figure", "withdrawn") == say("en", "withdrawn") == "withdrawn"


def test_a_theme_may_bring_words_of_its_own_and_say_others_differently(tmp_path: Path) -> None:
    words = tmp_path / "themes" / "own" / "locale" / "fr.po"
    words.parent.mkdir(parents=True)
    words.write_text(OWN % ("Subscribe", "S’abonner") + '\nmsgid "Search"\nmsgstr "Chercher"\n', "utf-8")
    template = '{{ _("Subscribe") }}, {{ _("Search") }}, {{ _("Home") }}'
    assert rendered(tmp_path, template, "fr") == "S’abonner, Chercher, Accueil"
    assert catalogue_of("fr").gettext("Search") == "Recherche"
