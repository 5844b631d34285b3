"""Pagefind is the only program that Dateline starts, and it is started in one place."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.archive import ROOT

GENERATOR = ROOT / "generator"
STARTING = "search/run.py"
"""The one module that may start a program."""
FORKING = "workers.py"
"""The one module that may have processes of its own: the same code, for more cores."""
EVALUATING = "memo/codec.py"
"""The one module that makes functions out of text: of the names of our own fields, nothing else."""
MODULES = frozenset(("subprocess", "pty", "multiprocessing", "_posixsubprocess"))
SUSPECT = re.compile(
    rb"subprocess|multiprocessing|\b(?:pty|os|posix|asyncio|eval|exec)\b|__import__|import_module"
)
"""Without one of these words a source need not be looked at."""
CALLS = frozenset(("system", "popen", "fork", "forkpty", "startfile"))
PREFIXES = ("exec", "spawn", "posix_spawn", "create_subprocess")


def sources() -> Iterator[tuple[str, ast.Module]]:
    for file in sorted(GENERATOR.rglob("*.py")):
        if SUSPECT.search(source := file.read_bytes()):
            yield file.relative_to(GENERATOR).as_posix(), ast.parse(source)


def starting(tree: ast.Module) -> set[str]:
    """What a module uses that starts processes."""
    found = set[str]()
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found |= {one.name for one in names if one.name.split(".")[0] in MODULES}
            case ast.ImportFrom(module=str(module), names=names):
                found |= {module} if module.split(".")[0] in MODULES else set()
                if module in {"os", "posix", "asyncio", "shutil"}:
                    found |= {f"{module}.{one.name}" for one in names if starts(one.name)}
            case ast.Attribute(value=ast.Name(id=("os" | "posix" | "asyncio") as module), attr=name):
                found |= {f"{module}.{name}"} if starts(name) else set()
            case ast.Call(func=ast.Name(id=("eval" | "exec" | "__import__") as name)):
                found.add(name)
            case ast.Call(func=ast.Attribute(attr="import_module"), args=[ast.Constant(value=str(module))]):
                found |= {module} & MODULES
    return found


def starts(name: str) -> bool:
    return name in CALLS or name.startswith(PREFIXES)


@pytest.mark.slow
def test_one_module_starts_a_program_and_one_forks() -> None:
    found = {path: used for path, tree in sources() if (used := starting(tree))}
    assert found == {STARTING: {"subprocess"}, FORKING: {"multiprocessing", "os.fork"}, EVALUATING: {"eval"}}


def test_the_look_through_the_sources_sees_every_way() -> None:
    for text in (
        *(
            "from os import execv",
            "import os; os.posix_spawn",
            "import asyncio; asyncio.create_subprocess_exec",
        ),
        *("import multiprocessing.pool", "import pty", "exec('x')", "import os; os.fork()"),
        "import importlib; importlib.import_module('subprocess')",
    ):
        assert starting(ast.parse(text)), text
    assert not starting(ast.parse("import os; os.path.join('a'); from os import scandir; executor.map(f)"))


def test_it_is_started_once_as_a_list_without_a_shell_and_with_an_environment_of_its_own() -> None:
    calls = [
        node
        for node in ast.walk(ast.parse((GENERATOR / STARTING).read_bytes()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "subprocess"
    ]
    (call,) = calls
    given = {word.arg: ast.unparse(word.value) for word in call.keywords}
    assert ast.unparse(call.func) == "subprocess.Popen"
    assert given["env"] == "environment"
    assert given["start_new_session"] == "True"
    assert given["stdin"] == "subprocess.DEVNULL"
    assert "shell" not in given


def test_the_package_holds_no_program_of_its_own() -> None:
    assert [file for file in GENERATOR.rglob("*") if file.suffix in {".so", ".exe", ".sh", ".dll"}] == []
    assert Path(GENERATOR / STARTING).is_file()
