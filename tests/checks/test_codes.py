"""Every code that a message may carry is explained in docs/checks.md, and nothing else is."""

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tests.archive import ROOT

STAGES = ("read", "assemble", "checks", "model/written")
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")
MAKERS = {"Diagnostic", "Mistake", "Refused", "problem", "in_text"}
MAKERS |= {"_problem", "_fatal", "_missing", "_forbidden"}
NAMED = {"CODE", "code"}


def test_every_code_is_explained():
    text = (ROOT / "docs" / "checks.md").read_text()
    explained = set(re.findall(r"^- `([a-z0-9-]+)`", text, re.MULTILINE))
    explained |= set(re.findall(r"^### ([a-z0-9-]+)$", text, re.MULTILINE))
    used = codes()
    assert sorted(used - explained) == []
    assert sorted(explained - used) == []


def test_codes_are_found_wherever_they_are_given():
    assert {"number-not-in-quote", "unattributed", "missing-key", "directive", "bad-name"} <= codes()


def codes() -> set[str]:
    files = chain.from_iterable(sorted((ROOT / "generator" / stage).rglob("*.py")) for stage in STAGES)
    return {code for file in files for code in _codes_in(file)}


def _codes_in(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text())):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args, keywords=keywords):
                # A maker's code is its first word in kebab case; messages have spaces, paths are tuples.
                yield from _constants([word.value for word in keywords if word.arg == "code"])
                if name in MAKERS:
                    yield from list(_constants(args))[: 2 if isinstance(args[0], ast.IfExp) else 1]
            case ast.Return(value=ast.Tuple(elts=[ast.Constant() as first, *_])):
                yield from (code for code in _constants([first]) if "-" in code)
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in NAMED:
                yield from _constants([value])
            case ast.FunctionDef(args=ast.arguments(kwonlyargs=named, kw_defaults=defaults)):
                given = [
                    default
                    for argument, default in zip(named, defaults, strict=True)
                    if argument.arg == "code" and default
                ]
                yield from _constants(given)


def _constants(nodes: list[ast.expr]) -> Iterator[str]:
    for node in chain.from_iterable(
        (node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,) for node in nodes
    ):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
            yield node.value
