"""What stands in an output folder."""

import os
from collections.abc import Iterator
from pathlib import Path

from generator.publish.paths import MANIFEST, PASSING


def files_in(output: Path, folder: str = "") -> Iterator[str]:
    """The paths of all that stands below a folder and is no folder, but for the notes of builds.

    They are told from the output folder on. A link to a folder is not followed. Raises OSError where a folder
    cannot be listed.
    """
    for place, names, files in os.walk(output / folder, onerror=_raise):
        here = Path(place)
        links = [name for name in names if (here / name).is_symlink()]
        if here == output:
            names[:] = [name for name in names if name not in PASSING]
        notes = {MANIFEST, *PASSING} if here == output else set()
        names.sort()
        for name in sorted({*files, *links} - notes):
            yield (here / name).relative_to(output).as_posix()


def _raise(error: OSError) -> None:
    raise error
