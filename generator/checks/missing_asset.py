"""Every picture that a text shows, and every file that it leads to, is there."""

from collections.abc import Iterator
from posixpath import basename

from generator.assemble.contentpath import written_from
from generator.assemble.places import Places
from generator.assemble.texts import lost_in, texts_in
from generator.memo import Memory
from generator.memo.row import each
from generator.model.archive import Archive
from generator.model.asset import IMAGES, ending_of
from generator.model.diagnostic import Diagnostic
from generator.model.nearest import nearest
from generator.model.textlink import Fate, TextLink
from generator.model.verdict import Verdicts
from generator.read.markdown.addresses import is_asset


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """An error at each address of a picture or file that is not in content/assets/, with the nearest one."""
    by_name = {basename(path): path for path in sorted(archive.assets, reverse=True)}
    files, texts = texts_in(archive, memory)
    for file, lost in zip(files, each(memory, lost_in, texts), strict=True):
        for link in filter(_is_missing, lost):
            path = link.written.partition("#")[0]
            message = (
                f"there is no {'picture' if link.image else 'file'} {path}" if path else "no picture is named"
            )
            meant = by_name.get(nearest(basename(path), by_name) or "")
            if meant:
                hint = f'did you mean "{written_from(file, meant)}"?'
            elif link.image and ending_of(path) not in IMAGES:
                hint = f"a picture is one of {', '.join(sorted(IMAGES))}"
            else:
                hint = "put it into content/assets/ and write the path from this file: ../assets/map.png"
            yield places.placed(file, Diagnostic("missing-asset", "", link.mark, message, hint))


def _is_missing(link: TextLink) -> bool:
    return link.fate is Fate.NOWHERE and (link.image or is_asset(link.written))
