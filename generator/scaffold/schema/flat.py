"""A schema without references: some editors read no key that stands beside one."""

from typing import Any

NOISE = frozenset({"title"})
"""What pydantic makes of the names of classes and fields."""
RENAMED = {"ge": "minimum", "le": "maximum"}
"""Limits behind a validator, which pydantic writes under its own names."""
GROUPS = frozenset({"properties", "patternProperties"})
"""Below these stand names, not keywords."""


def flat(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with every reference replaced by what it leads to."""
    defined = schema.get("$defs", {})
    return _flat({key: value for key, value in schema.items() if key != "$defs"}, defined)


def _flat(node: dict[str, Any], defined: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in node:
        target = defined[node["$ref"].removeprefix("#/$defs/")]
        node = {**target, **{key: value for key, value in node.items() if key != "$ref"}}
    found: dict[str, Any] = {}
    for key, value in node.items():
        if key in NOISE or (key == "default" and value in (None, "", [], {})):
            continue
        if key in GROUPS:
            found[key] = {name: _flat(inner, defined) for name, inner in value.items()}
        elif key not in {"examples", "default", "enum"}:
            found[RENAMED.get(key, key)] = _inside(value, defined)
        else:
            found[key] = value
    return found


def _inside(value: Any, defined: dict[str, Any]) -> Any:
    if isinstance(value, dict):
        return _flat(value, defined)
    if isinstance(value, list):
        return [_inside(item, defined) for item in value]
    return value
