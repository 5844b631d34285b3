"""What templates say in the language of the site.

`_("Search")`, `_("as of %(day)s", day=…)`, `pgettext(where, message)`, `ngettext(one, many, amount)` and
`{% trans %}`, as Jinja's own extension for gettext has them. A message in a template is markup. It is looked
up once, when the template is compiled, so that a page in Arabic takes no longer than one in English.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from gettext import NullTranslations
from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from generator.words.numbers import number

_OPEN = re.compile(r"%(?:\((\w+)\)s|%)")
"""A place that a message leaves open, or a percent sign."""
_SPECIAL = re.compile(r"[&<>'\"]")
PLURAL = "ngettext"


class Translation(NodeTransformer):
    """Puts the translation in the place of each call that names its message."""

    def __init__(self, catalogue: NullTranslations) -> None:
        self._catalogue = catalogue

    def visit_Call(self, call: nodes.Call) -> nodes.Node:  # noqa: N802  (Jinja's)
        """The words themselves; with what the message leaves open between them."""
        self.generic_visit(call)
        if not isinstance(call.node, nodes.Name) or call.dyn_args or call.dyn_kwargs:
            return call
        if call.node.name == PLURAL and len(call.args) == 3:
            # As a filter it is a plain call; Jinja looks at every function first, which takes longer.
            one, many, amount = call.args
            return nodes.Filter(amount, PLURAL, [one, many], call.kwargs, None, None).set_lineno(call.lineno)
        said = self._said(call.node.name, call.args)
        if said is None:
            return call
        given = {pair.key: pair.value for pair in call.kwargs}
        parts = list(_parts(said, given))
        if len(parts) == 1 and isinstance(parts[0], nodes.Const | nodes.TemplateData):
            return parts[0]
        return nodes.Concat(parts or [nodes.Const("")]).set_lineno(call.lineno)

    def visit_Output(self, output: nodes.Output) -> nodes.Node:  # noqa: N802  (Jinja's)
        """Where words are written out, their parts are written one after the other."""
        self.generic_visit(output)
        output.nodes = [part for node in output.nodes for part in _spread(node)]
        return output

    def _said(self, name: str, args: list[nodes.Expr]) -> str | None:
        texts = [arg.value for arg in args if isinstance(arg, nodes.Const) and isinstance(arg.value, str)]
        if len(texts) != len(args):
            return None
        if name in {"_", "gettext"} and len(texts) == 1:
            return self._catalogue.gettext(texts[0])
        if name == "pgettext" and len(texts) == 2:
            return self._catalogue.pgettext(texts[0], texts[1])
        return None


def _parts(said: str, given: dict[str, nodes.Expr]) -> Iterable[nodes.Expr]:
    """The words of a message, and between them what was given. Raises KeyError for what was not."""
    done = 0
    words = ""
    for place in _OPEN.finditer(said):
        words += said[done : place.start()]
        done = place.end()
        filled = nodes.Const("%") if place[1] is None else given[place[1]]
        if isinstance(filled, nodes.TemplateData):
            words += filled.data
        elif isinstance(filled, nodes.Const):
            words += str(escape(filled.value))
        else:
            if words:
                yield _words(words)
            words = ""
            yield filled
    words += said[done:]
    if words:
        yield _words(words)


def _words(said: str) -> nodes.Expr:
    """Markup; without a special sign it is the same as plain text, which is there without being made."""
    return nodes.TemplateData(said) if _SPECIAL.search(said) else nodes.Const(said)


def _spread(node: nodes.Expr) -> Iterable[nodes.Expr]:
    return node.nodes if isinstance(node, nodes.Concat) else (node,)


def words_of(catalogue: NullTranslations, language: str) -> dict[str, Callable[..., Any]]:
    """The functions for what is only known when the page is made: amounts, and messages that are values."""

    def gettext(message: str, /, **values: object) -> Markup:
        return _markup(catalogue.gettext(message)) % values

    def pgettext(where: str, message: str, /, **values: object) -> Markup:
        return _markup(catalogue.pgettext(where, message)) % values

    @lru_cache(maxsize=4096)
    def counted(one: str, many: str, amount: int) -> Markup:
        return _markup(catalogue.ngettext(one, many, amount)) % {"num": number(amount, language)}

    def ngettext(amount: int, one: str, many: str, /, **values: object) -> Markup:
        if not values:
            return counted(one, many, amount)
        return _markup(catalogue.ngettext(one, many, amount)) % {"num": number(amount, language), **values}

    return {"_": gettext, "gettext": gettext, "pgettext": pgettext, PLURAL: ngettext}


def _markup(said: str) -> Markup:
    return Markup(said)  # noqa: S704  (a message of a template, or its translation; what fills it is escaped)
