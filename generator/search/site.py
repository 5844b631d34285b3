"""The search of a site of any size: shards are indexed apart, several at once, and put together."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from zlib import ZLIB_RUNTIME_VERSION

from generator.model.page import Imprint
from generator.search.earlier import Part, earlier_index
from generator.search.index import FOLDER, primary_language
from generator.search.indexing import Asked, Indexing, indexed
from generator.search.join import joined
from generator.search.part import fragment_path, table_of
from generator.search.program import identity
from generator.search.record import OURS, renamed_in
from generator.search.shards import Shard
from generator.search.store import Kept, forget_others, keep, kept
from generator.workers import Open

VERSION = 5
"""To be raised whenever this program makes another part or another index of the same pages."""
FIELDS = ("also", "date", "image", "image_alt", "kind", "lang", "source", "status", "title")
"""What pages say of themselves; every shard must name the same fields, or they could not be joined."""
_FRAGMENT = "fragment/"


class Bundle(Mapping[str, bytes]):
    """The files of the search, `pagefind/...` -> bytes, each read from where it is kept when it is wanted."""

    def __init__(self, places: Mapping[str, tuple[Kept, str]], uses: Iterable[str] = ()) -> None:
        self._places = dict(sorted(places.items()))
        self.uses = frozenset(uses)
        """Under which digests its files are kept; see `forget_unused`."""

    def __getitem__(self, path: str) -> bytes:
        store, name = self._places[path]
        return store.read(name)

    def imprint(self, path: str) -> Imprint:
        """What a file holds, without reading it."""
        store, name = self._places[path]
        return store.imprints[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def site_bundle(
    shards: Sequence[Shard],
    digest: Callable[[str], str],
    page: Callable[[str], bytes],
    language: str,
    command: Sequence[str],
    store: Path,
    *,
    jobs: int = 2,
    opened: Open | None = None,
) -> Bundle:
    """The bundle of a site; only shards whose pages have changed are indexed again, `jobs` at once.

    `digest` gives the `seen_digest` of a page by its file, `page` its HTML: that is asked only for shards
    that are indexed. With `opened` they are indexed in other processes, else in threads. What was indexed is
    kept in the folder `store`, out of which the bundle is read as long as it is used. `language` is the
    site's (`en-GB`). Raises SearchError when Pagefind fails or leaves out a page.
    """
    wanted = [shard for shard in shards if shard.pages]
    if not wanted:
        return Bundle({})
    primary = primary_language(language)
    told = (str(VERSION), primary, *identity(command))
    fields: tuple[str, ...] = FIELDS
    while True:
        indexing = Indexing(primary, tuple(command), fields, store, (*told, *fields))
        asked = [_asked(shard, digest, indexing.told) for shard in wanted]
        found = indexed(indexing, asked, page, jobs, opened)
        said = {field for one in found for field in table_of(one)["fields"]}
        if said <= set(fields):
            break
        fields = tuple(sorted(said | set(fields)))
    parts = [(one.name, part, len(one.pages)) for one, part in zip(asked, found, strict=True)]
    return _bundle(parts, store, jobs)


def forget_unused(store: Path, bundle: Bundle) -> None:
    """Remove from a store what this bundle is not read from; no other bundle can be read after that."""
    forget_others(store, bundle.uses)


def _asked(shard: Shard, digest: Callable[[str], str], told: Sequence[str]) -> Asked:
    """The index of a shard, by all that it depends on."""
    pages = tuple((path, digest(path)) for path in shard.pages)
    return Asked(_digest(*told, *(text for page in pages for text in page)), pages)


def _bundle(parts: Sequence[Part], store: Path, jobs: int) -> Bundle:
    names = [name for name, _, _ in parts]
    digest = _digest(str(VERSION), ZLIB_RUNTIME_VERSION, *names)
    whole = kept(store, digest)
    if whole is None:
        whole = keep(store, digest, joined(parts, jobs, earlier_index(store, parts)))
    places = {f"{FOLDER}/{name}": (whole, name) for name in whole.places.keys() - OURS}
    renamed = {(number, fragment_path(old)): fragment_path(new) for number, old, new in renamed_in(whole)}
    for number, (_, part, _) in enumerate(parts):
        for path in part.places:
            if path.startswith(_FRAGMENT):
                places[f"{FOLDER}/{renamed.get((number, path), path)}"] = (part, path)
    return Bundle(places, (digest, *names))


def _digest(*about: str) -> str:
    digest = sha256()
    for part in about:
        digest.update(f"{len(part.encode())}:{part}".encode())
    return digest.hexdigest()
