"""A site of which a few files are made again: indexed, looked over and put into their places."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.amend import Amended, Left, Remade, leave_more
from generator.books import Latest, closed_again
from generator.finishing import Finish
from generator.memo.digests import digest_of
from generator.model.page import Imprint
from generator.offline.worker import worker_files
from generator.publish import Content, Lines, Overlay, Published, ReadBack, republish
from generator.publish.paths import MANIFEST
from generator.sound import make_sure
from generator.still import Since

BUNDLE = "pagefind"
"""The folder of what the search is made of."""


@dataclass(frozen=True)
class Again:
    """What a site is finished with of which only a few files are new."""

    finish: Finish
    left: Left
    since: Since
    books: Latest

    @cached_property
    def lines(self) -> Lines | None:
        """The list of the files as they stand; None where it is not the one that the last build wrote."""
        content = listed(self.finish.output)
        return Lines.of(content) if content and digest_of(content) == self.left.later.manifest else None

    def finished(self, now: Amended, made: Remade, mark: bytes, sure: Callable[[], None]) -> Published:
        """Publish what was made again, and close the books with a `mark`."""
        finish, lines = self.finish, self.lines or Lines(b"")
        site, output = finish.site, finish.output
        changed: dict[str, Content] = dict(made.contents)
        imprint = lines.files.get if finish.pagefind else lines.imprint  # the search asks for all of them
        files = Overlay(changed, self.since.outputs, imprint)
        if site.offline:
            changed |= worker_files(site, finish.theme.assets, ReadBack(files, output).__getitem__)
        search: dict[str, Imprint | None] = {}
        with TemporaryDirectory(prefix="stage-", dir=finish.cache) as stage:
            index = None
            if finish.pagefind:
                index = finish.indexed(files, Path(stage), lambda path, one: imprint(path) == one)
                search = _new_in(lines.below(BUNDLE), index.imprints)
                changed |= {path: index.files[path] for path, one in search.items() if one}
            finish.tell("Publishing")
            make_sure(files, changed, output, site, searched=index is not None)
            gone = [path for path, one in search.items() if one is None]
            done = republish(changed, gone, output, lines, sure=sure)
            finish.forget_unused(index, Path(stage))
        store = finish.store
        closed_again(store, output, made.ledger, search, done.written, self.books, mark)
        looks = {path: one[-1] for path, one in made.files.items()}
        words = [(name, key) for name, key, _ in made.looks]
        manifest = digest_of(listed(output))
        left = self.left.with_more(now.kept, looks, made.pieces, words, made.digests, manifest)
        leave_more(store, output, left, mark)
        others = {*done.written, *gone}
        return replace(done, unchanged=tuple(path for path in self.since.outputs if path not in others))


def listed(output: Path) -> bytes:
    """The list of the files of a site, as it stands; nothing where there is none."""
    try:
        return (output / MANIFEST).read_bytes()
    except OSError:
        return b""


def _new_in(before: Mapping[str, Imprint], now: Mapping[str, Imprint]) -> dict[str, Imprint | None]:
    """What is new, and None for what is gone."""
    new: dict[str, Imprint | None] = {path: one for path, one in now.items() if before.get(path) != one}
    return new | dict.fromkeys(before.keys() - now.keys())
