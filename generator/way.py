"""What both ways to a site have in common: from what was asked for to a site that stands in its folder."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from generator.asked import Options, Remembered, Tell
from generator.assemble.release import Release, release_of
from generator.finishing import Finish
from generator.means import Means
from generator.memo.digests import digest_of
from generator.memo.keeping import Keeping
from generator.memo.program import program
from generator.memo.store import Store
from generator.model.asset import Asset
from generator.model.diagnostic import Diagnostic
from generator.model.site import Site
from generator.publish import Published
from generator.render.theme import Theme, load_theme
from generator.still import Last, Stamps


class Built(Struct, frozen=True):
    """A site that stands in its folder."""

    site: Site
    last: Last
    """What there is to say of it."""
    until: datetime
    """The moment from which the same files may make another site."""
    published: Published

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the content, none of which forbids to publish it."""
        return self.last.diagnostics

    @property
    def files(self) -> tuple[str, ...]:
        """All files of the site."""
        return tuple(sorted((*self.published.written, *self.published.unchanged)))


class Way(Struct, frozen=True, dict=True):
    """From the files of a folder to a published site."""

    folder: Path
    output: Path
    options: Options
    tell: Tell
    means: Means
    store: Store
    keeping: Keeping
    known: Remembered

    def theme(self, site: Site) -> Theme:
        """The theme that the site names."""
        return load_theme(site.theme, self.folder)

    def shared(self, site: Site, theme: Theme) -> bytes:
        """A digest of what all files are made by."""
        return digest_of(program().encode(), theme.digest.encode(), self.keeping.of(site))

    def release(self, site: Site) -> Release:
        """When the archive is looked at."""
        options = self.options
        return release_of(options.as_of, options.now, site.timezone, drafts=options.drafts)

    def finish(self, site: Site, theme: Theme, searched: Sequence[str], assets: Sequence[Asset]) -> Finish:
        """What a site is finished with whose pages at `searched` the search finds."""
        pagefind = None
        if self.options.search:
            from generator.search import find_pagefind  # noqa: PLC0415 -- all of it is for the search

            pagefind = find_pagefind(site.pagefind and str(self.folder / site.pagefind))
        means = self.means
        return Finish(
            folder=self.folder,
            output=self.output,
            site=site,
            theme=theme,
            searched=searched,
            pagefind=pagefind,
            assets=assets,
            store=self.store,
            cache=means.cache,
            workers=means.workers,
            tell=self.tell,
        )

    def built(
        self,
        site: Site,
        last: Last,
        until: datetime,
        done: Published,
        mark: bytes,
        before: Stamps | None = None,
    ) -> Built:
        """A site that was published by a build with a `mark`.

        What was not written has the stamps that it had `before`, where these are known.
        """
        told = last.after(len(done.written), len(done.unchanged), len(done.removed))
        if self.means.back:
            new = done.written if before is not None else (*done.written, *done.unchanged)
            self.means.back.keep(told, until.timestamp(), mark, new, before or {}, done.removed)
        return Built(site, told, until, done)
