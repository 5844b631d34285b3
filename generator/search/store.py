"""Files that belong together, kept as one under the digest of what they were made from."""

import json
import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

ENDING = ".search"
_DIGEST, _SIZE = 32, 8


@dataclass(frozen=True, slots=True)
class Kept:
    """Some files in one, each read when it is wanted."""

    file: Path
    places: Mapping[str, tuple[int, int]]
    """Where each of them begins and ends within `file`, in bytes."""

    def read(self, name: str) -> bytes:
        """One of them; KeyError when there is none of that name, OSError when the disk fails."""
        begin, end = self.places[name]
        with self.file.open("rb") as opened:
            opened.seek(begin)
            data = opened.read(end - begin)
        if len(data) != end - begin:
            raise OSError(5, f"{self.file.name} was cut off")
        return data


def keep(folder: Path, digest: str, files: Mapping[str, bytes]) -> Kept:
    """Write files under a digest; whoever reads at the same time sees all of them or none."""
    sizes = {name: len(data) for name, data in files.items()}
    header = json.dumps({"digest": digest, "sizes": sizes}, ensure_ascii=False).encode()
    parts = [len(header).to_bytes(_SIZE, "big"), header, *files.values()]
    whole = sha256()
    for part in parts:
        whole.update(part)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{digest}{ENDING}"
    new = folder / f"{digest}.{os.getpid()}.new"
    try:
        with new.open("wb") as opened:
            opened.write(whole.digest())
            opened.writelines(parts)
        new.replace(file)
    except OSError:
        new.unlink(missing_ok=True)
        raise
    return Kept(file, _places(sizes, len(header)))


def kept(folder: Path, digest: str) -> Kept | None:
    """What was kept under a digest, if every byte of it is as it was written."""
    file = folder / f"{digest}{ENDING}"
    try:
        with file.open("rb") as opened:
            expected = opened.read(_DIGEST)
            whole = file_digest(opened, "sha256")
            opened.seek(_DIGEST)
            length = int.from_bytes(opened.read(_SIZE), "big")
            if whole.digest() != expected:
                return None
            said: Any = json.loads(opened.read(length))
        if said["digest"] != digest:
            return None
        return Kept(file, _places(said["sizes"], length))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None  # what is damaged is made anew


def digests_in(folder: Path) -> set[str]:
    """The digests under which something is kept in a folder, whole or not."""
    return {file.name.removesuffix(ENDING) for file in folder.glob(f"*{ENDING}")}


def forget_others(folder: Path, digests: Collection[str]) -> None:
    """Remove all that is kept in a folder under other digests than these."""
    wanted = {f"{digest}{ENDING}" for digest in digests}
    for file in sorted(folder.glob(f"*{ENDING}")):
        if file.name not in wanted:
            with suppress(OSError):
                file.unlink()


def _places(sizes: Mapping[str, int], header: int) -> dict[str, tuple[int, int]]:
    at = _DIGEST + _SIZE + header
    places = {}
    for name, size in sizes.items():
        places[name] = (at, at + size)
        at += size
    return places
