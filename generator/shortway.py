"""The short way to a site, where only words and figures of a few documents are new since the last build."""

from collections.abc import Mapping
from contextlib import closing
from datetime import datetime

from generator import __version__
from generator.again import Again
from generator.amend import Left, Recalled, Remade, amended, remade, what_was_left
from generator.books import latest
from generator.exports.published import Published
from generator.memo.grown import new_mark
from generator.publish.lock import held
from generator.publish.paths import JOURNAL
from generator.read.discover import InputFile, digest_at, discovered_at
from generator.read.disk import CONTENT
from generator.still import Since
from generator.way import Built, Way


def short_way(way: Way) -> Built | None:
    """The site: files that look at these documents are made, all others stand. None where more is new."""
    back, cache = way.means.back, way.means.cache
    since = back.since if back else None
    left = what_was_left(way.store, cache, way.output) if since and since.stands and cache else None
    if since is None or left is None:
        return None
    with closing(left.values):
        return _amended(way, since, left)


def _amended(way: Way, since: Since, left: Left) -> Built | None:
    changed = _changed(way, since, left)
    if changed is None or left.mark != since.mark or (left.head.passing and not way.options.since):
        return None
    site = left.site
    release = way.release(site)
    if not left.holds(release.moment):
        return None
    recalled = Recalled(left, way.folder, changed, release, site, way.known.memory, way.keeping)
    with way.store.sparing():
        now = amended(left, changed, {problem.file for problem in since.last.diagnostics}, recalled)
    if now is None:
        return None
    theme, mark = way.theme(site), new_mark()
    published = Published(now.archive, now.judged, left.addresses, __version__, theme.feed_style)
    finish = way.finish(site, theme, left.searched, ())
    with held(way.output, way.tell, way.means.patience) as sure:
        books = latest(way.store, way.output)
        if books is None or books.mark != left.mark or (way.output / JOURNAL).exists():
            return None
        again = Again(finish, left, since, books)
        if again.lines is None or not books.since.is_few(left.head.files):
            return None
        with way.store.sparing():
            shared, workers = way.shared(site, theme), way.means.workers
            made = remade(now, left, published, theme, site, shared, way.keeping, workers)
        if made is None or _may_leak(made, left):
            return None
        done = again.finished(now, made, mark, sure)
        way.store.write()
    way.store.uncounted()
    until = datetime.fromisoformat(left.head.until)
    return way.built(site, since.last, until, done, mark, since.outputs)


def _changed(way: Way, since: Since, left: Left) -> Mapping[str, InputFile] | None:
    """The documents that say something else than they did, by path; None where anything else is new."""
    content = f"{way.folder / CONTENT}/"
    known = {path: digest for path, _, _, digest in left.beside}
    changed = {}
    for place in since.changed:
        path = f"{CONTENT}/{place.removeprefix(content)}"
        digest = known.get(path) or left.digest(path)
        if not place.startswith(content) or digest is None:
            return None
        if digest_at(path, way.folder) != digest:
            file = None if path in known else discovered_at(path, way.folder)
            if file is None:
                return None
            changed[path] = file
    return changed


def _may_leak(made: Remade, left: Left) -> bool:
    """Whether a file that was made again says anything of documents that are not published."""
    telling = left.telling
    if not telling:
        return False
    from generator.leaks import may_leak  # noqa: PLC0415 -- most builds publish every document

    return may_leak(made.contents, telling)
