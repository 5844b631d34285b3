"""Files that belong together, kept as one under the digest of what they were made from."""

import json
import mmap
import os
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec import Struct

from generator.model.page import Imprint

ENDING = ".search"
_DIGEST, _SIZE = 32, 8
"""Bytes at the end of what is kept: a digest of all before it, and before that the size of its list."""


class Kept(Struct, frozen=True):
    """Some files in one, each read when it is wanted."""

    file: Path
    places: Mapping[str, tuple[int, int]]
    """Where each of them begins and ends within `file`, in bytes."""
    imprints: Mapping[str, Imprint]
    """What each of them holds."""

    def read(self, name: str) -> bytes:
        """One of them; KeyError when there is none of that name, OSError when the disk fails."""
        begin, end = self.places[name]
        with self.file.open("rb") as opened:
            opened.seek(begin)
            data = opened.read(end - begin)
        if len(data) != end - begin:
            raise OSError(5, f"{self.file.name} was cut off")
        return data

    def view(self, *names: str) -> tuple[memoryview, ...]:
        """Some of them without taking memory: the system reads what is looked at."""
        with self.file.open("rb") as opened:
            whole = memoryview(mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ))
        return tuple(whole[slice(*self.places[name])] for name in names)


def keep(folder: Path, digest: str, files: Iterable[tuple[str, bytes]]) -> Kept:
    """Write files under a digest, one after another; whoever reads meanwhile sees all of them or none."""
    imprints: dict[str, Imprint] = {}
    whole = sha256()
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{digest}{ENDING}"
    new = folder / f"{digest}.{os.getpid()}.new"
    try:
        with new.open("wb") as opened:

            def write(data: bytes) -> None:
                whole.update(data)
                opened.write(data)

            for name, data in files:
                imprints[name] = Imprint.of(data)
                write(data)
            held = {name: (one.sha256, one.size) for name, one in imprints.items()}
            listed = json.dumps({"digest": digest, "files": held}, ensure_ascii=False).encode()
            write(listed)
            write(len(listed).to_bytes(_SIZE, "big"))
            opened.write(whole.digest())
        new.replace(file)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return Kept(file, _places(imprints), imprints)


def kept(folder: Path, digest: str) -> Kept | None:
    """What was kept under a digest, if every byte of it is as it was written."""
    file = folder / f"{digest}{ENDING}"
    try:
        with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as data:
            with memoryview(data) as whole, whole[:-_DIGEST] as told:
                if sha256(told).digest() != data[-_DIGEST:]:
                    return None
            end = len(data) - _DIGEST - _SIZE
            said: Any = json.loads(data[end - int.from_bytes(data[end : end + _SIZE], "big") : end])
        if said["digest"] != digest:
            return None
        imprints = {name: Imprint(sha256, size) for name, (sha256, size) in said["files"].items()}
        return Kept(file, _places(imprints), imprints)
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


def _places(imprints: Mapping[str, Imprint]) -> dict[str, tuple[int, int]]:
    at = 0
    places = {}
    for name, one in imprints.items():
        places[name] = (at, at + one.size)
        at += one.size
    return places
