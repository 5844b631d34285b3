"""The list of the files that a build made. It says what is ours; what a file holds is read from the file."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from json.encoder import encode_basestring_ascii as quoted
from pathlib import Path
from typing import Any

from generator.model.page import Imprint
from generator.publish.paths import MANIFEST, is_safe

VERSION = 1
_ENTRY = '": {"'
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


@dataclass(frozen=True, slots=True)
class Lines:
    """The manifest of a build that has finished, as it is written: a few lines can be others."""

    lines: Mapping[str, str]
    """By the quoted path of each file."""

    def imprint(self, path: str) -> Imprint | None:
        """What a file holds; None where there is none of this path."""
        line = self.lines.get(quoted(path))
        if line is None:
            return None
        said = json.loads(f"{{{line}}}")[path]
        return Imprint(said["sha256"], said["size"])

    def below(self, folder: str) -> dict[str, Imprint]:
        """What the files in a folder hold, by their paths."""
        start = quoted(f"{folder}/")[:-1]
        found = (line for path, line in self.lines.items() if path.startswith(start))
        said = json.loads(f"{{{','.join(found)}}}")
        return {path: Imprint(one["sha256"], one["size"]) for path, one in said.items()}

    def changed(self, made: Mapping[str, Imprint | None]) -> "Lines":
        """With other lines, and without those of files that are gone."""
        new = {quoted(path): _line(path, one) if one else "" for path, one in made.items()}
        lines = {path: line for path, line in {**self.lines, **new}.items() if line}
        if new.keys() <= self.lines.keys():
            return Lines(lines)
        return Lines(dict(sorted(lines.items(), key=lambda item: str(json.loads(item[0])))))

    def encode(self, *, finished: bool = True) -> bytes:
        """As it stands on disk."""
        return _encoded(self.lines.values(), finished)

    @classmethod
    def of(cls, content: bytes) -> "Lines":
        """From what stands on disk. It must have been written by this version, whole."""
        lines = (line.strip(" ,") for line in content.decode().split("\n")[4:-3])
        return cls({f'{line.partition(_ENTRY)[0]}"': line for line in lines if line})


def _line(path: str, made: Imprint) -> str:
    return f'{quoted(path)}: {{"sha256": {quoted(made.sha256)}, "size": {made.size}}}'


def _encoded(lines: Iterable[str], finished: bool) -> bytes:
    files = ",\n".join(f"  {line}" for line in lines)
    head = f' "version": {VERSION},\n "finished": {json.dumps(finished)},\n "files": {{\n'
    return f"{{\n{head}{files}\n }}\n}}\n".encode()


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
