"""The views of pages as they stand in the code: names, types, and the sentences below them.

A sentence below a field is not kept when the program runs, so the files are read and not the classes.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.archive import ROOT

PAGES = "generator.pages"
ENUMS = {"Enum", "StrEnum", "IntEnum"}


@dataclass(frozen=True)
class Field:
    """A field of a view, or something that it works out of its fields."""

    name: str
    type: ast.expr | None
    meaning: str


@dataclass(frozen=True)
class Class:
    """A view, something that views are made of, or a list of words."""

    module: str
    name: str
    meaning: str
    fields: tuple[Field, ...]
    words: tuple[Field, ...] = ()
    """Of an enumeration: what each word means."""


@dataclass(frozen=True)
class Kind:
    """A kind of page."""

    module: str
    meaning: str
    templates: tuple[str, ...]
    view: Class


def kinds() -> Iterator[Kind]:
    """Every kind of page, in the order of the site."""
    tree = tree_of(f"{PAGES}.plan")
    (listed,) = (
        node.value
        for node in tree.body
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "KINDS"
    )
    assert isinstance(listed, ast.Tuple)
    for entry in listed.elts:
        module = f"{PAGES}.{ast.unparse(entry).removesuffix('.pages')}"
        (view,) = (
            node.name
            for node in tree_of(module).body
            if isinstance(node, ast.ClassDef) and node.name.endswith("View")
        )
        found = class_named(module, view)
        assert found
        yield Kind(module, _told(tree_of(module)), tuple(_templates(module)), found)


def _templates(module: str) -> Iterator[str]:
    """The templates that a module gives its pages."""
    calls = (node for node in ast.walk(tree_of(module)) if isinstance(node, ast.Call))
    named = (call.args[1] for call in calls if ast.unparse(call.func) == "Page")
    yield from dict.fromkeys(str(ast.literal_eval(name)) for name in named)


@cache
def class_named(module: str, name: str) -> Class | None:
    """The class that a name means in a module; None for what is not ours."""
    for node in tree_of(module).body:
        if isinstance(node, ast.ClassDef) and node.name == name:
            return _class(module, node)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("generator"):
            for alias in node.names:
                if name in {alias.asname, alias.name}:
                    return class_named(node.module, alias.name)
    return None


def alias_named(module: str, name: str) -> ast.expr | None:
    """What a name stands for in a module that gives a type a shorter one."""
    for node in tree_of(module).body:
        if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == [name]:
            return node.value
    return None


@cache
def tree_of(module: str) -> ast.Module:
    """A module, parsed."""
    path = ROOT.joinpath(*module.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return ast.parse(file.read_text(encoding="utf-8"))


def file_of(module: str) -> Path:
    """Where a module stands, from the root of the repository."""
    return Path(*module.split(".")).with_suffix(".py")


def _class(module: str, node: ast.ClassDef) -> Class:
    bases = [ast.unparse(base) for base in node.bases]
    if ENUMS & set(bases):
        words = (
            Field(str(ast.literal_eval(item.value)), None, meaning)
            for item, meaning in _with_meaning(node)
            if isinstance(item, ast.Assign)
        )
        return Class(module, node.name, _told(node), (), tuple(words))
    above = (class_named(module, base) for base in bases)
    inherited = [field for base in above if base for field in base.fields]
    own = [
        Field(ast.unparse(item.target), item.annotation, meaning)
        for item, meaning in _with_meaning(node)
        if isinstance(item, ast.AnnAssign)
    ]
    fields = [*inherited, *own, *_properties(node)]
    return Class(module, node.name, _told(node), tuple(one for one in fields if not one.name.startswith("_")))


def _with_meaning(node: ast.ClassDef) -> Iterator[tuple[ast.stmt, str]]:
    """Each statement with the sentence below it."""
    for item, after in zip(node.body, [*node.body[1:], None], strict=True):
        told = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) and after.value.value
        yield item, " ".join(told.split()) if isinstance(told, str) else ""


def _properties(node: ast.ClassDef) -> Iterator[Field]:
    for item in node.body:
        if isinstance(item, ast.FunctionDef) and "property" in [
            ast.unparse(one) for one in item.decorator_list
        ]:
            yield Field(item.name, item.returns, _told(item))


def _told(node: ast.Module | ast.ClassDef | ast.FunctionDef) -> str:
    """The first paragraph of a docstring, as one line."""
    return " ".join((ast.get_docstring(node) or "").partition("\n\n")[0].split())
