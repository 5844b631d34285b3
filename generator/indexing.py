"""The search of a site that is being built: only pages that it would see otherwise are indexed again."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from generator.memo.store import Store
from generator.model.page import Imprint
from generator.publish import Content, Drawn, ReadBack, Standing, imprint_of
from generator.search import Bundle, day_of, seen_digest, shards_of, site_bundle
from generator.search.index import FOLDER
from generator.workers import Open

_STEP = "seen by search"


class Index(Struct, frozen=True, dict=True):
    """The files of the search, and the bundle that they are read from."""

    bundle: Bundle
    files: Mapping[str, Content]

    @property
    def folder(self) -> str:
        """That of all of them."""
        return FOLDER

    @property
    def imprints(self) -> Mapping[str, Imprint]:
        """What each of the files holds."""
        return {path: imprint_of(content) for path, content in self.files.items()}


class Indexing(Struct, frozen=True):
    """With what a site is indexed."""

    language: str
    pagefind: Sequence[str]
    folder: Path
    """Where to keep what was indexed."""
    store: Store
    workers: Open | None


def indexed(
    searched: Sequence[str],
    files: Mapping[str, Content],
    output: Path,
    stands: Callable[[str, Imprint], bool],
    indexing: Indexing,
) -> Index:
    """Index the searched pages of a site, by their files.

    `stands` tells whether a file that holds just this is in the output already.
    """
    contents = ReadBack(files, output)
    bundle = site_bundle(
        shards_of([(path, day_of(path), 1) for path in searched]),
        _digests(files, contents, indexing.store),
        contents.__getitem__,
        indexing.language,
        indexing.pagefind,
        indexing.folder,
        opened=indexing.workers,
    )
    return Index(bundle, {path: _content(bundle, path, stands) for path in bundle})


def note(store: Store, imprint: Imprint, digest: str) -> None:
    """Note what the search makes of a page."""
    store.put(_STEP, bytes.fromhex(imprint.sha256), digest.encode())


def _digests(
    files: Mapping[str, Content], contents: Mapping[str, bytes], store: Store
) -> Callable[[str], str]:
    """What the search makes of each page, by the file that holds it."""

    def digest(path: str) -> str:
        imprint = imprint_of(files[path])
        known = store.get(_STEP, bytes.fromhex(imprint.sha256))
        if known is not None:
            return known.decode()
        found = seen_digest(contents[path])
        note(store, imprint, found)
        return found

    return digest


def _content(bundle: Bundle, path: str, stands: Callable[[str, Imprint], bool]) -> Content:
    imprint = bundle.imprint(path)
    return Standing(imprint) if stands(path, imprint) else Drawn(lambda: bundle[path], imprint)
