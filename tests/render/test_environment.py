"""Templates are compiled in our own way, and say what Jinja itself would make them say."""

from collections.abc import Iterator
from typing import ClassVar

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError
from markupsafe import Markup

from generator.render.environment import ThemeEnvironment

PARTS = """
{% macro a(x, y="<d>", class="") %}[{{ x }}|{{ y }}|{{ class }}]{% endmacro %}
{% macro all(x) %}{{ x }}{{ varargs|join("+") }}{{ kwargs|dictsort }}{% endmacro %}
{% macro around(x=1) %}<b>{{ x }}{{ caller(x) }}</b>{% endmacro %}
{% macro twice(x, y=x) %}{{ x }}{{ y }}{% endmacro %}
{% macro down(n) %}{{ n }}{% if n %}{{ down(n - 1) }}{% endif %}{% endmacro %}
{% macro outer(x) %}
{% macro inner(y) %}{{ y }}{{ x }}{% endmacro %}
{{ inner("<") }}{{ inner(y=2) }}
{% endmacro %}
{% set table = {"a": "<k>", "items": 3} %}
"""
BASE = "B{% from 'parts' import a %}{% block z %}{{ bad }}{{ a(bad) }}{% endblock %}E"
IMPORT = "{% from 'parts' import a, all, around, twice, down, outer, table %}"


class Thing:
    """What a view may be like, and worse."""

    x = "<o>"
    d: ClassVar = {"k": "<dk>"}

    @property
    def broken(self) -> str:
        raise AttributeError("inner")

    def f(self, *args: object, **named: object) -> str:
        return f"<{args}{sorted(named)}>"

    def some(self) -> Iterator[object]:
        yield from (1, "<")


def said(kind: type[Environment], template: str) -> str:
    """What comes of a template, or of what is wrong with it."""
    texts = {"parts": PARTS, "base": BASE, "inc": "({{ bad }}{{ a is defined }})", "page": template}
    environment = kind(loader=DictLoader(texts), autoescape=True, undefined=StrictUndefined)
    try:
        return environment.get_template("page").render(bad="<h>", good=Markup("<m> "), o=Thing())
    except (TemplateError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


@pytest.mark.parametrize(
    "template",
    [
        *("{{ a(1) }}", "{{ a(bad) }}", "{{ a(good, bad) }}", "{{ a(y=bad, x=2) }}", "{{ a(1, class=bad) }}"),
        *("{{ a(1, 2, 3, 4) }}", "{{ a(z=1) }}", "{{ a() }}", "{{ a(**{'x': bad}) }}", "{{ a(*[bad]) }}"),
        *("{{ all(1, 2, bad, k=good) }}", "{{ twice(bad) }}", "{{ down(3) }}", "{{ outer(bad) }}"),
        *("{% call(z) around(bad) %}{{ z }}!{{ bad }}{% endcall %}", "{{ around() }}"),
        *("{{ a.name }}{{ a.arguments }}{{ a.caller }}", "{% set q = a(bad) %}{{ q }}{{ q|upper }}"),
        *("{{ table.a }}", "{{ table.items()|list }}", "{{ table['a'] }}", "{{ {'x': {'y': bad}}.x.y }}"),
        *("{{ o.x }}", "{{ o.none }}", "{{ o.none is defined }}", "{{ o.none.more is defined }}"),
        *("{{ none.more }}", "{{ o.none|default('d') }}", "{{ o.d.k }}", "{{ o.d.z is defined }}"),
        *(
            "{{ o.broken is defined }}",
            "{{ o.f() }}",
            "{{ o.f(1, b=bad) }}",
            "{{ o.none() }}",
            "{{ none(1) }}",
        ),
        *("{{ bad.upper() }}{{ good.upper() }}", "{{ o.some()|list }}", "{{ dict(a=bad).a }}"),
        "{% for i in [1, 2] %}{{ a(loop.index) }}{{ loop.last }}{{ o.f(i) }}{% endfor %}",
        "{% for i in [bad, good] if i.startswith('<h') %}{{ i }}{% else %}none{% endfor %}",
        "{% set ns = namespace(x=1) %}{% for i in [1] %}{% set ns.x = a(i) %}{% endfor %}{{ ns.x }}",
        "{% filter upper %}{{ bad }}{{ a(bad) }}{% endfilter %}",
        "{% set b %}{{ bad }}{{ a(bad) }}{% endset %}{{ b }}",
        "{% block z %}{{ self.y() }}{% block y %}{{ bad }}{% endblock %}{% endblock %}",
        "{{ good|trim }}|{{ '  <x> '|trim }}|{{ 5|trim }}|{{ 'xxax'|trim('x') }}",
        "{% if bad %}{% extends 'base' %}{% endif %}before{% block z %}child{{ super() }}{% endblock %}",
        "{% extends 'base' %}{% block z %}child{{ super() }}{% endblock %}",
        "{% include 'inc' %}{% include ['none', 'inc'] %}{% include 'none' ignore missing %}",
        "{% import 'parts' as p %}{{ p.a(bad) }}{{ p.table.a }}{{ p.none }}",
    ],
)
@pytest.mark.parametrize("way", ["", " with context"])
def test_a_template_says_what_jinja_itself_makes_it_say(template: str, way: str) -> None:
    if "extends" not in template:
        template = IMPORT.replace(" %}", f"{way} %}}") + template
    assert said(ThemeEnvironment, template) == said(Environment, template)


def test_what_a_macro_makes_is_not_escaped_twice_and_what_it_is_given_is_escaped_once() -> None:
    assert said(ThemeEnvironment, IMPORT + "{{ twice(a(bad), bad) }}") == "[&lt;h&gt;|&lt;d&gt;|]&lt;h&gt;"
