"""The newest documents of a large archive, read before the others are even opened."""

import os
import stat
from dataclasses import replace
from pathlib import Path

from generator.asked import Remembered
from generator.model.written.ids import id_of
from generator.model.written.mistake import Mistake
from generator.preview.order import newest
from generator.read.assets import find_assets
from generator.read.discover import FOLDERS, SITE, Discovered, EntryKind, InputFile
from generator.read.disk import CONTENT, bytes_within
from generator.read.limits import FILE
from generator.watch.scan import scan

ENDING = ".md"


def early(folder: Path, remembered: Remembered) -> Discovered | None:
    """Everything that documents refer to, and the newest documents by their names; None where that is all.

    What is no plain file with a proper name is left out: a look at everything will say what is wrong with it.
    """
    content, above = folder / CONTENT, len(f"{folder / CONTENT}{os.sep}")
    named = [
        file
        for path, found in scan(str(content), follow=True)
        if stat.S_ISREG(found.st_mode) and (file := _named(path[above:].replace(os.sep, "/")))
    ]
    chosen = newest(tuple(sorted(named, key=lambda file: file.path)))
    if len(chosen) == len(named):
        return None
    read = ((file, bytes_within(folder / file.path, FILE)) for file in chosen)
    assets = find_assets(content, content.resolve(), remembered.assets)
    files = tuple(replace(file, raw=raw) for file, raw in read if raw)
    return Discovered(files, (), assets.files, assets.refused)


def _named(path: str) -> InputFile | None:
    """A file of content/ by its name alone, without a path's own parser: there are many, and all wait."""
    if path == SITE:
        return InputFile(f"{CONTENT}/{path}", EntryKind.SITE, "site")
    kind, name = FOLDERS.get(path.partition("/")[0]), path.rpartition("/")[2]
    stem = name.removesuffix(ENDING)
    try:
        fits = kind and "/" in path and name.endswith(ENDING) and id_of(stem) == stem
    except Mistake:
        return None
    return InputFile(f"{CONTENT}/{path}", kind, stem) if kind and fits else None
