"""A site of which a few files are made again: indexed, looked over and put into their places."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import replace

from generator.amend import Amended, Left, Remade, leave_more
from generator.books import Latest, closed_again
from generator.finishing import Finish
from generator.memo.digests import digest_of
from generator.memo.grown import new_in
from generator.model.page import Imprint
from generator.offline.worker import worker_files
from generator.publish import Content, Lines, Overlay, Published, ReadBack, listed, republish
from generator.sound import make_sure
from generator.still import Since


class Again(Struct, frozen=True, dict=True):
    """What a site is finished with of which only a few files are new."""

    finish: Finish
    left: Left
    since: Since
    books: Latest

    @cached_property
    def lines(self) -> Lines | None:
        """The list of the files as they stand; None where it is not the one that the last build wrote."""
        content = listed(self.finish.output)
        return Lines.of(content) if content and digest_of(content) == self.left.manifest else None

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
                search = new_in(lines.below(index.folder), index.imprints, _as_it_is)
                changed |= {path: index.files[path] for path, one in search.items() if one}
            finish.tell("Publishing")
            make_sure(files, changed, output, site, searched=index is not None)
            gone = [path for path, one in search.items() if one is None]
            done = republish(changed, gone, output, lines, sure=sure)
            finish.forget_unused(index, Path(stage))
        store = finish.store
        closed_again(store, output, made.ledger, search, done.written, self.books, mark)
        looks = {path: one[-1] for path, one in made.files.items()}
        left = self.left.with_more(now.kept, looks, made.pieces, made.looks, made.digests, now.families)
        leave_more(store, output, left, mark)
        others = {*done.written, *gone}
        return replace(done, unchanged=tuple(path for path in self.since.outputs if path not in others))


def _as_it_is(imprint: Imprint) -> Imprint:
    return imprint
