"""The list of the files that a build made. It says what is ours; what a file holds is read from the file."""

import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from json.encoder import encode_basestring_ascii as quoted
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from generator.model.page import Imprint
from generator.publish.paths import MANIFEST, is_safe

VERSION = 1
_BEGIN, _ENTRY, _END = b'\n  "', b'": {"', b"\n }\n}\n"
"""What stands before and behind a path, and at the end; in a path a mark stands behind a backslash."""


class Manifest(Struct, frozen=True):
    """The files of the latest build by their paths."""

    files: Mapping[str, Imprint] = field(default_factory=dict)
    finished: bool = True
    """False while a build is under way: it lists the files of the build before as well, and all are ours."""

    def encode(self) -> bytes:
        """As it stands on disk: one line a file, sorted."""
        return _encoded((_line(path, made) for path, made in sorted(self.files.items())), self.finished)


class Lines(Struct, frozen=True, dict=True):
    """The manifest of a build that has finished, line by line: of a few the others know nothing."""

    lines: bytes
    """In the order of the paths."""

    @classmethod
    def of(cls, content: bytes) -> "Lines":
        """As it stands on disk, where this version wrote it, whole."""
        lines = content[len(_head(True)) - 1 : -len(_END)]
        return cls(lines + b"," if lines.strip() else b"")

    @cached_property
    def files(self) -> Mapping[str, Imprint]:
        """What each file holds, by its path; for whoever wants many of them."""
        return _read(self.lines)

    def imprint(self, path: str) -> Imprint | None:
        """What a file holds; None where there is none of this path."""
        return _read(self.lines[slice(*self._place(path))]).get(path)

    def below(self, folder: str) -> Mapping[str, Imprint]:
        """What the files in a folder hold, by their paths."""
        after = chr(ord("/") + 1)
        return _read(self.lines[self._place(f"{folder}/")[0] : self._place(folder + after)[0]])

    def changed(self, made: Mapping[str, Imprint | None]) -> "Lines":
        """With other lines, and without those of files that are gone."""
        parts, at = [], 0
        for path, one in sorted(made.items()):
            start, end = self._place(path)
            parts += [self.lines[at:start], f"\n  {_line(path, one)},".encode() if one else b""]
            at = end
        return Lines(b"".join((*parts, self.lines[at:])))

    def encode(self, *, finished: bool = True) -> bytes:
        """As it stands on disk."""
        return _head(finished)[:-1] + (self.lines[:-1] or b"\n") + _END

    def _place(self, path: str) -> tuple[int, int]:
        """Where the line of a file begins and ends; where there is none, the same place twice."""
        low, high = 0, len(self.lines)
        while low < high:
            start = self.lines.rfind(_BEGIN, low, (low + high) // 2 + len(_BEGIN))
            entry = self.lines.index(_ENTRY, start)
            end = self.lines.index(b"},", entry) + 2
            here = json.loads(self.lines[start : entry + 1])
            if here == path:
                return start, end
            low, high = (end, high) if here < path else (low, start)
        return low, low


def _read(lines: bytes) -> dict[str, Imprint]:
    said = json.loads(b"{" + lines[:-1] + b"}")
    return {path: Imprint(one["sha256"], one["size"]) for path, one in said.items()}


def _line(path: str, made: Imprint) -> str:
    return f'{quoted(path)}: {{"sha256": {quoted(made.sha256)}, "size": {made.size}}}'


def _encoded(lines: Iterable[str], finished: bool) -> bytes:
    return _head(finished) + ",\n".join(f"  {line}" for line in lines).encode() + _END


def _head(finished: bool) -> bytes:
    finished_said = json.dumps(finished)
    return f'{{\n "version": {VERSION},\n "finished": {finished_said},\n "files": {{\n'.encode()


def listed(output: Path) -> bytes:
    """The manifest in an output folder as it stands there; nothing where it cannot be read."""
    try:
        return (output / MANIFEST).read_bytes()
    except OSError:
        return b""


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
