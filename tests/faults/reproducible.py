"""The same archive built in many places and ways, and whether every site is the same to the byte.

    python -m tests.faults.reproducible [--archive FOLDER] [--python PROGRAM]...

Prints a row for each way; exit 1 where one of them made another site. Each `--python` is an interpreter with
the packages of requirements.lock. A clock that libfaketime sets is tried where that is installed.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.publish.verify import files_in, tree_hash
from tests.archive import ROOT
from tests.incremental.small import beginning, text_of

MORE = 45
"""Articles beyond those of the smallest archive: so many that several processes share them."""
SHUFFLED = """
import os, random
_scandir, _listdir, _random = os.scandir, os.listdir, random.Random({seed})
class _Shuffled:
    def __init__(self, entries):
        with entries:
            self._entries = sorted(entries, key=lambda entry: entry.name)
        _random.shuffle(self._entries)
        self._next = iter(self._entries)
    def __iter__(self): return self
    def __next__(self): return next(self._next)
    def __enter__(self): return self
    def __exit__(self, *error): pass
    def close(self): pass
os.scandir = lambda path=".": _Shuffled(_scandir(path))
def _names(path="."):
    names = sorted(_listdir(path))
    _random.shuffle(names)
    return names
os.listdir = _names
"""
JUMPING = """
import random, time
_time, _random = time.time, random.Random(7)
time.time = lambda: _time() + _random.uniform(-1e9, 1e9)
time.time_ns = lambda: int(time.time() * 1e9)
"""
FAKETIME = tuple(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))


@dataclass(frozen=True, slots=True)
class Way:
    """One way to build; what it does not say is as it is here."""

    name: str
    env: Mapping[str, str | None] = field(default_factory=dict)
    """None takes a variable away. {folder} stands for a folder of its own."""
    jobs: int = 2
    folder: str = "archive"
    backwards: bool = False
    """Whether the files are written in the opposite order."""
    modified: int | None = None
    """The time that all files of the content carry."""
    umask: int = 0o022
    startup: str = ""
    """Code that runs before anything else in each process of Python."""
    edited: bool = False
    """Whether another archive was built there before, and remembered."""
    files: int | None = None
    """How many files may be open at once."""
    python: str = sys.executable
    from_within: bool = False
    """Whether it is built from within its folder, by a relative path."""


def clock(name: str, moment: str) -> Way:
    """A clock that shows another time, to this process and to all others that it starts."""
    return Way(name, {"LD_PRELOAD": str(FAKETIME[0]), "FAKETIME": moment, "FAKETIME_DONT_RESET": "1"})


WAYS = (
    Way("as it is"),
    Way("again"),
    Way("another folder", folder="another place/архив, 'quoted'"),
    Way("a deep folder", folder="/".join(["deep"] * 40)),
    Way("from within the folder", from_within=True),
    Way("TZ=Pacific/Kiritimati", {"TZ": "Pacific/Kiritimati"}),
    Way("TZ=America/Anchorage", {"TZ": "America/Anchorage"}),
    Way("TZ=Asia/Kathmandu", {"TZ": "Asia/Kathmandu"}),
    Way("LC_ALL=C", {"LC_ALL": "C", "LANG": "C"}),
    Way("LC_ALL=C.UTF-8", {"LC_ALL": "C.UTF-8"}),
    Way("LC_ALL=tr_TR.UTF-8", {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"}),
    Way("LC_ALL=C, bytes", {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    Way("PYTHONHASHSEED=0", {"PYTHONHASHSEED": "0"}),
    Way("PYTHONHASHSEED=1", {"PYTHONHASHSEED": "1"}),
    Way("PYTHONHASHSEED=4294967295", {"PYTHONHASHSEED": "4294967295"}),
    Way("--jobs 1", jobs=1),
    Way("--jobs 3", jobs=3),
    Way("files written backwards", backwards=True),
    Way("folders listed in disorder", startup=SHUFFLED.format(seed=1)),
    Way("folders in another disorder", startup=SHUFFLED.format(seed=2), jobs=1),
    Way("files from 1970", modified=0),
    Way("files from 2100", modified=4_102_444_800),
    Way("a clock that jumps by decades", startup=JUMPING),
    Way("umask 077", umask=0o077),
    Way("umask 000", umask=0),
    Way("no HOME", {"HOME": None, "XDG_CACHE_HOME": None}),
    Way("TMPDIR elsewhere", {"TMPDIR": "{folder}"}),
    Way("20 columns, colours", {"COLUMNS": "20", "LINES": "5", "FORCE_COLOR": "1", "TERM": "xterm"}),
    Way("another user and host", {"USER": "x", "LOGNAME": "x", "HOSTNAME": "y", "EMAIL": "x@y.example"}),
    Way("PYTHONOPTIMIZE=2", {"PYTHONOPTIMIZE": "2", "PYTHONDONTWRITEBYTECODE": "1"}),
    Way("PAGEFIND_* set", {"PAGEFIND_KEEP_INDEX_URL": "true", "PAGEFIND_EXCLUDE_SELECTORS": "p"}),
    Way("64 files open", files=64),
    Way("after another archive", edited=True),
    *(
        (
            clock("a clock a year behind", "-365d"),
            clock("a clock ten years ahead", "+3650d"),
            clock("a clock in 1970", "@1970-01-02 00:00:00"),
        )
        if FAKETIME
        else ()
    ),
)

AT_ONCE = (
    Way("as it is"),
    Way(
        "much at once",
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "HOME": None, "COLUMNS": "20"},
        jobs=1,
        folder="another place/архив",
        startup=SHUFFLED.format(seed=3),
        umask=0o077,
        modified=0,
    ),
    Way(
        "the rest at once",
        {"TZ": "America/Anchorage", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "77", "TMPDIR": "{folder}"},
        backwards=True,
        startup=JUMPING,
        umask=0,
        from_within=True,
        edited=True,
    ),
)
"""Much in few builds, for every day: where these differ, `WAYS` says by what."""


@dataclass(frozen=True, slots=True)
class Made:
    """What one way made."""

    way: Way
    seconds: float
    """Of processor time, with all processes."""
    files: Mapping[str, str]
    """Each file of the site with its SHA-256."""

    @property
    def search(self) -> str:
        """One hash for the files of the search."""
        return tree_hash({path: one for path, one in self.files.items() if path.startswith("pagefind/")})


def small() -> dict[str, str]:
    """An archive with one of everything, and more articles than one process works on alone."""
    more = {
        f"articles/more-{number}.md": text_of(number, "2024-11-29", "sohr", "killed", number)
        for number in range(MORE)
    }
    return beginning() | more


def contents_of(archive: Path) -> dict[str, bytes]:
    """The files of an archive by their paths from its folder."""
    return {
        f"content/{path}": (archive / "content" / path).read_bytes() for path in files_in(archive / "content")
    }


def made(way: Way, files: Mapping[str, bytes]) -> Made:
    """Build an archive in one way, in a folder that exists only for this."""
    with TemporaryDirectory(prefix="reproducible-") as place:
        folder, own = Path(place) / way.folder, Path(place) / "own"
        own.mkdir()
        folder.mkdir(parents=True)
        (own / "sitecustomize.py").write_text(way.startup)
        spent = 0.0
        if way.edited:
            _write(folder, _others(files))
            spent += _build(way, folder, own)
            shutil.rmtree(folder / "content")
        _write(folder, dict(reversed(files.items())) if way.backwards else files)
        if way.modified is not None:
            for path in files:
                os.utime(folder / path, (way.modified, way.modified))
        spent += _build(way, folder, own)
        site = folder / "site"
        digests = {path: sha256((site / path).read_bytes()).hexdigest() for path in files_in(site)}
        return Made(way, spent, digests)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def _others(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same archive with a sentence more in each article."""
    return {
        path: content + b"\nMore was said.\n" if "/articles/" in path else content
        for path, content in files.items()
    }


def _build(way: Way, folder: Path, own: Path) -> float:
    """Build, and say how much processor time that took."""
    env: dict[str, str] = {**os.environ, "PYTHONPATH": f"{own}{os.pathsep}{ROOT}"}
    for name, value in way.env.items():
        env.pop(name, None)
        if value is not None:
            env[name] = value.format(folder=own)
    place = "." if way.from_within else str(folder)
    command = [way.python, "-m", "generator", "build", place, "--jobs", str(way.jobs)]
    command += [] if way.edited else ["--no-cache"]
    if way.files is not None:
        command = ["sh", "-c", f'ulimit -n {way.files}; exec "$@"', "sh", *command]
    before = _children()
    ran = subprocess.run(
        command,
        env=env,
        cwd=folder if way.from_within else own,
        umask=way.umask,
        capture_output=True,
        check=False,
    )
    if ran.returncode:
        raise RuntimeError(f"{way.name}: exit {ran.returncode}: {ran.stderr.decode(errors='replace')}")
    return _children() - before


def _children() -> float:
    times = os.times()
    return times.children_user + times.children_system


def rows(ways: Sequence[Way], files: Mapping[str, bytes]) -> Iterator[tuple[Made, tuple[str, ...]]]:
    """What each way made, and which files of it differ from those that the first one made."""
    first: Mapping[str, str] | None = None
    for way in ways:
        one = made(way, files)
        first = one.files if first is None else first
        paths = first.keys() | one.files.keys()
        yield one, tuple(sorted(path for path in paths if first.get(path) != one.files.get(path)))


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--archive", type=Path, help="build this one in place of a small one")
    parser.add_argument("--python", action="append", default=[], help="try this interpreter as well")
    parser.add_argument("--only", help="only ways whose names hold this")
    asked = parser.parse_args()
    files = (
        contents_of(asked.archive)
        if asked.archive
        else {f"content/{path}": text.encode() for path, text in small().items()}
    )
    ways = [*WAYS, *(Way(program, python=program) for program in asked.python)]
    ways = [ways[0], *(way for way in ways[1:] if (asked.only or "") in way.name)]
    hashes, began = set[str](), time.monotonic()
    print(f"{'':<34}{'files':>6}{'CPU s':>7}  {'tree hash':<18}{'search':<18}")
    for one, differing in rows(ways, files):
        hashes.add(tree_hash(one.files))
        told = f"{one.way.name[-33:]:<34}{len(one.files):>6}{one.seconds:>7.1f}"
        print(f"{told}  {tree_hash(one.files)[:16]}  {one.search[:16]}", *differing[:5], flush=True)
    same = "one tree hash" if len(hashes) == 1 else f"{len(hashes)} TREE HASHES"
    print(f"{len(ways)} ways, {same} in {time.monotonic() - began:.0f} s")
    if not FAKETIME:
        print("left out: clocks that other programs see, too (libfaketime is not installed)")
    return 0 if len(hashes) == 1 else 1


if __name__ == "__main__":
    sys.exit(main())
