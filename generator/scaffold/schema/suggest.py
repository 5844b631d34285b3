"""What the archive knows, offered where it may be written.

A suggestion is never a rule: it stands beside what the model accepts. A schema is a picture of the archive
at one moment, and an alias may be written in another case; whether a name is right is for `dateline check`
to say.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from generator.scaffold.known import NEWEST, Known, Named

Offers = Mapping[str, str]
"""What may be written, each with a remark."""
PLACES = {
    "source": "sources",
    "actors": "actors",
    "actor": "actors",
    "according_to": "actors",
    "via": "actors",
    "speaks_for": "actors",
    "measure": "measures",
    "covers": "documents",
    "facts": "facts",
    "supersedes": "facts",
}
"""By key: which names belong there. Where the value is a group of keys, nothing is offered."""

TOLD = ("description", "default")
"""What is said of a key, and stays in front of its two ways to be right."""
DROPPED = "examples"
"""Editors offer these, too; where the archive has names of its own, another's would only mislead."""
RULED = frozenset({"checks", "silence"})
"""Keys whose value is a group with codes of rules as keys."""


def with_suggestions(schema: dict[str, Any], known: Known) -> dict[str, Any]:
    """The schema with the names of the archive offered at every key that takes one."""
    offers = {what: menu for what, menu in _offers(known).items() if menu}
    used: set[str] = set()
    found = _inside(_with_rules(schema, known.rules), offers, used)
    menus = {what: _menu(offers[what]) for what in sorted(used)}
    return {**found, "definitions": menus} if menus else found


def _with_rules(schema: dict[str, Any], rules: Mapping[str, str]) -> dict[str, Any]:
    """The codes of rules, offered as keys; any other is left to `dateline check`."""
    properties = dict(schema["properties"])
    for key in RULED & properties.keys():
        group = properties[key]
        keys = {code: {**group["additionalProperties"], "description": rules[code]} for code in sorted(rules)}
        properties[key] = {**group, "properties": keys}
    return {**schema, "properties": properties}


def _offers(known: Known) -> Mapping[str, Offers]:
    return {
        "sources": _named(known.sources),
        "actors": _named(known.actors),
        "measures": {
            measure.id: f"{measure.label} ({measure.unit or measure.type.value})"
            for measure in known.measures
        },
        "documents": dict.fromkeys(known.documents[:NEWEST], ""),
        "facts": dict.fromkeys(known.facts, ""),
    }


def _named(named: Iterable[Named]) -> Offers:
    """Ids before names, so that the menu begins with what is shortest to write."""
    known = tuple(named)
    remarks = {one.id: f"{one.name} ({one.is_a})" for one in known}
    return remarks | {name: remarks[one.id] for one in known for name in one.names if name not in remarks}


def _menu(offers: Offers) -> dict[str, Any]:
    menu: dict[str, Any] = {"enum": list(offers)}
    # Not of JSON Schema: editors show these beside the entries, and every validator passes over them.
    return {**menu, "enumDescriptions": list(offers.values())} if any(offers.values()) else menu


def _inside(schema: dict[str, Any], offers: Mapping[str, Offers], used: set[str]) -> dict[str, Any]:
    found = dict(schema)
    if "properties" in schema:
        found["properties"] = {
            name: _offered(_inside(value, offers, used), PLACES.get(name, ""), offers, used)
            for name, value in schema["properties"].items()
        }
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            found[key] = _inside(schema[key], offers, used)
    return found


def _offered(
    schema: dict[str, Any], what: str, offers: Mapping[str, Offers], used: set[str]
) -> dict[str, Any]:
    if "items" in schema:
        return {**schema, "items": _offered(schema["items"], what, offers, used)}
    if what not in offers or "properties" in schema:
        return schema
    used.add(what)
    told: dict[str, Any] = {key: schema[key] for key in TOLD if key in schema}
    accepted = {key: value for key, value in schema.items() if key not in {*told, DROPPED}}
    return {**told, "anyOf": [{"$ref": f"#/definitions/{what}"}, accepted]}
