"""Shards that are indexed, several at once."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from html import escape
from pathlib import Path

from msgspec import Struct

from generator.errors import SearchError
from generator.search.handed import handed
from generator.search.index import SITE, bundle_in, laid_out, url_of
from generator.search.nearest import Near, Old, made_of, nearest, olds_in
from generator.search.orders import sort_values
from generator.search.part import part_of
from generator.search.patched import patched
from generator.search.run import end_all
from generator.search.store import Kept, digests_in, keep, kept
from generator.workers import Open, end_workers

LAST = "dateline/fields.html"
"""A page that names all fields; it is indexed in every shard and left out of what is kept."""


class Indexing(Struct, frozen=True):
    """How all shards of a site are indexed."""

    language: str
    """A primary one (`en`)."""
    command: tuple[str, ...]
    fields: tuple[str, ...]
    """What pages say of themselves."""
    store: Path
    told: tuple[str, ...]
    """All that an index depends on beside its pages."""


class Asked(Struct, frozen=True):
    """The index of a shard that is wanted."""

    name: str
    """Under which it is kept."""
    pages: tuple[tuple[str, str], ...]
    """Their files, each with a digest of what the search makes of it."""

    def lacking(self, near: Near | None) -> Sequence[tuple[str, str]]:
        """Those of its pages that a part near to it has not; all, where there is none."""
        return [self.pages[number] for number in near.places] if near else self.pages


Page = Callable[[str], bytes]
"""The HTML of a page, by its file."""


def indexed(
    how: Indexing, shards: Sequence[Asked], page: Page, jobs: int = 1, opened: Open | None = None
) -> list[Kept]:
    """The index of each shard; those that are not kept are made, `jobs` at once.

    Only the processes or threads wait for Pagefind: the pages are asked for here, a few shards ahead of it.
    """
    found = {one.name: kept(how.store, one.name) for one in shards}
    missing = [one for one in shards if found[one.name] is None]
    if missing:
        olds = olds_in(how.store, digests_in(how.store) - found.keys(), how.told)
        several = opened is not None and len(missing) > 1
        with opened(_nothing, ()) if opened and several else ThreadPoolExecutor(jobs) as executor:
            try:
                found |= _Making(how, page, executor, olds).made(missing, jobs)
            except BaseException:  # whoever ends the build does not wait for Pagefind
                executor.shutdown(wait=False, cancel_futures=True)
                end_all()
                end_workers()
                raise
    return [made for one in shards if (made := found[one.name]) is not None]


class _Making(Struct, frozen=True):
    """The indexes of shards, made in other processes or threads."""

    how: Indexing
    page: Page
    executor: Executor
    olds: Sequence[Old]

    def made(self, missing: Iterable[Asked], jobs: int) -> dict[str, Kept]:
        """All that are missing, by their names."""
        made = {}
        under_way: deque[tuple[Asked, ExitStack, Future[Kept | None]]] = deque()
        with ExitStack() as everything:

            def finish() -> None:
                one, folder, future = under_way.popleft()
                with folder:
                    done = future.result()
                made[one.name] = done or self._whole(one)

            for one in missing:
                if len(under_way) > jobs:
                    finish()
                near = nearest(self.olds, one.pages)
                stack = everything.enter_context(ExitStack())
                folder = stack.enter_context(self._laid_out(one.lacking(near)))
                under_way.append((one, stack, self.executor.submit(_index, self.how, one, folder, near)))
            while under_way:
                finish()
        return made

    def _whole(self, one: Asked) -> Kept:
        """A shard whose old pages could not be taken over after all."""
        with self._laid_out(one.pages) as folder:
            done = self.executor.submit(_index, self.how, one, folder, None).result()
        if done is None:
            raise ValueError("a shard that is indexed as a whole rests on no other")
        return done

    def _laid_out(self, pages: Iterable[tuple[str, str]]) -> AbstractContextManager[Path]:
        contents = {path: handed(self.page(path)) for path, _ in pages}
        return laid_out({**contents, LAST: _last(self.how.fields)})


def _index(how: Indexing, one: Asked, folder: Path, near: Near | None) -> Kept | None:
    """Index the pages that are laid out in a folder, and keep the index of the shard.

    They are all of the shard, or those that an old one lacks; None where that cannot be gone on with.
    """
    paths = [path for path, _ in one.lacking(near)]
    read = bundle_in(folder, (*paths, LAST), how.language, how.command, 60 + len(paths) / 10)
    values = [sort_values((folder / SITE / path).read_bytes()) for path in paths]
    try:
        part = part_of(read, [url_of(path) for path in paths], values)
    except ValueError as error:
        raise SearchError(
            f"This version of Pagefind writes its index in a form that is not known: {error}.",
            "Use the version that Dateline asks for: `pip install pagefind-bin-extended`.",
        ) from error
    whole = patched(near.old, near.order, part, near.places) if near else part
    if whole is None:
        return None
    return keep(how.store, one.name, made_of(whole, how.told, one.pages).items())


def _nothing() -> None:
    """A worker of ours has nothing to prepare."""


def _last(fields: Iterable[str]) -> bytes:
    marks = "".join(f'<meta content="x" data-pagefind-meta="{escape(field)}[content]">' for field in fields)
    return f"<!doctype html><html><head>{marks}</head><body data-pagefind-body>x</body></html>".encode()
