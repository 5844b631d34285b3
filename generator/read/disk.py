"""What the disk says of a path, in words: the base of every walk through content/."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from generator.model.diagnostic import Diagnostic, Mark
from generator.read.limits import size
from generator.read.seen import Seen

CONTENT, THEMES = "content", "themes"
"""The folders that are read, in the folder that is given to a command."""
T = TypeVar("T")


class Bounds(Struct, frozen=True):
    """What a file must keep to in order to be read."""

    inside: Path
    """The folder that a link must not leave."""
    name: str
    """What that folder is called: `content/`."""
    most: int
    """Bytes."""
    code: str
    """Of the diagnostic about a larger file."""
    hint: str
    """What to do with a larger file."""


def walk(
    top: Path, content: Path, root: Path, is_left_out: Callable[[str, str], bool]
) -> Iterator[os.DirEntry[str] | Diagnostic]:
    """Every file and folder below `top`, and every dead end, such as a linked folder.

    `is_left_out` is asked of each with the folder that it is in, and its name.
    """
    waiting = [str(top)]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            yield problem("unreadable", Path(here), content, f"this folder cannot be read: {reason(error)}")
            continue
        for entry in entries:
            if is_left_out(here, entry.name):
                continue
            is_folder = holds(entry.is_dir)
            if is_folder and holds(entry.is_symlink):
                yield linked_folder(Path(entry.path), content, root)
                continue
            if is_folder:
                waiting.append(entry.path)
            yield entry


def read_still(
    path: Path, content: Path, bounds: Bounds, seen: Seen[T], made: Callable[[bytes], T]
) -> T | Diagnostic:
    """What is `made` of a file that nobody changed meanwhile; one that was `seen` is not read again."""
    try:
        if path.is_symlink() and not path.resolve(strict=True).is_relative_to(bounds.inside):
            message = f"this link leaves {bounds.name}"
            return problem("leaves-content", path, content, message, "put a copy here")
        for _ in range(2):
            before = path.stat()
            if not stat.S_ISREG(before.st_mode):
                return problem("not-a-file", path, content, "this is not a file", "delete it")
            if before.st_size > bounds.most:
                message = f"the file is larger than {size(bounds.most)}"
                return problem(bounds.code, path, content, message, bounds.hint)
            if (known := seen.unchanged(str(path), before)) is not None:
                return known
            with path.open("rb") as stream:
                raw = stream.read(bounds.most + 1)
            after = path.stat()
            if (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, len(raw)):
                return seen.read(str(path), after, made(raw))
    except (OSError, RuntimeError) as error:
        return problem("unreadable", path, content, f"this file cannot be read: {reason(error)}")
    message = "the file changed while it was read"
    return problem("unreadable", path, content, message, "run the command again")


def bytes_within(path: Path, most: int) -> bytes | None:
    """The bytes of a file; None where it cannot be read or has more than `most`."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(most + 1)
    except OSError:
        return None
    return raw if len(raw) <= most else None


def linked_folder(path: Path, content: Path, root: Path) -> Diagnostic:
    """Why a link to a folder is not followed."""
    inside = path.resolve().is_relative_to(root)
    message = "this link leads back into content/" if inside else "this link leaves content/"
    hint = "delete it; the folder is read where it stands" if inside else "put the folder itself here"
    return problem("linked-folder" if inside else "leaves-content", path, content, message, hint)


def holds(question: Callable[[], bool]) -> bool:
    """The answer, or False where the machine does not let us look; reading will then say so."""
    try:
        return question()
    except OSError:
        return False


def is_ignored(name: str) -> bool:
    """Hidden files and what editors leave behind; other names are told apart by their ending."""
    return name.startswith(".") or name.endswith("~")


def problem(code: str, path: Path, content: Path, message: str, hint: str = "") -> Diagnostic:
    """A diagnostic about a whole file or folder."""
    return Diagnostic(code, path_in(path, content), Mark(), message, hint)


def path_in(path: Path, content: Path) -> str:
    """A path from the folder that holds content/, with forward slashes, as it can be printed."""
    return shown(f"{content.name}/{path.relative_to(content).as_posix()}".removesuffix("/."))


def shown(name: str) -> str:
    """A name that can be printed: bytes that are no UTF-8 as `\\xNN`, signs without a shape likewise."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in text)


def reason(error: Exception) -> str:
    """Why something cannot be read, without the path that the message names already."""
    match error:
        case PermissionError():
            return "permission denied"
        case FileNotFoundError():
            return "it leads nowhere, or was just deleted"
        case RuntimeError():
            return "it is a link to itself"
        case OSError(strerror=str(told)):
            return told.lower()
    return "the machine refuses"
