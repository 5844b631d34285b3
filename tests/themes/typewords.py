"""Types in words that say what a template can do with a value."""

import ast
from collections.abc import Callable

from tests.themes.views import Class, alias_named, class_named

PLAIN = {
    "str": "text",
    "int": "number",
    "float": "number",
    "Decimal": "number",
    "bool": "yes or no",
    "date": "day",
    "datetime": "moment",
    "Any": "anything",
    "object": "anything",
    "None": "none",
    "Prose": "a text for [`prose`](#the-filters)",
    "Weft": "what [`prose`](#the-filters) weaves in",
}
"""Our own `Prose` and `Weft` are among them: a template hands them to the filter."""
LISTS = {"tuple", "Sequence", "Iterable", "frozenset"}

Link = Callable[[Class], str]
"""How a class of ours is named and where it is told."""


def words_of(type: ast.expr | None, module: str, link: Link) -> str:
    """A type, in a module that says what its names mean: `tuple[Card, ...]` is a list of Card."""
    match type:
        case None:
            return ""
        case ast.Constant(value=str(written)):
            return words_of(ast.parse(written, mode="eval").body, module, link)
        case ast.Constant(value=value):
            return PLAIN[str(value)]
        case ast.BinOp(left=left, right=right):
            return f"{words_of(left, module, link)} or {words_of(right, module, link)}"
        case ast.Subscript(value=ast.Name(id=name), slice=inner):
            parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
            if name == "Literal":
                return " or ".join(f"`{ast.literal_eval(part)}`" for part in parts)
            listed = name in LISTS and (len(parts) == 1 or ast.unparse(parts[1]) == "...")
            told = [words_of(part, module, link) for part in (parts[:1] if listed else parts)]
            if listed:
                return f"list of {told[0]}"
            if name in LISTS:
                return " and ".join(told)
            return f"{told[1]} by {told[0]}" if len(told) == 2 else " and ".join(told)
        case ast.Name(id=name):
            return _named(name, module, link)
        case _:
            return f"`{ast.unparse(type)}`"


def _named(name: str, module: str, link: Link) -> str:
    if name in PLAIN:
        return PLAIN[name]
    if found := class_named(module, name):
        return link(found)
    if meant := alias_named(module, name):
        return words_of(meant, module, link)
    return f"`{name}`"
