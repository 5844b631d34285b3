"""The newest documents of a large archive, read before the others are even opened."""

import stat
from dataclasses import replace
from pathlib import Path, PurePosixPath

from generator.build import Remembered
from generator.model.written.ids import id_of
from generator.model.written.mistake import Mistake
from generator.preview.order import newest
from generator.read.assets import find_assets
from generator.read.discover import FOLDERS, SITE, Discovered, EntryKind, InputFile
from generator.read.disk import CONTENT, bytes_within
from generator.read.limits import FILE
from generator.watch.scan import scan


def early(folder: Path, remembered: Remembered) -> Discovered | None:
    """Everything that documents refer to, and the newest documents by their names; None where that is all.

    What is no plain file with a proper name is left out: a look at everything will say what is wrong with it.
    """
    content = folder / CONTENT
    named = [
        file
        for path, found in scan(str(content), follow=True)
        if stat.S_ISREG(found.st_mode) and (file := _named(PurePosixPath(Path(path).relative_to(content))))
    ]
    chosen = newest(tuple(sorted(named, key=lambda file: file.path)))
    if len(chosen) == len(named):
        return None
    read = ((file, bytes_within(folder / file.path, FILE)) for file in chosen)
    assets = find_assets(content, content.resolve(), remembered.assets)
    files = tuple(replace(file, raw=raw) for file, raw in read if raw)
    return Discovered(files, (), assets.files, assets.refused)


def _named(path: PurePosixPath) -> InputFile | None:
    """A file of content/ by its name alone; None for what is not read."""
    file, kind = f"{CONTENT}/{path}", FOLDERS.get(path.parts[0])
    if str(path) == SITE:
        return InputFile(file, EntryKind.SITE, "site")
    try:
        fits = kind and len(path.parts) > 1 and path.suffix == ".md" and id_of(path.stem) == path.stem
    except Mistake:
        return None
    return InputFile(file, kind, path.stem) if kind and fits else None
