"""The files of a site: which of them must be made, and the making, on several cores."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from msgspec import Struct, structs

from generator import __version__
from generator.books import Books
from generator.exports.published import Published
from generator.memo.digests import digest_of
from generator.memo.glass import Glass, looked_up
from generator.memo.keeping import Keeping
from generator.memo.ledger import Holding, Ledger, Writing
from generator.memo.looks import Look, Looked
from generator.memo.pieces import Pieces, keep
from generator.model.page import File, Imprint, Page
from generator.model.site import Site
from generator.publish import Content, Staged, Standing
from generator.render.renderer import prepare, render
from generator.render.theme import Theme
from generator.workers import FEW, Open, each

STEP = 100
"""Files after which it is said how many are done."""
ADDRESSES = "addresses"
"""What a look at the addresses of all listed pages is noted as."""


Maker = tuple[Any, ...]
"""The kind of a file, what is said of it, the module and the name of a function, and its keys."""
PAGE, FILE = "page", "file"
_MAKING = ("generator.pages.", "generator.exports.")
"""Where the functions stand that make files."""


class Planned(Protocol):
    """A file that is to be made from what is seen through a glass, and from nothing else that can change."""

    @property
    def path(self) -> str:
        """From the root of the output folder."""

    @property
    def maker(self) -> Maker:
        """Plain values that tell what makes it from every other maker."""

    @property
    def searched(self) -> bool:
        """Whether the search finds it."""

    def made(self, glass: Glass) -> bytes:
        """What it holds."""


class PlannedPage(Struct, frozen=True):
    """A page in a theme."""

    page: Page
    theme: Theme
    site: Site

    @property
    def path(self) -> str:
        """From the root of the output folder."""
        return self.page.file

    @property
    def searched(self) -> bool:
        """Whether the search finds it."""
        return self.page.searched

    @property
    def maker(self) -> Maker:
        """The function that makes its view, with its keys; the template, and who may find it."""
        page, view = self.page, self.page.make
        about = (page.path, page.template, page.listed, page.searched)
        return (PAGE, about, view.func.__module__, view.func.__qualname__, *view.args[2:])

    def made(self, glass: Glass) -> bytes:
        """The page in the theme."""
        view = partial(self.page.make.func, glass, glass.judged, *self.page.make.args[2:])
        return render(self.theme, self.site, __version__, replace(self.page, make=view))


class PlannedFile(Struct, frozen=True):
    """A file for machines."""

    file: File
    addresses: Sequence[str]
    feed_style: str = ""
    """Path of the style sheet of feeds in the theme."""

    @property
    def path(self) -> str:
        """From the root of the output folder."""
        return self.file.path

    @property
    def searched(self) -> bool:
        """Never: only pages are."""
        return False

    @property
    def maker(self) -> Maker:
        """The function that makes it, with its keys."""
        make = self.file.make
        return (FILE, (self.file.path,), make.func.__module__, make.func.__qualname__, *make.args[1:])

    def made(self, glass: Glass) -> bytes:
        """The content of the file."""
        addresses = glass.row(ADDRESSES, self.addresses)
        published = Published(glass, glass.judged, addresses, __version__, self.feed_style)
        content: bytes = self.file.make.func(published, *self.file.make.args[1:])
        return content


def planned_again(maker: Maker, published: Published, theme: Theme, site: Site) -> Planned:
    """The file that has this maker, in another archive. Raises ValueError for what is no maker."""
    kind, about, module, name, *keys = maker
    if not module.startswith(_MAKING):
        raise ValueError(f"{module} makes no files")
    make = getattr(import_module(module), name)
    if kind == FILE:
        file = File(about[0], partial(make, published, *keys))
        return PlannedFile(file, published.addresses, published.feed_style)
    path, template, listed, searched = about
    view = partial(make, published.archive, published.judged, *keys)
    return PlannedPage(Page(path, template, view, listed, searched), theme, site)


def maker_of(planned: Planned, shared: bytes) -> bytes:
    """A digest of what makes a file; `shared` is that of what all makers share: the program, the theme."""
    return digest_of(shared, repr(planned.maker).encode())


class Shop(Struct, frozen=True):
    """Where files are made: each in a folder, named by its place among those that are planned."""

    planned: Sequence[Planned]
    glass: Glass
    folder: Path
    keeping: Keeping
    searched: bool
    """Whether it is to be told what the search makes of pages."""


class Making(Struct, frozen=True, dict=True):
    """All files that are planned, with all that they are made of."""

    planned: Sequence[Planned]
    published: Published
    shared: bytes
    """A digest of what all makers share: the program, the theme."""
    digests: Keeping

    def holding(self, books: Books, output: Path) -> Holding:
        """What holds of the books: the files in the output folder that would be made just as they are."""
        found = books.ledger.holding(self._makers, self.seen)
        return structs.replace(
            found, files={path: made for path, made in found.files.items() if books.stands(output, path)}
        )

    def made(
        self,
        books: Books,
        holding: Holding,
        stage: Path,
        workers: Open | None,
        tell: Callable[[str], None],
        seen: Callable[[Imprint, str], None] | None,
    ) -> tuple[dict[str, Content], Ledger]:
        """The files of the site, the others made in the folder `stage`; and the ledger of all of them."""
        files: dict[str, Content] = {path: Standing(made.imprint) for path, made in holding.files.items()}
        store = self.digests.store
        writing = Writing(books.ledger, holding, self.seen, partial(keep, store))
        wanted = [one for one in self.planned if one.path not in holding.files]
        pieces = Pieces(store, books.ledger.looks.__getitem__, holding.pieces.get)
        glass = Glass(self.published.archive, self.published.judged, pieces)
        shop = Shop(wanted, glass, stage, self.digests, seen is not None)
        tell(f"Rendering {len(wanted):,} files")
        pages = [one for one in wanted if isinstance(one, PlannedPage)]
        if len(pages) > FEW:
            prepare(pages[0].theme, pages[0].site, __version__)
        for place, (path, imprint, looked, digest) in enumerate(
            each(workers, shop, _make, range(len(wanted)))
        ):
            if place % STEP == STEP - 1:
                tell(f"Rendering {place + 1:,} of {len(wanted):,} files")
            files[path] = Staged(stage / str(place), imprint)
            writing.add(path, self._makers[path], imprint, looked)
            if seen and digest:
                seen(imprint, digest)
        return files, writing.done()

    @cached_property
    def _makers(self) -> Mapping[str, bytes]:
        return {one.path: maker_of(one, self.shared) for one in self.planned}

    def seen(self, look: Look) -> bytes:
        """What a look shows now, as a digest."""
        if look[0] == ADDRESSES:
            return self.digests.of(self.published.addresses)
        return self.digests.of(looked_up(self.published.archive, self.published.judged, look))


def _make(shop: Shop, place: int) -> tuple[str, Imprint, Looked, str]:
    planned = shop.planned[place]
    content = planned.made(shop.glass)
    (shop.folder / str(place)).write_bytes(content)
    shop.keeping.relax()
    digest = _seen_digest(content) if shop.searched and planned.searched else ""
    return planned.path, Imprint.of(content), shop.glass.handed_over(), digest


def _seen_digest(content: bytes) -> str:
    from generator.search import seen_digest  # noqa: PLC0415 -- a build without a search loads none of it

    return seen_digest(content)
