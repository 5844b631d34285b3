"""The schemas accept what the reader accepts, and offer what the archive has."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.model.written.base import Written
from generator.read.discover import EntryKind, InputFile, discover
from generator.read.entry import MODELS, read_entry
from generator.scaffold.known import Known, known_of
from generator.scaffold.newarchive import NewArchive, archive_files
from generator.scaffold.schema import schema_files
from generator.scaffold.write import add
from tests.archive import ROOT
from tests.read.reading import NEEDED


class Core(yaml.SafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2, in which `no` is a text and a day is one, too."""


Core.yaml_implicit_resolvers = {}
for tag, form, firsts in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"null|Null|NULL|~|", ["n", "N", "~", ""]),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{form})$"), list(firsts))


def front_matter(file: InputFile) -> Any:
    text = file.raw.decode()
    return yaml.load(text if file.kind is EntryKind.SITE else text.split("---\n")[1], Loader=Core)  # noqa: S506 - a SafeLoader


def schemas(known: Known) -> dict[str, dict[str, Any]]:
    return {name.partition(".")[0]: json.loads(text) for name, text in schema_files(known).items()}


@pytest.fixture(scope="module")
def sample() -> Known:
    return known_of(discover(ROOT).files, facts=True)


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from nodes(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from nodes(value)


def test_there_is_a_schema_for_every_kind_of_file(sample: Known) -> None:
    assert schemas(sample).keys() == set(EntryKind)


@pytest.mark.slow
@pytest.mark.parametrize("draft", [jsonschema.Draft7Validator, jsonschema.Draft202012Validator])
def test_each_is_sound_by_the_draft_it_names_and_by_the_newest(sample: Known, draft: Any) -> None:
    for schema in schemas(sample).values():
        assert schema["$schema"] == jsonschema.Draft7Validator.META_SCHEMA["$schema"]
        draft.check_schema(schema)


def test_a_pattern_is_one_in_javascript_too(sample: Known) -> None:
    for schema in schemas(sample).values():
        for node in nodes(schema):
            pattern = node.get("pattern")
            if isinstance(pattern, str):
                assert not re.search(r"\(\?P|\\[AZz]|\(\?[aiLmsux]", pattern), pattern
                re.compile(pattern)


@pytest.mark.slow
@pytest.mark.parametrize("archive", ["sample", "new"])
def test_every_file_of_a_sound_archive_is_accepted(archive: str, tmp_path: Path) -> None:
    folder = ROOT
    if archive == "new":
        add(tmp_path, archive_files(NewArchive("New")))
        folder = tmp_path
    files = discover(folder).files
    made = schemas(known_of(files, facts=True))
    assert {file.kind for file in files} == set(EntryKind)
    for file in files:
        jsonschema.validate(front_matter(file), made[file.kind])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("article", "slug: 2024\n"),
        ("article", "url:\nactors:\nfacts:\nlanguage: ~\n"),
        ("article", "draft: 'true'\n"),
        ("article", "actors: [sohr, OSDH, somebody nobody knows, 1984]\n"),
        ("article", "source_is: x\n"),
        (
            "article",
            "facts: [{measure: a/b, value: 12, quote: x, on: 2024-11-29, status: corrected, reason: y}]\n",
        ),
        (
            "article",
            "facts: [{measure: a/b, value: 012, quote: 2, according_to: null, as_of: 2024-11-29~}]\n",
        ),
        (
            "article",
            "facts: [{measure: a/b, low: 1.5, high: '2', quote: x, credibility: '3', qualifier: }]\n",
        ),
        ("article", "facts: [{measure: a/b, value: 1, quote: x, credibility: 7}]\n"),
        ("article", "facts: [{measure: ab, value: 1, quote: x}]\n"),
        ("article", "publish_at: 2024-11-29T18:00+01:00\n"),
        ("article", "publish_at: 2024-11-29 18:00 Europe/Paris\n"),
        ("article", "date: 29.11.2024\n"),
        ("summary", "covers: [2024-11-29-nothing-of-that-name]\nmade_by: ai\n"),
        ("summary", "made_by: robot\n"),
        ("summary", "takeaways: [{text: NO, facts: [a#b]}]\n"),
        ("summary", "takeaways: [{text: NO, facts: [a-b]}]\n"),
        ("actor", "speaks_for: nobody yet\nrelations: [{role: backed by, actor: yes}]\n"),
        ("actor", "kind: MONITOR\n"),
        ("source", "counts_as_source: false\nreliability: F\n"),
        ("source", "counts_as_source: no\n"),
        ("source", "reliability: Z\n"),
        ("topic", "measures: {killed: {label: 1984, cumulative: true}}\n"),
        ("topic", "measures: {Killed: {label: x}}\n"),
        ("topic", "measures:\n"),
        ("site", "checks: {stale-print: off}\nauthor: 007\n"),
        ("site", "checks: {stale-print: perhaps}\n"),
        ("site", "language: english\n"),
        ("site", "pagefnd: x\n"),
    ],
)
def test_the_schema_accepts_what_the_reader_accepts(sample: Known, kind: str, more: str) -> None:
    needed = NEEDED[EntryKind(kind)]
    key = more.partition(":")[0]
    needed = "".join(line for line in needed.splitlines(keepends=True) if not line.startswith(f"{key}:"))
    text = needed + more if kind == "site" else f"---\n{needed}{more}---\nThe text.\n"
    file = InputFile("content/x", EntryKind(kind), "x", text.encode())
    valid = jsonschema.Draft7Validator(schemas(sample)[kind]).is_valid(front_matter(file))
    assert valid == (not read_entry(file).diagnostics)


@pytest.mark.slow
def test_every_key_has_its_description(sample: Known) -> None:
    made = schemas(sample)

    def described(schema: dict[str, Any], model: type[Written]) -> None:
        assert schema["properties"].keys() == model.model_fields.keys()
        for name, field in model.model_fields.items():
            assert schema["properties"][name]["description"]
            assert field.description is None or schema["properties"][name]["description"] == field.description

    for kind, model in MODELS.items():
        described(made[kind], model)


def offered(schema: dict[str, Any], *path: str) -> list[str]:
    """The menu at a key."""
    node = schema
    for key in path:
        node = node[key]
    menu = node["anyOf"][0]["$ref"].removeprefix("#/definitions/")
    return list(schema["definitions"][menu]["enum"])


FACT = ("properties", "facts", "items", "properties")


@pytest.mark.slow
def test_the_archives_own_names_are_offered_where_they_belong(sample: Known) -> None:
    summary = schemas(sample)["summary"]
    assert offered(summary, "properties", "source")[0] == "bfmtv"
    assert {"sohr", "OSDH", "Syrian Observatory for Human Rights"} <= set(
        offered(summary, *FACT, "according_to")
    )
    assert offered(summary, *FACT, "measure") == [measure.id for measure in sample.measures]
    assert "2024-11-29-fighters-reach-the-edge" in offered(summary, "properties", "covers", "items")
    takeaway = ("properties", "takeaways", "items", "properties")
    assert "2024-11-29-fighters-reach-the-edge#killed" in offered(summary, *takeaway, "facts", "items")
    assert "hts" in offered(schemas(sample)["actor"], "properties", "speaks_for")


def test_where_the_archive_has_names_no_example_of_ours_is_offered(sample: Known) -> None:
    assert "examples" not in schemas(sample)["article"]["properties"]["source"]
    assert schemas(Known())["article"]["properties"]["source"]["examples"] == ["bfmtv"]


def test_the_menu_says_whose_name_an_alias_is(sample: Known) -> None:
    actors = schemas(sample)["article"]["definitions"]["actors"]
    remarks = dict(zip(actors["enum"], actors["enumDescriptions"], strict=True))
    assert remarks["OSDH"] == remarks["sohr"] == "Syrian Observatory for Human Rights (monitor)"


def test_the_rules_are_offered_by_their_codes() -> None:
    made = schemas(Known(rules={"stale-print": "An old figure was printed late."}))
    level = made["site"]["properties"]["checks"]["properties"]["stale-print"]
    assert level["enum"] == ["off", "warning", "error"]
    assert level["description"] == "An old figure was printed late."
    assert "stale-print" in made["article"]["properties"]["silence"]["properties"]


def test_an_empty_archive_has_schemas_without_menus() -> None:
    for schema in schemas(Known()).values():
        jsonschema.Draft7Validator.check_schema(schema)
        assert "definitions" not in schema


def test_the_same_archive_gives_the_same_schemas(sample: Known) -> None:
    assert schema_files(sample) == schema_files(known_of(discover(ROOT).files, facts=True))
