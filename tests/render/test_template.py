"""What a page was made of is let go as soon as it is made, without anybody looking for garbage."""

import gc
from collections.abc import Iterator
from traceback import walk_tb
from weakref import ref

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError

from generator.render.environment import ThemeEnvironment

PAGES = {
    "base": "<{% block main %}{% endblock %}>",
    "page": "{% extends 'base' %}"
    "{% macro shown(n) %}{{ view.word }}{{ n }}{% if n %}{{ shown(n - 1) }}{% endif %}{% endmacro %}"
    "{% block main %}{{ shown(2) }}{% endblock %}",
    "broken": "{% macro shown() %}{{ view.word }}{% endmacro %}{{ shown() }}\n{{ view.nothing }}",
}


class View:
    """What a page is made of."""

    word = "x"


@pytest.fixture(autouse=True)
def no_garbage_is_looked_for() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def environment(kind: type[Environment]) -> Environment:
    return kind(loader=DictLoader(PAGES), undefined=StrictUndefined)


def test_nothing_holds_the_view_of_a_page_that_is_made() -> None:
    view = View()
    known, template = ref(view), environment(ThemeEnvironment).get_template("page")
    for _ in range(2):
        assert template.render(view=view) == "<x2x1x0>"
    del view
    assert known() is None


def test_jinja_itself_would_hold_it() -> None:
    view = View()
    known, template = ref(view), environment(Environment).get_template("page")
    template.render(view=view)
    del view
    assert known() is not None


def test_a_template_that_fails_says_in_which_line() -> None:
    template = environment(ThemeEnvironment).get_template("broken")
    with pytest.raises(UndefinedError) as raised:
        template.render(view=View())
    *_, (place, line) = walk_tb(raised.tb)
    assert (place.f_code.co_filename, line) == ("<template>", 2)
