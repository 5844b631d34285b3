"""Changing single files so that a reader sees the old one or the new one, never a part."""

import errno
from pathlib import Path

from generator.publish.paths import UNFINISHED, folders_of


def replace(output: Path, path: str, content: bytes) -> None:
    """Write a file beside its place and move it there in one step; missing folders are made."""
    file = output / path
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.parent / UNFINISHED
    unfinished.unlink(missing_ok=True)
    try:
        with unfinished.open("xb") as stream:  # x: nobody can lay a symbolic link in the way
            stream.write(content)
        unfinished.replace(file)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def move(made: Path, output: Path, path: str) -> None:
    """Move a file that was made elsewhere to its place, in one step where both are on one disk."""
    file = output / path
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        made.replace(file)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        replace(output, path, made.read_bytes())


def remove(output: Path, path: str) -> bool:
    """Remove a file of ours, then the folders that this left empty; False when it was gone already."""
    folders = [output / folder for folder in folders_of(path)]
    if any(folder.is_symlink() or not folder.is_dir() for folder in folders):
        return False  # somebody put something else in its place
    file = output / path
    ours = file.is_file() and not file.is_symlink()
    if ours:
        file.unlink()
    for folder in reversed(folders):
        if any(folder.iterdir()):
            break
        folder.rmdir()
    return ours


def sweep(output: Path, path: str) -> None:
    """Remove what a build that was ended left beside a file."""
    folders = [output / folder for folder in folders_of(path)]
    if all(folder.is_dir() and not folder.is_symlink() for folder in folders):
        ((folders or [output])[-1] / UNFINISHED).unlink(missing_ok=True)
