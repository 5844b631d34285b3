"""Shards that are indexed, several at once."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from html import escape
from pathlib import Path

from generator.errors import SearchError
from generator.search.handed import handed
from generator.search.index import SITE, bundle_in, laid_out, url_of
from generator.search.orders import sort_values
from generator.search.part import part_of
from generator.search.run import end_all
from generator.search.shards import Shard
from generator.search.store import Kept, keep, kept
from generator.workers import Open, end_workers

LAST = "dateline/fields.html"
"""A page that names all fields; it is indexed in every shard and left out of what is kept."""


@dataclass(frozen=True, slots=True)
class Indexing:
    """How all shards of a site are indexed."""

    language: str
    """A primary one (`en`)."""
    command: tuple[str, ...]
    fields: tuple[str, ...]
    """What pages say of themselves."""
    store: Path


def indexed(
    how: Indexing,
    shards: Sequence[tuple[str, Shard]],
    page: Callable[[str], bytes],
    jobs: int = 1,
    opened: Open | None = None,
) -> list[Kept]:
    """The index of each shard, which is kept under a name; those that are not are made, `jobs` at once.

    Only the processes or threads wait for Pagefind: the pages are asked for here, a few shards ahead of it.
    """
    found = {name: kept(how.store, name) for name, _ in shards}
    missing = [(name, shard) for name, shard in shards if found[name] is None]
    if missing:
        several = opened is not None and len(missing) > 1
        with opened(_nothing, ()) if opened and several else ThreadPoolExecutor(jobs) as executor:
            try:
                found |= _made(how, missing, page, jobs, executor)
            except BaseException:  # whoever ends the build does not wait for Pagefind
                executor.shutdown(wait=False, cancel_futures=True)
                end_all()
                end_workers()
                raise
    return [one for name, _ in shards if (one := found[name]) is not None]


def _made(
    how: Indexing,
    missing: Iterable[tuple[str, Shard]],
    page: Callable[[str], bytes],
    jobs: int,
    executor: Executor,
) -> dict[str, Kept]:
    made = {}
    under_way: deque[tuple[str, ExitStack, Future[Kept]]] = deque()
    with ExitStack() as everything:

        def finish() -> None:
            name, folder, future = under_way.popleft()
            with folder:
                made[name] = future.result()

        for name, shard in missing:
            if len(under_way) > jobs:
                finish()
            pages = {path: handed(page(path)) for path in shard.pages}
            stack = everything.enter_context(ExitStack())
            folder = stack.enter_context(laid_out({**pages, LAST: _last(how.fields)}))
            under_way.append((name, stack, executor.submit(_index, how, name, shard.pages, folder)))
        while under_way:
            finish()
    return made


def _index(how: Indexing, name: str, paths: Sequence[str], folder: Path) -> Kept:
    """Index the pages that are laid out in a folder, and keep the index under a name."""
    read = bundle_in(folder, (*paths, LAST), how.language, how.command, 60 + len(paths) / 10)
    values = [sort_values((folder / SITE / path).read_bytes()) for path in paths]
    try:
        part = part_of(read, [url_of(path) for path in paths], values)
    except ValueError as error:
        raise SearchError(
            f"This version of Pagefind writes its index in a form that is not known: {error}.",
            "Use the version that Dateline asks for: `pip install pagefind-bin-extended`.",
        ) from error
    return keep(how.store, name, part.items())


def _nothing() -> None:
    """A worker of ours has nothing to prepare."""


def _last(fields: Iterable[str]) -> bytes:
    marks = "".join(f'<meta content="x" data-pagefind-meta="{escape(field)}[content]">' for field in fields)
    return f"<!doctype html><html><head>{marks}</head><body data-pagefind-body>x</body></html>".encode()
