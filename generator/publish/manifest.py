"""The list of the files that a build made. It says what is ours; what a file holds is read from the file."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from json.encoder import encode_basestring_ascii as quoted
from operator import itemgetter
from pathlib import Path
from typing import Any

from generator.model.page import Imprint
from generator.publish.paths import MANIFEST, is_safe

VERSION = 1
_ENTRY = b'": {"'
"""What stands behind a path; within one its second mark would stand behind a backslash."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of the latest build by their paths."""

    files: Mapping[str, Imprint] = field(default_factory=dict)
    finished: bool = True
    """False while a build is under way: it lists the files of the build before as well, and all are ours."""

    def encode(self) -> bytes:
        """As it stands on disk: one line a file, sorted."""
        return _encoded((_line(path, made) for path, made in sorted(self.files.items())), self.finished)


@dataclass(frozen=True)
class Lines:
    """The manifest of a build that has finished, as it is written: a few lines can be others."""

    content: bytes
    """It must have been written by this version, whole."""

    @cached_property
    def files(self) -> Mapping[str, Imprint]:
        """What each file holds, by its path; for whoever wants many of them."""
        return _read(self.content)

    def imprint(self, path: str) -> Imprint | None:
        """What a file holds; None where there is none of this path."""
        start = self._start(path)
        return None if start < 0 else _read(self._lines(start, start))[path]

    def below(self, folder: str) -> Mapping[str, Imprint]:
        """What the files in a folder hold, by their paths."""
        begin = f"\n  {quoted(f'{folder}/')[:-1]}".encode()
        start = self.content.find(begin)
        return {} if start < 0 else _read(self._lines(start, self.content.rfind(begin)))

    def changed(self, made: Mapping[str, Imprint | None]) -> "Lines":
        """With other lines, and without those of files that are gone."""
        places = {path: self._start(path) for path in made}
        if None in made.values() or -1 in places.values():
            files = {path: one for path, one in {**self.files, **made}.items() if one}
            return Lines(Manifest(files).encode())
        parts, at = [], 0
        for path, start in sorted(places.items(), key=itemgetter(1)):
            if one := made[path]:
                parts += [self.content[at:start], f"\n  {_line(path, one)}".encode()]
                at = self._end(start)
        return Lines(b"".join((*parts, self.content[at:])))

    def encode(self, *, finished: bool = True) -> bytes:
        """As it stands on disk."""
        return self.content if finished else self.content.replace(_head(True), _head(False), 1)

    def _start(self, path: str) -> int:
        """Where the line before that of a file ends; -1 where it has none."""
        return self.content.find(f"\n  {quoted(path)}: {{".encode())

    def _end(self, start: int) -> int:
        return self.content.index(b"}", self.content.index(_ENTRY, start)) + 1

    def _lines(self, first: int, last: int) -> bytes:
        return b'{"files": {' + self.content[first : self._end(last)] + b"}}"


def _read(lines: bytes) -> dict[str, Imprint]:
    said = json.loads(lines)["files"]
    return {path: Imprint(one["sha256"], one["size"]) for path, one in said.items()}


def _line(path: str, made: Imprint) -> str:
    return f'{quoted(path)}: {{"sha256": {quoted(made.sha256)}, "size": {made.size}}}'


def _encoded(lines: Iterable[str], finished: bool) -> bytes:
    files = ",\n".join(f"  {line}" for line in lines)
    return _head(finished) + f"{files}\n }}\n}}\n".encode()


def _head(finished: bool) -> bytes:
    return f'{{\n "version": {VERSION},\n "finished": {json.dumps(finished)},\n "files": {{\n'.encode()


def read_manifest(output: Path) -> Manifest | None:
    """The manifest in an output folder; None when there is none, or none that this version wrote whole."""
    file = output / MANIFEST
    try:
        if file.is_symlink():
            return None
        said: Any = json.loads(file.read_bytes())
        if said["version"] != VERSION or not isinstance(said["finished"], bool):
            return None
        files = {
            path: Imprint(str(entry["sha256"]), int(entry["size"])) for path, entry in said["files"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return Manifest(files, said["finished"]) if all(is_safe(path) for path in files) else None
