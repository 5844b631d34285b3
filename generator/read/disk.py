"""What the disk says of a path, in words: the base of every walk through content/."""

from collections.abc import Callable
from pathlib import Path

from generator.model.diagnostic import Diagnostic, Mark

CONTENT = "content"


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
