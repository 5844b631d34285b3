"""Every link of a text that leads into the archive leads to a file or a page that is there."""

from collections.abc import Iterator
from functools import cached_property
from posixpath import basename

from generator.assemble.addresses import addresses_of
from generator.assemble.contentpath import content_path, written_from
from generator.assemble.places import Places
from generator.assemble.texts import lost_in, texts_in, texts_of
from generator.memo import Memory
from generator.memo.row import each
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.nearest import nearest, nearest_document
from generator.model.textlink import Fate, TextLink
from generator.model.verdict import Verdicts
from generator.read.markdown.addresses import Reach, is_asset, reach_of


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """An error at each address of a link that leads nowhere, with the one that was probably meant."""
    nearby = _Nearby(archive)
    files, texts = texts_in(archive, memory)
    for file, lost in zip(files, each(memory, lost_in, texts), strict=True):
        for link in filter(_leads_nowhere, lost):
            told = _told(file, link.written, nearby)
            yield places.placed(file, Diagnostic("broken-link", "", link.mark, *told))


def _leads_nowhere(link: TextLink) -> bool:
    return link.fate is Fate.NOWHERE and not link.image and not is_asset(link.written)


class _Nearby:
    """What is there instead of what was written; looked for only when something is missing."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def address(self, written: str) -> str | None:
        """The address of the site that is most like one."""
        return nearest(written, self._addresses)

    def file(self, name: str) -> str | None:
        """The path of the file with a text whose name is most like one."""
        return self._files.get(nearest_document(name.removesuffix(".md"), self._files) or "")

    @cached_property
    def _addresses(self) -> frozenset[str]:
        return addresses_of(self._archive)

    @cached_property
    def _files(self) -> dict[str, str]:
        paths = sorted((path for path, _ in texts_of(self._archive)), reverse=True)
        return {basename(path).removesuffix(".md"): path for path in paths}


def _told(file: str, written: str, nearby: _Nearby) -> tuple[str, str]:
    """Message and hint."""
    path, mark, place = written.partition("#")
    meant: str | None = None
    match reach_of(written):
        case Reach.SITE:
            message, hint = f"this site has no page {path}", "copy the address from the page that you mean"
            meant = nearby.address(path)
        case Reach.CONTENT:
            message, hint = f"there is no file {path}", "write the path from this file: ../actors/sohr.md"
            there = content_path(file, path)
            if there is None:
                message = "this address leaves content/"
            elif found := nearby.file(basename(there)):
                meant = written_from(file, found)
        case _ if not path:
            message, hint = "this link has no address", "write one between the round brackets"
        case _:
            message = f"{path} is no file of this archive"
            web = path.lower().startswith("www.")
            hint = f'write "https://{written}"' if web else "write the whole address, with https:// before it"
    return message, f'did you mean "{meant}{mark}{place}"?' if meant else hint
