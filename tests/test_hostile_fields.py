"""Every field that an author fills in freely is hostile in the archive that browsers are shown.

The fields are those of the schemas, so that one that is added later is missed here until it is hostile too.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from generator.model.diagnostic import Severity
from generator.model.written.actor import WrittenActor
from generator.model.written.article import WrittenArticle
from generator.model.written.base import Written
from generator.model.written.site import WrittenSite
from generator.model.written.source import WrittenSource
from generator.model.written.summary import WrittenSummary
from generator.model.written.topic import WrittenTopic
from generator.scaffold.schema.written import schema_of
from tests.archive import PLACES, examined, md
from tests.test_hostile import ASKING, ATTACKS, FILES, LONGER, OTHER, WHOLE

WRITTEN: dict[str, type[Written]] = {
    "site.yaml": WrittenSite,
    "sources/": WrittenSource,
    "topics/": WrittenTopic,
    "actors/": WrittenActor,
    "articles/": WrittenArticle,
    "summaries/": WrittenSummary,
}
NO_WORDS = {
    "site.yaml timezone": "the name of a time zone, from a list",
    "site.yaml pagefind": "the path of a program; no page has it",
    **{f"{kind} facts low": "a number, checked by its measure" for kind in ("articles/", "summaries/")},
    **{f"{kind} facts high": "a number, checked by its measure" for kind in ("articles/", "summaries/")},
}
"""Fields that are text in the schema and take no words."""
ADDRESS = "^[Hh][Tt][Tt][Pp][Ss]?://"
BOUND = ("pattern", "enum", "const", "format")


def free(schema: dict[str, Any], defs: dict[str, Any], path: str) -> Iterator[str]:
    """The path of each field that takes any words, and of each web address."""
    if "$ref" in schema:
        yield from free(defs[schema["$ref"].rpartition("/")[2]], defs, path)
    for one in schema.get("anyOf", ()):
        yield from free(one, defs, path)
    for name, value in schema.get("properties", {}).items():
        yield from free(value, defs, f"{path} {name}")
    for value in schema.get("patternProperties", {}).values():
        yield from free(value, defs, path)
    for inner in ("items", "additionalProperties"):
        if isinstance(schema.get(inner), dict):
            yield from free(schema[inner], defs, path)
    kinds = schema.get("type", ())
    is_text = "string" in ([kinds] if isinstance(kinds, str) else kinds)
    is_address = schema.get("pattern") == ADDRESS and path != "site.yaml base_url"
    if is_text and (is_address or not any(key in schema for key in BOUND)):
        yield path


def fields() -> list[str]:
    found = []
    for kind, model in WRITTEN.items():
        schema: dict[str, Any] = schema_of(model)
        found += free(schema, schema.get("$defs", {}), kind)
    return sorted(set(found))


def said(value: Any, path: list[str]) -> Iterator[str]:
    """Every text that stands at a path, below whatever lists and keys of an author's own."""
    if isinstance(value, list):
        for one in value:
            yield from said(one, path)
    elif isinstance(value, dict):
        within = [value[path[0]]] if path and path[0] in value else value.values()
        for one in within:
            yield from said(one, path[1:] if path and path[0] in value else path)
    elif not path and isinstance(value, str):
        yield value


def front(name: str) -> Any:
    text = FILES[name]
    return yaml.safe_load(text if name.endswith(".yaml") else text.split("---\n")[1])


@pytest.mark.slow
@pytest.mark.parametrize("field", [field for field in fields() if field not in NO_WORDS])
def test_a_field_that_takes_words_is_hostile_in_the_archive(field: str) -> None:
    kind, *path = field.split()
    texts = [text for name in FILES if name.startswith(kind) for text in said(front(name), path)]
    attacks = {*ATTACKS, *ASKING, WHOLE, LONGER, OTHER, "'onload=alert(1)", "<b>"}
    assert any(attack in text for text in texts for attack in attacks), texts


def test_the_fields_of_the_schemas_are_found() -> None:
    found = fields()
    assert {"topics/ measures label", "actors/ relations role", "summaries/ takeaways text"} <= set(found)
    assert set(NO_WORDS) <= set(found)
    assert "articles/ date" not in found


@pytest.mark.parametrize(
    "name", ['"><svg onload=alert(1)>.png', "<b>.csv", "javascript:alert(1).pdf", "map.svg", "x.html"]
)
def test_h12_a_file_with_a_hostile_name_or_kind_is_refused(name: str) -> None:
    (problem,) = [
        problem
        for problem in examined(PLACES | {f"assets/{name}": "x"}).diagnostics
        if "asset" in problem.code
    ]
    assert (problem.code, problem.severity) == ("refused-asset", Severity.ERROR)


@pytest.mark.parametrize("address", ["https://user:pw@example.org/", "https://bbc.com@example.org/"])
def test_an_address_with_a_name_before_the_host_is_refused_in_front_matter_and_told_of_in_a_text(
    address: str,
) -> None:
    news = f"title: News\ndate: 2024-11-29\nsource: paper\nurl: {address}"
    refused = examined(PLACES | {"articles/a.md": md(news)}).diagnostics
    assert [one.code for one in refused if one.severity is Severity.ERROR] == ["not-an-address"]
    text = md("title: News\ndate: 2024-11-29\nsource: paper", f"[x]({address})")
    told = examined(PLACES | {"articles/a.md": text}).diagnostics
    assert "an address with a name before the @ is not followed" in [one.message for one in told]
