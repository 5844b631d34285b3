"""Every code that a message may carry has its rule in the rulebook, and every rule a message."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from itertools import chain
from pathlib import Path
from pkgutil import iter_modules

import pytest

from generator import rulebook
from generator.rulebook import GROUPS, RULES
from generator.rulebook.group import Group
from tests.archive import ROOT

pytestmark = pytest.mark.slow

CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")
MAKERS = {"Diagnostic", "Mistake", "Refused", "problem", "in_text"}
MAKERS |= {"_problem", "_fatal", "_missing", "_forbidden"}
"""Functions of which an argument is a code."""
NAMED = {"CODE", "code"}
"""Names that stand for a code."""
NOT_OF_THE_CONTENT = {"preview"}
"""What the preview tells beside the mistakes of content: a theme or a folder that it cannot use."""
STAGES = {"assemble", "checks", "facts", "model", "read"}
"""Folders in which a pair that begins with a code is one more way to give it."""


def test_every_code_has_a_rule():
    assert sorted(codes() - RULES.keys() - NOT_OF_THE_CONTENT) == []


def test_every_rule_has_a_message():
    assert sorted(RULES.keys() - codes()) == []


def test_no_code_has_two_rules():
    assert len(RULES) == sum(len(group.rules) for group in GROUPS)


def test_every_group_that_is_written_is_in_the_rulebook():
    modules = (import_module(f"generator.rulebook.{found.name}") for found in iter_modules(rulebook.__path__))
    written = [module.GROUP for module in modules if isinstance(getattr(module, "GROUP", None), Group)]
    assert [group.title for group in written if group not in GROUPS] == []


def test_codes_are_found_wherever_they_are_given():
    given = {"number-not-in-quote", "unattributed", "missing-key", "directive", "bad-name"}
    given |= {"measure-without-unit", "wrong-key", "other-measure", "unused-silence", "not-a-choice"}
    assert given - codes() == set()


def codes() -> set[str]:
    files = (ROOT / "generator").rglob("*.py")
    return {code for file in files if "rulebook" not in file.parts for code in _codes_in(file)}


def _codes_in(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text())
    names = _names_in(tree)
    in_stage = file.relative_to(ROOT / "generator").parts[0] in STAGES
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args, keywords=keywords):
                # A maker's code is its first word in kebab case; messages have spaces, paths are tuples.
                yield from _constants((word.value for word in keywords if word.arg == "code"), names)
                if name in MAKERS and args:
                    yield from list(_constants(args, names))[: 2 if isinstance(args[0], ast.IfExp) else 1]
            case ast.Return(value=ast.Tuple(elts=[first, *_])) if in_stage:
                yield from (code for code in _constants([first], {}) if "-" in code)
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in NAMED:
                yield from _constants([value], names)
            case ast.Assign(
                targets=[ast.Tuple(elts=[ast.Name(id=name), *_])], value=ast.Tuple(elts=[first, *_])
            ) if name in NAMED:
                yield from _constants([first], names)
            case ast.FunctionDef(args=ast.arguments(kwonlyargs=named, kw_defaults=defaults)):
                given = (
                    default
                    for argument, default in zip(named, defaults, strict=True)
                    if argument.arg == "code" and default
                )
                yield from _constants(given, names)


def _names_in(tree: ast.Module) -> Mapping[str, ast.expr]:
    """The constants of a module by their names."""
    return {ast.unparse(node.targets[0]): node.value for node in tree.body if isinstance(node, ast.Assign)}


def _constants(nodes: Iterable[ast.expr], names: Mapping[str, ast.expr]) -> Iterator[str]:
    """The words among these that may be codes, of either side of a choice and behind a name."""
    either = chain.from_iterable(
        (node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,) for node in nodes
    )
    for node in either:
        meant = names.get(node.id, node) if isinstance(node, ast.Name) else node
        if isinstance(meant, ast.Constant) and isinstance(meant.value, str) and CODE.fullmatch(meant.value):
            yield meant.value
