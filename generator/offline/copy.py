"""A copy of a finished site that works from a disk, without a server: a folder, and the same in a zip."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urljoin

from msgspec import Struct

from generator.errors import PublishError, place_and_reason
from generator.model.page import Imprint
from generator.offline.leftout import is_left_out
from generator.offline.markup import Rewriter
from generator.offline.places import copy_folder, copy_zip
from generator.offline.scripts import classic
from generator.offline.ways import Ways
from generator.offline.zipped import refuse_foreign, write_zip
from generator.publish import Content, Drawn, Published, Staged, imprint_of, publish
from generator.publish.lock import held
from generator.workers import Open, each

PAGE = ".html"
Tell = Callable[[str], None]
"""Is told for whom a copy waits."""


class OfflineCopy(Struct, frozen=True):
    """A copy that stands beside its site."""

    folder: Path
    zip: Path
    published: Published
    """What was written in the folder, was right already, and was removed."""
    zipped: bool
    """Whether the zip was written."""


class _Shop(Struct, frozen=True):
    """Where the pages of the copy are made: each in a folder, named by its place among them."""

    output: Path
    pages: Sequence[str]
    files: frozenset[str]
    base_url: str
    folder: Path


def copy_site(
    output: Path, files: Sequence[str], base_url: str, tell: Tell, workers: Open | None = None
) -> OfflineCopy:
    """Copy the site that stands in `output` to the folder beside it; `files` are all of the site.

    Every link leads to a file; one to what is left out leads to the published site. Raises PublishError
    where something stands in the way that no build has made, before anything is changed. No build can
    write to the site meanwhile.
    """
    folder, zip_file = copy_folder(output), copy_zip(output)
    refuse_foreign(zip_file)
    try:
        with held(output, tell), TemporaryDirectory(prefix="dateline-offline-") as stage:
            contents = _contents(output, files, base_url, Path(stage), workers)
            imprints = {path: imprint_of(content) for path, content in contents.items()}
            done = publish(contents, folder)
        return OfflineCopy(folder, zip_file, done, write_zip(zip_file, folder, imprints))
    except OSError as error:
        raise PublishError(
            f"The offline copy could not be written: {place_and_reason(error, folder)}."
        ) from error


def _contents(
    output: Path, files: Sequence[str], base_url: str, stage: Path, workers: Open | None
) -> dict[str, Content]:
    kept = frozenset(path for path in files if not is_left_out(path))
    scripts = frozenset(path for path in files if path.endswith(".js"))
    pages = sorted(path for path in kept if path.endswith(PAGE))
    shop = _Shop(output, pages, kept | scripts, base_url, stage)
    contents: dict[str, Content] = {}
    run: set[str] = set()
    for place, (imprint, wanted) in enumerate(each(workers, shop, _make, range(len(pages)))):
        contents[pages[place]] = Staged(stage / str(place), imprint)
        run |= wanted
    contents |= {path: _as_it_stands(output / path) for path in sorted(kept) if path not in contents}
    contents |= {path: classic((output / path).read_bytes()) for path in sorted(run & scripts)}
    return contents


def _make(shop: _Shop, place: int) -> tuple[Imprint, frozenset[str]]:
    """One page, and the scripts that it runs."""
    file = shop.pages[place]
    page = (shop.output / file).read_text(encoding="utf-8")
    rewriter = Rewriter(page, Ways(file, shop.files, shop.base_url))
    content = rewriter.rewritten.encode()
    (shop.folder / str(place)).write_bytes(content)
    return Imprint.of(content), frozenset(unquote(urljoin(file, src)) for src in rewriter.scripts)


def _as_it_stands(file: Path) -> Content:
    return Drawn(partial(file.read_bytes), Imprint.of(file.read_bytes()))
