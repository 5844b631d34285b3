"""What is to be published: bytes at hand, a file that was made beside the site, or one that stands there."""

from collections.abc import Callable, Collection, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from generator.model.page import Imprint

STEP = 1 << 20


class Staged(Struct, frozen=True):
    """A file that was made and waits to take its place. It may be moved there."""

    file: Path
    imprint: Imprint


class Standing(Struct, frozen=True):
    """A file that stands in the output folder already, as somebody has just seen."""

    imprint: Imprint


class Drawn(Struct, frozen=True):
    """A file that is kept elsewhere, and read when it is wanted."""

    read: Callable[[], bytes]
    imprint: Imprint


Content = bytes | Staged | Standing | Drawn


def imprint_of(content: Content) -> Imprint:
    """What a file will hold."""
    return Imprint.of(content) if isinstance(content, bytes) else content.imprint


def holds(file: Path, imprint: Imprint) -> bool:
    """Whether a file holds just this. Raises OSError where it cannot be read."""
    if file.stat().st_size != imprint.size:
        return False
    digest = sha256()
    with file.open("rb") as stream:
        while part := stream.read(STEP):
            digest.update(part)
    return digest.hexdigest() == imprint.sha256


class Overlay(Mapping[str, Content]):
    """All files of a site, of which a few are made anew, and the others stand."""

    def __init__(
        self, changed: Mapping[str, Content], paths: Collection[str], imprint: Callable[[str], Imprint | None]
    ) -> None:
        """`paths` are those of the files that stood before, and `imprint` tells what each of them holds."""
        self._changed = changed
        self._paths = paths
        self._imprint = imprint

    def __getitem__(self, path: str) -> Content:
        if path in self._changed:
            return self._changed[path]
        imprint = self._imprint(path)
        if imprint is None:
            raise KeyError(path)
        return Standing(imprint)

    def __contains__(self, path: object) -> bool:
        return path in self._changed or path in self._paths

    def __iter__(self) -> Iterator[str]:
        yield from self._paths
        yield from (path for path in self._changed if path not in self._paths)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class ReadBack(Mapping[str, bytes]):
    """What every file of a site holds, each read when it is wanted and not held."""

    def __init__(self, files: Mapping[str, Content], output: Path) -> None:
        self._files = files
        self._output = output

    def __getitem__(self, path: str) -> bytes:
        content = self._files[path]
        if isinstance(content, bytes):
            return content
        if isinstance(content, Drawn):
            return content.read()
        return (content.file if isinstance(content, Staged) else self._output / path).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
