"""Jinja as themes use it: every value is escaped, and nothing is done twice that a page needs often.

Jinja itself spends more than half of a page's time on what these few methods, `ThemeCode` and `Macro` do more
directly. They mean the same, so a theme cannot tell.
"""

from collections.abc import MutableMapping
from gettext import NullTranslations
from typing import Any

from jinja2 import Environment, Template, nodes
from markupsafe import Markup, soft_str

from generator.render.interface import PLURAL, Translation, words_of
from generator.render.template import PageTemplate
from generator.render.templates import Templates
from generator.render.themecode import ThemeCode

Globals = MutableMapping[str, Any]


def trim(value: object, chars: str | None = None) -> str:
    """A text without the space around it; markup stays markup."""
    if type(value) is Markup:
        return str.__new__(Markup, str.strip(value, chars))
    return soft_str(value).strip(chars)


class ThemeEnvironment(Environment):
    """An environment whose templates share one mapping of what they all know."""

    code_generator_class = ThemeCode
    template_class = PageTemplate
    newstyle_gettext = True
    """Of Jinja's extension for gettext: what a message leaves open is filled in, and escaped, by us."""
    catalogue = NullTranslations()

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.filters["trim"] = trim
        self._found: dict[tuple[str | Template, str | None], Template] = {}

    def speak(self, catalogue: NullTranslations, language: str) -> None:
        """Say what templates say in a language, from now on."""
        self.catalogue = catalogue
        words = words_of(catalogue, language)
        self.filters[PLURAL] = words.pop(PLURAL)
        self.globals.update(words)

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: Globals | None = None
    ) -> Template:
        """A template by its name; one that another has asked for before is there at once."""
        if globals:
            return super().get_template(name, parent, globals)
        key = (name, parent)
        if key not in self._found:
            self._found[key] = super().get_template(name, parent)
        return self._found[key]

    def join_path(self, template: str, parent: str) -> str:
        """The name of a template that another asks for: `default/day.html` is that of the base `default`."""
        return self.loader.named(template, parent) if isinstance(self.loader, Templates) else template

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        Translation(self.catalogue).visit(tree)
        return tree

    def make_globals(self, d: Globals | None) -> Globals:
        """What a template knows: of its own nothing, unless somebody gives it something."""
        return super().make_globals(d) if d else self.globals
