"""Put new files into a folder; a file that is there already is never touched."""

from collections.abc import Mapping
from pathlib import Path

from generator.errors import UsageError


def add(folder: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Write the files, or none of them: the result names those that were there already.

    Paths are from `folder`, with forward slashes. Raises UsageError when the machine refuses.
    """
    there = tuple(path for path in files if _stands(folder / path))
    if there:
        return there
    for path, text in files.items():
        _make_folder((folder / path).parent)
        try:
            with (folder / path).open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
        except FileExistsError:
            # Somebody else was faster; what was written before it stays, as it is complete.
            return (path,)
        except OSError as error:
            raise _refused(folder / path, error) from error
    return ()


def renew(folder: Path, files: Mapping[str, str], mark: str) -> tuple[str, ...]:
    """Write files that an earlier call may have made: one that holds the `mark` is replaced.

    The result names those that somebody else made; they stay as they are.
    """
    kept = []
    for path, text in files.items():
        file = folder / path
        try:
            before = file.read_text(encoding="utf-8", errors="replace") if _stands(file) else None
            if before == text:
                continue
            if before is not None and mark not in before:
                kept.append(path)
                continue
            if before is not None:
                file.unlink()
        except OSError as error:
            raise _refused(file, error) from error
        kept.extend(add(folder, {path: text}))
    return tuple(kept)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(folder, error) from error


def _stands(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _refused(path: Path, error: OSError) -> UsageError:
    reason = (error.strerror or "the machine refuses").lower()
    return UsageError(f"{path} cannot be written: {reason}", "choose another folder, or free this one")
