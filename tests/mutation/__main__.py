"""Mutation testing: `python -m tests.mutation judge [--sample 200 --seed 8]`, with mutmut in the path.

Everything happens in a copy of the project. Each survivor is shown as a difference, and a last line counts.
"""

import argparse
import ast
import difflib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from fnmatch import fnmatchcase
from pathlib import Path

from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.utils.format_utils import mangled_name_from_mutant_name

from tests.mutation.parts import PARTS, Part

ROOT = Path(__file__).parents[2]
COPIED = ("generator", "tests", "themes", "content", "docs", "pyproject.toml", "README.md")


def mutated(part: Part, work: Path) -> list[str]:
    """Put every mistake into the source files of a copy, each asleep; returns the names of all."""
    names = []
    for path in part.files(ROOT):
        made = mutate_file_contents(str(path), (work / path).read_text(encoding="utf-8"))
        (work / path).write_text(made.code, encoding="utf-8")
        module = ".".join(path.with_suffix("").parts)
        names += [f"{module}.{name}" for name in made.mutant_names]
    return names


def shown(name: str, work: Path) -> str:
    """What a mistake is, as lines that go and lines that come."""
    module, _, function = name.rpartition(".")
    code = (work / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")
    bodies = {
        node.name: f"({ast.unparse(node.args)})\n{ast.unparse(node.body)}"
        for node in ast.walk(ast.parse(code))
        if _is_function(node)
    }
    before = bodies[mangled_name_from_mutant_name(function) + "__mutmut_orig"]
    lines = difflib.unified_diff(before.splitlines(), bodies[function].splitlines(), n=0, lineterm="")
    return "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))


def _is_function(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("part", choices=sorted(PARTS))
    parser.add_argument("--sample", type=int, default=0, help="so many of the mistakes, chosen by --seed")
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--minutes", type=float, default=1e6, help="after which no more of them is begun")
    parser.add_argument("--only", nargs="+", default=["*"], help="patterns of names: '*.publish.lock.*'")
    asked = parser.parse_args()
    part = PARTS[asked.part]
    with tempfile.TemporaryDirectory(prefix="mutation-") as temporary:
        work = Path(temporary)
        for name in COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
            copy(ROOT / name, work / name)
        every = [name for name in mutated(part, work) if any(fnmatchcase(name, one) for one in asked.only)]
        chosen = random.Random(asked.seed).sample(every, asked.sample or len(every))  # noqa: S311 -- no secret
        (work / "chosen.json").write_text(json.dumps(chosen), encoding="utf-8")
        command = [sys.executable, "-m", "tests.mutation.forks", asked.part, str(asked.minutes)]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(work), *sys.path[1:]))}
        subprocess.run(command, cwd=work, env=environment, check=True)
        ends: dict[str, str] = json.loads((work / "ends.json").read_text(encoding="utf-8"))
        for name in sorted(name for name, end in ends.items() if end in {"survived", "no test"}):
            print(f"\n{name}: {ends[name]}\n{shown(name, work)}")
    counts = ", ".join(f"{list(ends.values()).count(end)} {end}" for end in sorted(set(ends.values())))
    dead = sum(end in {"killed", "never ended"} for end in ends.values())
    share = f"{dead / len(ends):.1%}" if ends else "none"
    print(f"\n{asked.part}: {len(every)} made, {len(ends)} run, {share} found; {counts}")
    return 0


sys.exit(main())
