"""Themes: found by name, named by content, and told about in a sentence when they are broken."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.errors import ThemeError
from generator.model.page import Page
from generator.model.site import Site
from generator.pages.notfound import NotFoundView
from generator.pages.parts.head import Head
from generator.render.renderer import render
from generator.render.theme import load_theme
from tests.archive import ROOT

THEME = {
    "theme.toml": 'name = "own"\nbase = false\nstyles = ["a.css", "b.css"]\n',
    "static/a.css": "a{}",
    "static/b.css": "b{}",
    "static/fonts/x.woff2": "font",
    "static/.DS_Store": "",
    "templates/page.html": "<p>{{ view.head.title }}</p>",
}
SITE = Site(title="T", description="", base_url="https://example.org/deep/")


def theme_in(folder: Path, changes: Mapping[str, str] | None = None) -> Path:
    for path, text in (THEME | dict(changes or {})).items():
        file = folder / "themes" / "own" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return folder


def rendered(folder: Path, template: str, here: str = "/a/b/", title: str = "Title") -> str:
    theme_in(folder, {"templates/page.html": template})
    page = Page(here, "page.html", lambda: NotFoundView(Head(title, here)))
    return render(load_theme("own", folder), SITE, "1.2.3", page).decode()


def test_styles_become_one_file_in_their_order_and_every_file_is_named_by_its_content(tmp_path: Path) -> None:
    theme = load_theme("own", theme_in(tmp_path))
    assert sorted(theme.addresses) == ["fonts/x.woff2", "style.css"]
    style = theme.addresses["style.css"].removeprefix("/")
    assert theme.assets[style] == b"a{}\nb{}"
    assert style.startswith("assets/style.")
    again = load_theme("own", theme_in(tmp_path, {"static/b.css": "b{color:red}"}))
    assert again.addresses["style.css"] != theme.addresses["style.css"]
    assert again.addresses["fonts/x.woff2"] == theme.addresses["fonts/x.woff2"]
    assert again.digest != theme.digest


def test_a_theme_beside_the_content_goes_before_one_of_the_same_name_that_comes_with_dateline(
    tmp_path: Path,
) -> None:
    assert load_theme("default", tmp_path).layers[0].root == ROOT / "themes" / "default"
    own = tmp_path / "themes" / "default"
    own.parent.mkdir()
    theme_in(tmp_path)
    (tmp_path / "themes" / "own").rename(own)
    assert load_theme("default", tmp_path).layers[0].root == own


@pytest.mark.parametrize(
    "changes",
    [
        {"theme.toml": "styles = ["},
        {"theme.toml": "base = 3"},
        {"theme.toml": "base = true"},
        {"theme.toml": "stlyes = []"},
        {"static/style.css": "a{}"},
        {"static/a.css": "a{background:url(none.png)}"},
        {"theme.toml": "styles = 3"},
        {"theme.toml": "styles = [3]"},
        {"theme.toml": 'styles = ["none.css"]'},
    ],
)
def test_a_theme_that_cannot_be_read(changes: dict[str, str], tmp_path: Path) -> None:
    theme_in(tmp_path, changes)
    with pytest.raises(ThemeError, match=r'the theme "own" in .* cannot be read'):
        load_theme("own", tmp_path)


def test_a_theme_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match='there is no theme "none"'):
        load_theme("none", tmp_path)


@pytest.mark.parametrize(
    "template",
    [
        "{{ view.nothing }}",
        "{{ nothing }}",
        "{% if %}",
        "{% include 'none.html' %}",
        "{{ view.head.title + 1 }}",
        "{{ 1 / 0 }}",
        "{{ 'none.css'|asset }}",
        "{{ view.head.title|day }}",
        "{{ site|nothing }}",
    ],
)
def test_a_template_that_asks_for_what_is_not_there_is_named(template: str, tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match=r'the template page.html of the theme "own" failed at /a/b/: '):
        rendered(tmp_path, template)


def test_text_is_escaped_in_every_template(tmp_path: Path) -> None:
    page = rendered(tmp_path, '<p title="{{ view.head.title }}">{{ view.head.title }}</p>', title='"><b>')
    assert page == '<p title="&#34;&gt;&lt;b&gt;">&#34;&gt;&lt;b&gt;</p>'


def test_addresses_are_relative_and_on_the_page_for_unknown_addresses_from_the_root(tmp_path: Path) -> None:
    template = "{{ '/facts/'|url }} {{ '/facts/'|absolute }} {{ 'fonts/x.woff2'|asset }}"
    name = load_theme("own", theme_in(tmp_path)).addresses["fonts/x.woff2"]
    assert rendered(tmp_path, template) == f"../../facts/ https://example.org/deep/facts/ ../..{name}"
    assert rendered(tmp_path, template, "/404.html") == (
        f"/deep/facts/ https://example.org/deep/facts/ /deep{name}"
    )


def test_an_edited_template_is_read_again(tmp_path: Path) -> None:
    assert rendered(tmp_path, "one") == "one"
    assert rendered(tmp_path, "two") == "two"
