"""The files of an archive, found again without a walk where only texts were saved that are known already."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from msgspec import structs

from generator.preview.recalled import Recalled
from generator.read.discover import DOCUMENTS, Discovered, InputFile, discover
from generator.read.disk import bytes_within
from generator.read.limits import FILE

FEW = 50
"""Files up to which each is looked at by itself."""


class Found:
    """What the last walk found, kept up to date by what the watcher tells."""

    def __init__(self, folder: Path, recalled: Recalled) -> None:
        self._folder = folder
        self._recalled = recalled
        self._last: Discovered | None = None

    def after(self, changed: Iterable[str]) -> Discovered:
        """What a walk would find now. Raises what `discover` raises."""
        changed = set(changed)
        last = self._last
        read = [self._again(file) for file in last.files if file.path in changed] if last else []
        if last is None or not 0 < len(changed) <= FEW or len(read) < len(changed) or None in read:
            known = self._recalled.remembered
            found = discover(self._folder, known.seen, known.assets)
        else:
            saved = {file.path: file for file in read if file}
            found = structs.replace(last, files=tuple(saved.get(file.path, file) for file in last.files))
        self._last = found
        return found

    def last(self) -> Discovered:
        """What was found the last time. Raises what `discover` raises."""
        return self._last or self.after(())

    def forget(self) -> None:
        """Walk the next time in any case."""
        self._last = None

    def _again(self, file: InputFile) -> InputFile | None:
        """A document as it is now, the very same value where it has not changed; None for all else."""
        path = self._folder / file.path
        try:
            if file.kind not in DOCUMENTS or path.is_symlink() or not path.is_file():
                return None
        except OSError:
            return None
        raw = bytes_within(path, FILE)
        if raw is None:
            return None
        now = replace(file, raw=raw)
        return file if now == file else now
