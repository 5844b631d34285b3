"""The search of a site of any size: shards are indexed apart, several at once, and put together."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from hashlib import sha256
from html import escape
from pathlib import Path
from zlib import ZLIB_RUNTIME_VERSION

from generator.errors import SearchError
from generator.search.handed import handed
from generator.search.index import FOLDER, bundle_over, primary_language, url_of
from generator.search.join import joined
from generator.search.kept import identity
from generator.search.orders import sort_values
from generator.search.part import part_of, table_of
from generator.search.shards import Shard
from generator.search.store import Kept, digests_in, forget_others, keep, kept

VERSION = 1
"""To be raised whenever this program makes another part or another index of the same pages."""
FIELDS = ("date", "image", "image_alt", "kind", "source", "status", "title")
"""What pages say of themselves; every shard must name the same fields, or they could not be joined."""
LAST = "dateline/fields.html"
"""A page that names all fields; it is indexed in every shard and left out of what is kept."""
PLACES = "places.json"


class Bundle(Mapping[str, bytes]):
    """The files of the search, `pagefind/...` -> bytes, each read from where it is kept when it is wanted."""

    def __init__(self, places: Mapping[str, tuple[Kept, str]], uses: Iterable[str] = ()) -> None:
        self._places = dict(sorted(places.items()))
        self.uses = frozenset(uses)
        """Under which digests its files are kept; see `forget_unused`."""

    def __getitem__(self, path: str) -> bytes:
        store, name = self._places[path]
        return store.read(name)

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
) -> Bundle:
    """The bundle of a site; only shards whose pages have changed are indexed again, `jobs` at once.

    `digest` gives the `seen_digest` of a page by its file, `page` its HTML: that is asked only for shards
    that are indexed, and by several threads. What was indexed is kept in the folder `store`, out of which the
    bundle is read as long as it is used. `language` is the site's (`en-GB`). Raises SearchError when Pagefind
    fails or leaves out a page.
    """
    wanted = [shard for shard in shards if shard.pages]
    if not wanted:
        return Bundle({})
    primary = primary_language(language)
    told = (str(VERSION), primary, *identity(command))
    fields: tuple[str, ...] = FIELDS
    while True:
        part = partial(_part, digest, page, primary, command, told, fields, store)
        with ThreadPoolExecutor(jobs) as pool:
            parts = list(pool.map(part, wanted))
        found = {field for _, one in parts for field in table_of(one)["fields"]}
        if found <= set(fields):
            break
        fields = tuple(sorted(found | set(fields)))
    return _bundle(parts, store, jobs)


def forget_unused(store: Path, bundle: Bundle) -> None:
    """Remove from a store what this bundle is not read from; no other bundle can be read after that."""
    forget_others(store, bundle.uses)


def _part(
    digest: Callable[[str], str],
    page: Callable[[str], bytes],
    language: str,
    command: Sequence[str],
    told: Sequence[str],
    fields: Sequence[str],
    store: Path,
    shard: Shard,
) -> tuple[str, Kept]:
    """The index of one shard, with the name under which it is kept."""
    name = _digest(*told, *fields, *(text for path in shard.pages for text in (path, digest(path))))
    found = kept(store, name)
    if found is None:
        pages = {path: handed(page(path)) for path in shard.pages}
        found = keep(store, name, _indexed(pages, language, command, fields))
    return name, found


def _indexed(
    pages: Mapping[str, bytes], language: str, command: Sequence[str], fields: Sequence[str]
) -> dict[str, bytes]:
    files = bundle_over({**pages, LAST: _last(fields)}, language, command, 60 + len(pages) / 10)
    try:
        return part_of(
            files, [url_of(path) for path in pages], [sort_values(page) for page in pages.values()]
        )
    except ValueError as error:
        raise SearchError(
            f"This version of Pagefind writes its index in a form that is not known: {error}.",
            "Use the version that Dateline asks for: `pip install pagefind-bin-extended`.",
        ) from error


def _bundle(parts: Sequence[tuple[str, Kept]], store: Path, jobs: int) -> Bundle:
    names = [name for name, _ in parts]
    digest = _digest(str(VERSION), ZLIB_RUNTIME_VERSION, *names)
    whole = kept(store, digest)
    if whole is None:
        made = joined([part for _, part in parts], jobs, _earlier(store, names))
        said = {"zlib": ZLIB_RUNTIME_VERSION, "fragments": made.fragments}
        whole = keep(store, digest, {PLACES: json.dumps(said).encode(), **made.files})
    places = {f"{FOLDER}/{name}": (whole, name) for name in whole.places if name != PLACES}
    for name, number, old in json.loads(whole.read(PLACES))["fragments"]:
        places[f"{FOLDER}/{name}"] = (parts[number][1], old)
    return Bundle(places, (digest, *names))


def _earlier(store: Path, parts: Collection[str]) -> Kept | None:
    """The index of the build before, if its files are packed as they would be now."""
    for name in sorted(digests_in(store) - set(parts)):
        found = kept(store, name)
        if found is None or PLACES not in found.places:
            continue
        with suppress(ValueError, KeyError, TypeError, OSError):  # another version may have kept it
            if json.loads(found.read(PLACES))["zlib"] == ZLIB_RUNTIME_VERSION:
                return found
    return None


def _digest(*about: str) -> str:
    digest = sha256()
    for part in about:
        digest.update(f"{len(part.encode())}:{part}".encode())
    return digest.hexdigest()


def _last(fields: Iterable[str]) -> bytes:
    marks = "".join(f'<meta content="x" data-pagefind-meta="{escape(field)}[content]">' for field in fields)
    return f"<!doctype html><html><head>{marks}</head><body data-pagefind-body>x</body></html>".encode()
