"""Output folders that must never be written to."""

from pathlib import Path

from generator.errors import PublishError

HINT = "Choose another folder with --output."


def refuse_unsafe(output: Path, content: Path, *inputs: Path) -> None:
    """Refuse an output folder that would mix with what is read, or that holds far more than a site.

    `inputs` are further folders that are read (themes). Raises PublishError; looks at the disk, changes
    nothing. To be called before anything is made.
    """
    try:
        _refuse(output, (content, *inputs))
    except OSError as error:
        raise PublishError(f"The output folder {output} cannot be used: {error.strerror}.", HINT) from error
    except RuntimeError as error:  # pragma: no cover -- a loop of symbolic links, up to Python 3.12
        raise PublishError(f"The output folder {output} cannot be used: {error}.", HINT) from error


def _refuse(output: Path, inputs: tuple[Path, ...]) -> None:
    if output.is_symlink():
        raise PublishError(f"The output folder {output} is a symbolic link.", HINT)
    if output.exists() and not output.is_dir():
        raise PublishError(f"The output folder {output} is a file.", HINT)
    if output.resolve() == Path(output.resolve().anchor):
        raise PublishError("The output folder is the root of the file system.", HINT)
    home = _home()
    if home is not None and _holds(output, home):
        raise PublishError(f"The output folder {output} is or holds the home folder.", HINT)
    for folder in inputs:
        if _same(output, folder):
            raise PublishError(f"The output folder {output} is also read from.", HINT)
        if _holds(output, folder):
            raise PublishError(f"The output folder {output} holds {folder}, which is read from.", HINT)
        if _holds(folder, output):
            raise PublishError(f"The output folder {output} is inside {folder}, which is read from.", HINT)


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None  # no HOME and no such user


def _holds(outer: Path, inner: Path) -> bool:
    """Whether one folder is the other or any folder above it."""
    inside = inner.resolve()
    return any(_same(outer, folder) for folder in (inside, *inside.parents))


def _same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one folder, also where capital letters make no difference."""
    return one.resolve() == other.resolve() or (one.exists() and other.exists() and one.samefile(other))
