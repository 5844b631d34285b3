"""A schema that accepts what our reader accepts.

Editors give a value a type of its own (`title: 1984` is a number to them), and our reader takes every
scalar for a text; a key without a value counts as left out, unless it is needed.
"""

import re
from typing import Any

YEAR = "2024"
"""A number that may be meant as a text: as a slug, as a fact's key."""


def loose(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with the types widened, all the way down."""
    found = _without_null(schema)
    if found.get("type") == "object":
        return _object(found)
    if found.get("type") == "array":
        return _maybe({**found, "items": loose(found["items"])}, schema)
    return _maybe(_scalar(found), schema)


def _object(schema: dict[str, Any]) -> dict[str, Any]:
    needed = set(schema.get("required", ()))
    found = dict(schema)
    if "properties" in schema:
        found["properties"] = {
            name: loose(value) if name in needed else _nullable(loose(value))
            for name, value in schema["properties"].items()
        }
    for key in ("additionalProperties", "patternProperties"):
        if isinstance(schema.get(key), dict):
            found |= _keyed(schema[key], by_pattern=key == "patternProperties")
    if "patternProperties" in found:
        del found["patternProperties"]
    return found


def _keyed(values: dict[str, Any], *, by_pattern: bool) -> dict[str, Any]:
    """A group whose keys the author chooses: what stands at each, and which form a key has."""
    if not by_pattern:
        return {"additionalProperties": loose(values)}
    ((pattern, value),) = values.items()
    return {"propertyNames": {"pattern": pattern}, "additionalProperties": loose(value)}


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """`anyOf` something or null, as that something."""
    ways = [way for way in schema.get("anyOf", ()) if way != {"type": "null"}]
    if len(ways) != 1:
        return schema
    return {**ways[0], **{key: value for key, value in schema.items() if key != "anyOf"}}


def _maybe(found: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    return _nullable(found) if {"type": "null"} in schema.get("anyOf", ()) else found


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    if "enum" in schema:
        told = {key: value for key, value in schema.items() if key not in {"enum", "type"}}
        return {**told, "anyOf": [{"enum": schema["enum"]}, {"type": "null"}]}
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    return schema if "null" in kinds or not kinds else {**schema, "type": [*kinds, "null"]}


def _scalar(schema: dict[str, Any]) -> dict[str, Any]:
    """The types under which an editor may know what our reader takes."""
    if "enum" in schema:
        return schema
    match schema.get("type"):
        case "boolean":
            return {**schema, "type": ["boolean", "string"], "pattern": "^(true|false)$"}
        case "integer":
            return {**schema, "type": ["integer", "string"], "pattern": "^[0-9]+$"}
        case "string" if schema.get("format") == "date":
            # Many programs pass over a format.
            return {**schema, "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
        case "string" if "pattern" in schema:
            numbers = ["integer"] if re.search(schema["pattern"], YEAR) else []
            return {**schema, "type": ["string", *numbers]}
        case "string":
            # Not also true and false: editors would offer these two as names.
            return {**schema, "type": ["string", "number"]}
    return schema
