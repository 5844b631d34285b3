"""The build on one screen: from a snapshot of the files to a site, and the site to its folder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import __version__
from generator.assemble import assemble
from generator.checks import check
from generator.config import site_of
from generator.exports import Published as Exported
from generator.exports import export
from generator.facts.history import judge_through_time
from generator.memo import remembered
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.page import Page
from generator.model.verdict import Judged
from generator.pages import plan
from generator.publish import Published, publish, refuse_unsafe
from generator.read.discover import EntryKind, discover
from generator.read.file import read_file
from generator.render.renderer import render
from generator.render.theme import load_theme
from generator.search import find_pagefind, search_bundle

CONTENT, THEMES = "content", "themes"
Tell = Callable[[str], None]
"""Is told the name of each stage as it begins."""


@dataclass(frozen=True, slots=True)
class Options:
    """What to build, beyond what the content says."""

    base_url: str | None = None
    as_of: date | None = None
    """Leave out documents of a later day."""
    drafts: bool = False
    strict: bool = False
    """Let warnings keep the site from being published, too."""
    search: bool = True


@dataclass(frozen=True, slots=True)
class Examined:
    """The archive, judged, with everything that is wrong with it."""

    archive: Archive
    judged: Judged
    diagnostics: tuple[Diagnostic, ...]

    def is_sound(self, *, strict: bool = False) -> bool:
        """Whether it may be published."""
        return not any(strict or problem.severity is Severity.ERROR for problem in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Built:
    """A site that stands in its folder."""

    examined: Examined
    pages: int
    published: Published


def examine(folder: Path, options: Options, tell: Tell) -> Examined:
    """Discover, read, assemble, judge and check; nothing is written."""
    tell("Reading")
    found = discover(folder)
    settings = [file for file in found.files if file.kind is EntryKind.SITE]
    described = [remembered("read", read_file, file, "en").entry for file in settings]
    site = site_of(described[0] if described else None, options.base_url)
    files = [
        remembered("read", read_file, file, site.language)
        for file in found.files
        if file.kind is not EntryKind.SITE
    ]
    tell("Judging")
    assembled = assemble(site, files, drafts=options.drafts, as_of=options.as_of)
    archive = assembled.archive
    judged = judge_through_time(archive.measures.values(), archive.facts)
    problems = (
        *found.diagnostics,
        *(problem for entry in described for problem in entry.diagnostics),
        *assembled.diagnostics,
        *check(archive, judged.now, assembled.places),
    )
    return Examined(archive, judged, tuple(sorted(set(problems), key=lambda problem: problem.order)))


def build(folder: Path, output: Path, options: Options, tell: Tell) -> Built | Examined:
    """The whole way from files to a published site; what was examined, if its mistakes forbid that."""
    refuse_unsafe(output, folder / CONTENT, folder / THEMES)
    examined = examine(folder, options, tell)
    if not examined.is_sound(strict=options.strict):
        return examined
    archive, site = examined.archive, examined.archive.site
    pagefind = find_pagefind(site.pagefind and str(folder / site.pagefind)) if options.search else ()
    theme = load_theme(site.theme, folder)
    pages = plan(archive, examined.judged)
    tell(f"Rendering {len(pages)} pages")
    rendered = {page.file: remembered("render", render, theme, site, __version__, page) for page in pages}
    files: dict[str, bytes] = {**rendered, **theme.assets}
    listed = [page.path for page in pages if page.view.head.listed]
    files |= {
        file.path: file.content for file in export(Exported(archive, examined.judged, listed, __version__))
    }
    if options.search:
        tell("Indexing for search")
        files |= search_bundle(_indexed(pages, rendered), site.language, pagefind, output)
    tell("Publishing")
    return Built(examined, len(pages), publish(files, output))


def _indexed(pages: tuple[Page, ...], rendered: Mapping[str, bytes]) -> dict[str, bytes]:
    return {page.file: rendered[page.file] for page in pages if page.view.head.search}
