"""Jinja as themes use it: every value is escaped, and nothing is done twice that a page needs often.

Jinja itself spends more than half of a page's time on what these few methods do more directly. They mean
the same, so a theme cannot tell.
"""

from collections.abc import MutableMapping
from gettext import NullTranslations
from types import BuiltinMethodType
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.runtime import Macro as JinjaMacro
from jinja2.utils import missing
from markupsafe import Markup

from generator.render.escape import escape
from generator.render.interface import PLURAL, Translation, words_of
from generator.render.templates import Templates

Globals = MutableMapping[str, Any]


class ThemeContext(Context):
    """A context that calls macros at once, and what Python brings with it, such as `isoformat` of a day."""

    def call(self, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call something with what Jinja would hand it; these need nothing but their arguments."""
        if type(obj) is not Macro and type(obj) is not BuiltinMethodType:
            return super().call(obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return obj(*args, **kwargs)


class Macro(JinjaMacro):
    """A macro of a template that always escapes."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._special = self.caller or self.catch_kwargs or self.catch_varargs

    def __call__(self, *args: Any, **named: Any) -> Any:
        """The markup that it makes of its arguments."""
        left = self.arguments[len(args) :]
        if self._special or len(args) > self._argument_count or (named and not named.keys() <= set(left)):
            return super().__call__(*args, **named)
        if left:
            args = (*args, *[named.get(name, missing) for name in left])
        return str.__new__(Markup, self._func(*args))


class ThemeCode(CodeGenerator):
    """Compiles a template so that it uses our `Macro` and `escape`."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  (Jinja's)
        """Write the module of a template; the names that it has imported are replaced at its end."""
        super().visit_Template(node, frame)
        self.writeline(f"from {Macro.__module__} import Macro")
        self.writeline(f"from {escape.__module__} import escape")


class ThemeEnvironment(Environment):
    """An environment whose templates share one mapping of what they all know."""

    code_generator_class = ThemeCode
    context_class = ThemeContext
    newstyle_gettext = True
    """Of Jinja's extension for gettext: what a message leaves open is filled in, and escaped, by us."""
    catalogue = NullTranslations()

    def speak(self, catalogue: NullTranslations, language: str) -> None:
        """Say what templates say in a language, from now on."""
        self.catalogue = catalogue
        words = words_of(catalogue, language)
        self.filters[PLURAL] = words.pop(PLURAL)
        self.globals.update(words)

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
