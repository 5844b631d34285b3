"""The long way to a site, which is always right: everything is read, judged, checked and planned."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator import __version__
from generator.amend import leave
from generator.amend.leaving import left_of
from generator.assemble.assets import published_assets
from generator.books import opened
from generator.examined import Examined, examine
from generator.exports.all import export
from generator.exports.published import Published
from generator.finishing import Finished
from generator.making import Making, Planned, PlannedFile, PlannedPage
from generator.memo.grown import new_mark
from generator.model.diagnostic import Diagnostic
from generator.pages.plan import plan
from generator.publish import Content, ReadBack
from generator.publish.lock import held
from generator.publish.recover import recovered
from generator.read.settled import discover_settled
from generator.render.theme import Theme
from generator.still import Last
from generator.way import Built, Way

if TYPE_CHECKING:
    from generator.leaks import Watch


def long_way(way: Way) -> Built | Examined:
    """The site; what was examined, if its mistakes forbid that. What is known is not worked out again."""
    found = discover_settled(way.folder, way.known.seen, way.known.assets)
    examined = examine(way.folder, way.options, way.tell, way.known, found)
    if not examined.is_sound(strict=way.options.strict):
        return examined
    archive, judged, assets = examined.archive, examined.judged, tuple(published_assets(examined.archive))
    way.store.let_go()
    site, theme, pages = archive.site, way.theme(archive.site), plan(archive, judged)
    finish = way.finish(site, theme, [page.file for page in pages if page.searched], assets)
    addresses = tuple(page.path for page in pages if page.listed)
    published = Published(archive, judged, addresses, __version__, theme.feed_style)
    planned: list[Planned] = [PlannedPage(page, theme, site) for page in pages]
    planned += [PlannedFile(file, addresses, theme.feed_style) for file in export(published)]
    last = Last(
        examined.diagnostics, len(pages), len(archive.documents), len(archive.by_day), len(archive.facts)
    )
    watch = _watch(examined, theme)
    leaking = partial(_leaks, watch, theme, way.output) if watch else None
    making, mark = Making(planned, published, way.shared(site, theme), way.keeping), new_mark()
    with held(way.output, way.tell, way.means.patience) as sure:
        if recovered(way.output):
            way.tell("Bringing to its end a build that was ended half-way")
        books = opened(way.store, way.output)
        holding = making.holding(books, way.output)
        finished = finish.finished(making, books, holding, mark, sure, leaking)
        if not isinstance(finished, Finished):
            return replace(examined, diagnostics=(*examined.diagnostics, *finished))
        if way.means.cache:
            telling = watch.plain if watch else []
            values = left_of(examined, found, way.keeping, planned, addresses, telling, finished.ledger)
            leave(way.store, way.means.cache, way.output, values, mark)
        way.store.write()
    return way.built(site, last, examined.until, finished.published, mark)


def _watch(examined: Examined, theme: Theme) -> "Watch | None":
    """What gives documents away that are not published; None where all are."""
    if not examined.absent:
        return None
    from generator.leaks import watch_for  # noqa: PLC0415 -- most builds publish every document

    return watch_for(examined.archive, examined.sources, examined.absent, theme.said)


def _leaks(
    watch: "Watch", theme: Theme, output: Path, files: Mapping[str, Content]
) -> tuple[Diagnostic, ...]:
    """What the site gives away of documents that are not published."""
    from generator.leaks import leaks_in  # noqa: PLC0415 -- see above
    from generator.search import contents_of, stems_among  # noqa: PLC0415 -- see above

    packed = ReadBack(files, output)
    unpacked = ReadBack({**files, **contents_of(packed), **dict.fromkeys(theme.assets, b"")}, output)
    return leaks_in(unpacked, partial(stems_among, packed), watch)
