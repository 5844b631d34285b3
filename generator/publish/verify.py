"""Whether a published folder holds what the build that made it says, file by file."""

from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from hashlib import file_digest, sha256
from itertools import takewhile
from pathlib import Path

from msgspec import Struct

from generator.model.fault import Fault
from generator.model.page import Imprint
from generator.publish.manifest import Manifest
from generator.publish.paths import MANIFEST
from generator.publish.walk import files_in

_REPAIR = "build again, and it is written anew"
_FOREIGN = "remove it; or keep it, and name it with --allow"


class Verified(Struct, frozen=True):
    """What was found in a folder."""

    faults: tuple[Fault, ...]
    files: Mapping[str, str]
    """The SHA-256 in hexadecimal of each file of the site that is there, by its path."""


def verify(output: Path, manifest: Manifest, allowed: Iterable[str] = ()) -> Verified:
    """Hold the files of a folder against the list of those that a build made; every byte is read.

    `allowed` are patterns (`CNAME`, `stats/*`) of files that nobody has to have made. Raises OSError where
    the folder cannot be listed.
    """
    faults: list[Fault] = []
    if not manifest.finished:
        hint = "build again: that finishes or undoes it"
        faults.append(Fault(MANIFEST, "says that the last build has not finished", hint))
    digests: dict[str, str] = {}
    for path, imprint in sorted(manifest.files.items()):
        found = _found(output, path)
        if isinstance(found, str):
            faults.append(Fault(path, found, _REPAIR))
            continue
        digests[path] = found.sha256
        if found.size != imprint.size:
            size = f"holds {found.size:,} bytes, and the build wrote {imprint.size:,}"
            faults.append(Fault(path, size, _REPAIR))
        elif found != imprint:
            faults.append(Fault(path, "holds other bytes than the build wrote, as many of them", _REPAIR))
    patterns = tuple(allowed)
    foreign = (path for path in files_in(output) if path not in manifest.files)
    faults += (
        Fault(path, "was not made by this build", _FOREIGN)
        for path in foreign
        if not any(fnmatchcase(path, pattern) for pattern in patterns)
    )
    return Verified(tuple(sorted(faults)), digests)


def tree_hash(files: Mapping[str, str]) -> str:
    """One hash of a whole site: the SHA-256 of a line for each file, sorted by the bytes of the path.

    A line is that which `sha256sum` prints: the file's SHA-256, two spaces, its path, the end of the line.
    """
    ordered = sorted((path.encode("utf-8", "surrogateescape"), digest) for path, digest in files.items())
    return sha256(b"".join(digest.encode() + b"  " + path + b"\n" for path, digest in ordered)).hexdigest()


def _found(output: Path, path: str) -> Imprint | str:
    """What a file holds; or in words why it cannot be known."""
    file = output / path
    try:
        if file.is_symlink() or any(folder.is_symlink() for folder in _above(output, file)):
            return "is a symbolic link, or in a folder that is one"
        if not file.is_file():
            return "is not a file" if file.exists() else "is missing"
        with file.open("rb") as opened:
            digest = file_digest(opened, "sha256").hexdigest()
            return Imprint(digest, opened.tell())
    except OSError as error:
        return f"cannot be read: {error.strerror}"


def _above(output: Path, file: Path) -> Iterator[Path]:
    return takewhile(output.__ne__, file.parents)
