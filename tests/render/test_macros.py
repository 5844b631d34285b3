"""Macros and escaping are our own, and mean what Jinja's mean."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from markupsafe import escape as by_markupsafe

from generator.errors import ThemeError
from generator.model.page import Page
from generator.model.site import Site
from generator.pages.notfound import NotFoundView
from generator.pages.parts.head import Head
from generator.render.escape import escape
from generator.render.renderer import render
from generator.render.theme import load_theme

SITE = Site(title="T", description="", base_url="https://example.org/deep/")
PARTS = """
{% macro link(path, text="here", end="") %}<a href="{{ path|url }}">{{ text }}</a>{{ end }}{% endmacro %}
{% macro rest() %}{{ varargs|join("+") }} {{ kwargs.x }}{% endmacro %}
{% macro around() %}<b>{{ caller() }}</b>{% endmacro %}
{% macro where() %}{{ site.title }}{% endmacro %}
"""


def rendered(folder: Path, template: str, here: str = "/a/b/", title: str = "Title") -> str:
    root = folder / "themes" / "own"
    (root / "templates").mkdir(parents=True, exist_ok=True)
    (root / "static").mkdir(exist_ok=True)
    (root / "theme.toml").write_text('name = "own"\nbase = false\n')
    (root / "templates" / "parts.html").write_text(PARTS)
    (root / "templates" / "page.html").write_text(template)
    page = Page(here, "page.html", lambda: NotFoundView(Head(title, here)))
    return render(load_theme("own", folder), SITE, "1.2.3", page).decode().strip()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("call", "written"),
    [
        ("link('/x/')", '<a href="../../x/">here</a>'),
        ("link('/x/', view.head.title)", '<a href="../../x/">&lt;i&gt;</a>'),
        ("link(text='there', path='/x/')", '<a href="../../x/">there</a>'),
        ("link('/x/', end='.')", '<a href="../../x/">here</a>.'),
        ("link('/x/', link('/y/'))", '<a href="../../x/"><a href="../../y/">here</a></a>'),
        ("rest('<', 2, x=view.head.title)", "&lt;+2 &lt;i&gt;"),
        ("where()", "T"),
    ],
)
@pytest.mark.parametrize("way", ["", " with context"])
def test_a_macro_is_called_with_what_it_is_given(call: str, written: str, way: str, tmp_path: Path) -> None:
    template = f"{{% from 'parts.html' import link, rest, where{way} %}}{{{{ {call} }}}}"
    assert rendered(tmp_path, template, title="<i>") == written


def test_a_macro_stands_around_what_its_caller_puts_in(tmp_path: Path) -> None:
    template = "{% from 'parts.html' import around %}{% call around() %}{{ view.head.title }}{% endcall %}"
    assert rendered(tmp_path, template, title="<i>") == "<b>&lt;i&gt;</b>"


@pytest.mark.parametrize("call", ["link('/x/', 'a', 'b', 'c')", "link('/x/', color='red')", "link()"])
def test_a_macro_that_is_called_wrongly_is_a_mistake_of_the_theme(call: str, tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match=r"the template page\.html"):
        rendered(tmp_path, f"{{% from 'parts.html' import link %}}{{{{ {call} }}}}")


def test_a_macro_leads_from_the_page_that_is_made_and_not_from_the_one_before(tmp_path: Path) -> None:
    template = "{% from 'parts.html' import link %}{% block main %}{{ link('/a/x/') }}{% endblock %}"
    assert rendered(tmp_path, template, "/a/b/") == '<a href="../x/">here</a>'
    assert rendered(tmp_path, template, "/c/") == '<a href="../a/x/">here</a>'
    assert rendered(tmp_path, template, "/404.html") == '<a href="/deep/a/x/">here</a>'


@given(st.text() | st.text("<>&\"'a") | st.integers() | st.floats() | st.none() | st.booleans())
def test_every_value_is_escaped_as_markupsafe_does_it(value: object) -> None:
    assert escape(value) == by_markupsafe(value)


@given(st.text("<>&\"'a").map(Markup))
def test_markup_stays_as_it_is(value: Markup) -> None:
    assert escape(value) == value
