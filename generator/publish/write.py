"""Changing single files so that a reader sees the old one or the new one, never a part."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

from generator.publish.content import Content, Drawn, Staged, Standing
from generator.publish.kind import Kind, kind_at
from generator.publish.paths import UNFINISHED, folders_of


def replace(output: Path, name: str, content: bytes) -> None:
    """Write a file of the root beside its place, to the disk, and move it there in one step."""
    unfinished = output / UNFINISHED
    unfinished.unlink(missing_ok=True)
    try:
        with unfinished.open("xb") as stream:  # x: nobody can lay a symbolic link in the way
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(output / name)
    except BaseException:
        with suppress(OSError):  # what was wrong before matters more
            unfinished.unlink(missing_ok=True)
        raise


def lay(content: Content, file: Path) -> None:
    """Make a new file that holds something; what was made on the same disk is moved there."""
    match content:
        case bytes():
            made = content
        case Drawn():
            made = content.read()
        case Staged():
            try:
                content.file.rename(file)
            except OSError as error:
                if error.errno != errno.EXDEV:
                    raise
                made = content.file.read_bytes()
            else:
                return
        case Standing():  # pragma: no branch -- there is nothing else
            raise ValueError(f"what is to be laid at {file} stands already")
    with file.open("xb") as stream:
        stream.write(made)


def twin(file: Path, other: Path) -> None:
    """Give a file a second name, or a copy where the file system knows of no second names."""
    try:
        other.hardlink_to(file)
    except OSError as error:
        if error.errno not in {errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS, errno.EXDEV}:
            raise
        shutil.copy2(file, other)


def move(file: Path, output: Path, path: str) -> None:
    """Move a file of the stage to its place in one step; missing folders are made."""
    for folder in folders_of(path):
        if os.path.islink(f"{output}/{folder}"):  # noqa: PTH114 -- asked for every file of a site
            raise OSError(
                errno.ELOOP, "a symbolic link has taken the place of a folder", str(output / folder)
            )
    place = output / path
    place.parent.mkdir(parents=True, exist_ok=True)
    file.replace(place)


def stands(output: Path, path: str) -> bool:
    """Whether there is a file at a path, and no symbolic link on the way to it."""
    if any(kind_at(f"{output}/{folder}") is not Kind.FOLDER for folder in folders_of(path)):
        return False  # somebody put something else in its place
    return kind_at(f"{output}/{path}") is Kind.FILE


def remove(output: Path, path: str) -> None:
    """Remove a file of ours that stands at a path, then the folders that this left empty."""
    if stands(output, path):
        (output / path).unlink()
    prune(output, path)


def prune(output: Path, path: str) -> None:
    """Remove the folders that would hold a path, as far as they are empty."""
    for folder in reversed(folders_of(path)):
        place = output / folder
        if place.is_symlink() or not place.is_dir():
            continue
        with os.scandir(place) as held:  # one of its names is enough; to list all takes long, file after file
            if next(held, None):
                return
        place.rmdir()
