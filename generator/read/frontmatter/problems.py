"""What the models refuse, in words for editors, each with its place."""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from msgspec import Struct
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.model.nearest import folded, nearest
from generator.model.written.mistake import Mistake, quoted
from generator.model.written.text import kind_of
from generator.read.frontmatter.tree import Path, Tree


class Refused(Struct, frozen=True):
    """One mistake at a path of the front matter; with `key` it is about the key itself."""

    path: Path
    code: str
    message: str
    hint: str = ""
    key: bool = False


def refused(error: ValidationError, model: type[BaseModel], tree: Tree) -> Iterator[Refused]:
    """All mistakes that a model found in a tree, in its own order."""
    for details in error.errors(include_url=False):
        yield _refused(details, model, tree)


def _refused(details: ErrorDetails, model: type[BaseModel], tree: Tree) -> Refused:
    path = details["loc"]
    key = path[-1:] == ("[key]",)
    path = path[:-1] if key else path
    mistake = details.get("ctx", {}).get("error")
    if isinstance(mistake, Mistake):
        path = path[:-1] if mistake.parent else (*path, *mistake.at)
        return Refused(path, mistake.code, mistake.message, mistake.hint, key)
    match details["type"]:
        case "extra_forbidden":
            return _unknown_key(path, _model_at(model, path[:-1]))
        case "missing":
            return _missing_key(path, _model_at(model, path[:-1]), tree)
        case "model_type" | "model_attributes_type" | "dict_type":
            message = f"keys with values are expected here, not {kind_of(details['input'])}"
            return Refused(path, "not-a-mapping", message, _keys_hint(_model_at(model, path)))
        case _:
            return Refused(path, "wrong-value", details["msg"][:1].lower() + details["msg"][1:], "", key)


def _unknown_key(path: Path, model: type[BaseModel] | None) -> Refused:
    key = str(path[-1])
    known = list(model.model_fields) if model else []
    meant = nearest(key, known)
    hint = (
        f'did you mean "{meant}"?{_odd_signs(key, meant)}'
        if meant
        else f"the keys here are {', '.join(known)}"
    )
    return Refused(path, "unknown-key", f"no key {quoted(key)} here", hint, key=True)


def _missing_key(path: Path, model: type[BaseModel] | None, tree: Tree) -> Refused:
    key = str(path[-1])
    example = _example(model, key)
    holder = _value_at(tree, path[:-1])
    if isinstance(holder, dict) and key in holder:
        return Refused(
            path, "empty-value", f'the key "{key}" has no value', f"write it such as {key}: {example}"
        )
    return Refused(
        path[:-1], "missing-key", f'the key "{key}" is missing', f"add a line such as {key}: {example}"
    )


def _odd_signs(key: str, meant: str) -> str:
    """The code points by which a key differs from the right one, where the eye may not see them."""
    alike = folded(key) == folded(meant)
    odd = [sign for sign in dict.fromkeys(key) if sign not in meant and (alike or not sign.isascii())]
    if not odd:
        return ""
    names = (f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".strip() for sign in odd[:3])
    return f" yours has {', '.join(names)}"


def _keys_hint(model: type[BaseModel] | None) -> str:
    if model is None:
        return "write one key a line, each with a colon and a value"
    needed = [name for name, field in model.model_fields.items() if field.is_required()]
    return f"write at least {' and '.join(f'{name}: …' for name in needed)}"


def _example(model: type[BaseModel] | None, key: str) -> str:
    field = model.model_fields.get(key) if model else None
    return str(field.examples[0]) if field and field.examples else "…"


def _value_at(tree: Tree, path: Path) -> Tree:
    for step in path:
        if isinstance(tree, Mapping) and isinstance(step, str):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model of the value at a path: steps into lists and groups do not change it."""
    found: type[BaseModel] | None = model
    entry_of: type[BaseModel] | None = None
    for step in path:
        if entry_of is not None:
            found, entry_of = entry_of, None
            continue
        field = found.model_fields.get(str(step)) if found else None
        found, entry_of = None, _model_in(field.annotation) if field else None
    return found


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        if model := _model_in(part):
            return model
    return None
