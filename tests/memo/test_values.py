"""Frozen values: structs, and the few dataclasses."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import generator
from generator.memo.values import fields_of, is_kind, is_value
from generator.model.document import Document
from generator.model.fact import Fact
from generator.model.page import Page
from tests.facts.builders import KILLED, said

DATACLASSES = {"Archive", "AsOf", "Fact", "File", "InputFile", "Page", "Prose", "Verdict"}


def test_a_struct_and_a_dataclass_are_values_and_their_classes_are_kinds() -> None:
    assert is_value(KILLED)
    assert is_value(said(1, "a"))
    assert is_kind(Document)
    assert is_kind(Fact)
    assert not is_value("a word")
    assert not is_kind(str)
    assert not is_kind(said(1, "a"))


def test_a_field_that_makes_no_two_values_unequal_is_left_out() -> None:
    @dataclass(frozen=True)
    class Seen:
        name: str
        at: float = field(compare=False)

    assert fields_of(Seen) == ("name",)
    assert fields_of(Page) == ("path", "template", "listed", "searched")
    assert fields_of(Document)[0] == "id"


def test_all_other_values_are_structs() -> None:
    found = set[str]()
    for file in Path(generator.__file__).parent.rglob("*.py"):
        found |= set(re.findall(r"@dataclass\b.*\nclass (\w+)", file.read_text(encoding="utf-8")))
    assert found == DATACLASSES
