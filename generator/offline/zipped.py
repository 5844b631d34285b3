"""A folder in one file: the same bytes from the same files, whenever and wherever it is made."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from generator.errors import PublishError
from generator.model.page import Imprint
from generator.publish.paths import UNFINISHED

COMMENT = b"Dateline offline copy "
"""Begins the comment of each zip of ours; the digest of its files follows."""
_BEGINNING = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


def write_zip(file: Path, folder: Path, files: Mapping[str, Imprint]) -> bool:
    """Put the files of a folder into a zip, below the folder's name; False where it stands so already.

    Raises PublishError where something stands there that we have not made.
    """
    comment = COMMENT + _digest(files)
    if _comment_of(file) == comment:
        return False
    unfinished = file.with_name(f"{UNFINISHED}-{file.name}")
    unfinished.unlink(missing_ok=True)
    try:
        with unfinished.open("xb") as stream, ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            for path in sorted(files):
                entry = ZipInfo(f"{folder.name}/{path}", _BEGINNING)
                entry.compress_type = ZIP_DEFLATED
                entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
                archive.writestr(entry, (folder / path).read_bytes())
            archive.comment = comment
        unfinished.replace(file)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    return True


def refuse_foreign(file: Path) -> None:
    """Refuse to write over a file that is no zip of ours. Raises PublishError."""
    if _comment_of(file) is None:
        raise PublishError(
            f"{file} was not made by a build.", "Move it away, or choose another folder with --output."
        )


def _comment_of(file: Path) -> bytes | None:
    """Of a zip of ours; empty where nothing stands, None for anything else."""
    if not file.exists() and not file.is_symlink():
        return b""
    if file.is_symlink() or not file.is_file():
        return None
    try:
        with ZipFile(file) as archive:
            return archive.comment if archive.comment.startswith(COMMENT) else None
    except BadZipFile:
        return None


def _digest(files: Mapping[str, Imprint]) -> bytes:
    lines = (f"{path}\0{imprint.sha256}\n".encode() for path, imprint in sorted(files.items()))
    return sha256(b"".join(lines)).hexdigest().encode()
