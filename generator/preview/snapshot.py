"""The site at one moment: every path of it, made when it is asked for and by the functions of a build."""

from collections import OrderedDict
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from threading import Lock

from msgspec.structs import replace

from generator import __version__
from generator.assemble.assets import published_assets
from generator.assemble.known import Known, known_of
from generator.examined import Gathered
from generator.exports.all import EXPORTS, OF_MANY_FILES
from generator.exports.published import Published as Exported
from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.page import Page
from generator.model.site import Site
from generator.model.verdict import Verdicts
from generator.offline.worker import farewell
from generator.pages import document
from generator.pages.plan import KINDS, plan
from generator.preview.mediatypes import media_type_of
from generator.preview.past import History, WhenAsked
from generator.preview.place import file_at
from generator.preview.values import Served
from generator.read.discover import DOCUMENTS
from generator.read.file import ReadFile
from generator.render.renderer import render
from generator.render.theme import Theme

KEPT = 64
"""Pages and files that are kept as they were made."""
DATA = (".json", ".csv", ".xml", ".txt")
"""The endings of files for machines; no export is asked for anything else but these two."""
HOSTS = {"_headers", "_redirects"}
SITEMAP = "sitemap.xml"


class Snapshot:
    """An archive with its theme. Nothing in it changes; what was made is kept for a while.

    `before` is the snapshot that it takes the place of: what is the same in both is not worked out again.
    """

    def __init__(
        self,
        folder: Path,
        archive: Archive,
        verdicts: Verdicts,
        theme: Theme,
        sources: Mapping[str, ReadFile],
        gathered: Gathered,
        before: "Snapshot | None" = None,
    ) -> None:
        self.archive = archive
        self.verdicts = verdicts
        self.theme = theme
        self.sources = sources
        """The files it is made of, by their paths."""
        self.gathered = gathered
        """What it was gathered from; single documents may have been replaced since."""
        self._folder = folder
        self.history: History = History(archive, before.history if before else None)
        self.judged = WhenAsked(verdicts, self.history)
        self._made: OrderedDict[str, Served] = OrderedDict()
        self._lock = Lock()
        if before and before.gathered is gathered:
            # At most a document was replaced: where the others stand, and what they refer to, is as before.
            taken_over = {"places", "known"} & before.__dict__.keys()
            self.__dict__.update({name: before.__dict__[name] for name in taken_over})

    def served(self, path: str) -> Served | None:
        """What stands at a path of the site; None where there is nothing. Raises what rendering raises."""
        with self._lock:
            if path in self._made:
                self._made.move_to_end(path)
                return self._made[path]
        made = self._make(path)
        if made is not None:
            with self._lock:
                self._made[path] = made
                if len(self._made) > KEPT:
                    self._made.popitem(last=False)
        return made

    def page(self, path: str) -> Page | None:
        """The page at a path."""
        place = self.places.get(path)
        if place is not None:
            return document.page_of(self.archive, self.judged, self.archive.documents[place])
        return self._other_pages.get(path)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where the document at each address stands among the documents."""
        return {urls.document_url(one): place for place, one in enumerate(self.archive.documents)}

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every page by its path."""
        return {page.path: page for page in plan(self.archive, self.judged)}

    @cached_property
    def known(self) -> Known:
        """What documents refer to."""
        files = self.sources.values()
        return known_of(tuple(file for file in files if file.entry.file.kind not in DOCUMENTS))

    @cached_property
    def _other_pages(self) -> Mapping[str, Page]:
        """The pages that are not those of documents, of which there are many more."""
        kinds = (kind for kind in KINDS if kind is not document.pages)
        return {page.path: page for kind in kinds for page in kind(self.archive, self.judged)}

    @cached_property
    def _site(self) -> Site:
        """The site as it is shown: a preview is never kept by a browser, and rids it of one that was."""
        return replace(self.archive.site, offline=False)

    def _make(self, path: str) -> Served | None:
        file = path.removeprefix("/")
        if page := self.page(path):
            content: bytes | None = render(self.theme, self._site, __version__, page)
        elif path == urls.SERVICE_WORKER:
            content = farewell()
        elif file in self.theme.assets:
            content = self.theme.assets[file]
        elif file in self._assets:
            content = _bytes_of(self._folder / self._assets[file])
        else:
            content = self._data(file)
        return (
            None if content is None else Served(content, media_type_of(path), file=self.written_in(path)[0])
        )

    def document_at(self, path: str) -> Document | None:
        """The document whose page stands at a path."""
        place = self.places.get(path)
        return None if place is None else self.archive.documents[place]

    def written_in(self, path: str) -> tuple[str, str]:
        """The file that a page is made of, and which of its measures it is about; empty where it is none."""
        found = self.document_at(path)
        return (found.file, "") if found else file_at(self.archive, path)

    @cached_property
    def _assets(self) -> Mapping[str, str]:
        """The files that texts show or lead to: from where each is published to where it stands."""
        return {asset.address.removeprefix("/"): asset.file for asset in published_assets(self.archive)}

    def _data(self, file: str) -> bytes | None:
        """A file for machines; the exports are asked one after the other until one has it."""
        if not file.endswith(DATA) and file not in HOSTS:
            return None
        # Only one export wants them, and to name every page takes long.
        listed = [page.path for page in self.pages.values() if page.listed] if file == SITEMAP else []
        exported = Exported(self.archive, self.judged, listed, __version__, self.theme.feed_style)
        asked = (files for files in EXPORTS if file.startswith(OF_MANY_FILES.get(files, "")))
        made = (one.content for files in asked for one in files(exported) if one.path == file)
        return next(made, None)


def _bytes_of(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
