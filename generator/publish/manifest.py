"""The list of the files that a build made. It says what is ours; what a file holds is read from the file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from json.encoder import encode_basestring_ascii as quoted
from pathlib import Path
from typing import Any

from generator.model.page import Imprint
from generator.publish.paths import MANIFEST, is_safe

VERSION = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of the latest build by their paths."""

    files: Mapping[str, Imprint] = field(default_factory=dict)
    finished: bool = True
    """False while a build is under way: it lists the files of the build before as well, and all are ours."""

    def encode(self) -> bytes:
        """As it stands on disk: one line a file, sorted."""
        lines = ",\n".join(
            f'  {quoted(path)}: {{"sha256": {quoted(made.sha256)}, "size": {made.size}}}'
            for path, made in sorted(self.files.items())
        )
        finished = json.dumps(self.finished)
        return (
            f'{{\n "version": {VERSION},\n "finished": {finished},\n "files": {{\n{lines}\n }}\n}}\n'.encode()
        )


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
