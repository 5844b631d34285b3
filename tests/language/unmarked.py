"""Words in a template that no translator would ever see."""

import re
from collections.abc import Iterator

from jinja2 import Environment, nodes

JINJA = re.compile(r"{% trans.*?endtrans %}|{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)
SAID = re.compile(
    r'\s(?:aria-label|title|placeholder|alt|data-label|data-(?:some|all|none|reading|failed))="([^"]*)"'
)
ATTRIBUTE = re.compile(r'[a-z-]+(?:\x00)?[a-z-]*="[^"]*"')
"""What a macro writes into the tag that it is called in."""
NAMES = re.compile(r"{% block kind %}.*?{% endblock %}|<kbd>.*?</kbd>|\bDateline\b")
"""What is called the same in every language: a class, a key of the keyboard, this program."""
WORD = re.compile(r"[A-Za-z]{2}")
SENTENCE = re.compile(r"[A-Z][a-z]+(?: |$)|[a-z] [a-z]")
"""What a string in an expression looks like when it is meant for readers, and not for machines."""
FUNCTIONS = {"_", "gettext", "pgettext", "ngettext"}


def unmarked(source: str) -> Iterator[str]:
    """The words that stand in the markup itself, or in an expression, outside `_` and its kin."""
    markup = NAMES.sub("", source)
    plain = JINJA.sub("\x00", markup)
    for part in re.split(r"(<[^>]*>)", plain):
        found = SAID.findall(part) if part.startswith("<") else [ATTRIBUTE.sub("", part)]
        yield from (" ".join(text.replace("\x00", " ").split()) for text in found if WORD.search(text))
    tree = Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).parse(source)
    yield from (text for text in _strings(tree) if SENTENCE.search(text))


def _strings(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, nodes.Pair):
        yield from _strings(node.value)
    elif not (
        isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in FUNCTIONS
    ):
        for child in node.iter_child_nodes():
            yield from _strings(child)
