"""`dateline build`."""

import gc
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cache import NAME
from generator.cli import options
from generator.model.record import RECORD
from generator.read.disk import CONTENT, THEMES
from generator.still import Last, Watched, keep, last_build

if TYPE_CHECKING:
    from generator.build import Options


@click.command("build")
@options.folder
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help="Where to put the site.  [default: FOLDER/site]",
)
@click.option(
    "--base-url", metavar="URL", help="The address of the site, in place of base_url in content/site.yaml."
)
@options.as_of
@options.drafts
@options.since
@options.strict
@click.option("--no-search", is_flag=True, help="Leave out the search index; Pagefind is then not needed.")
@options.jobs
@options.cache
@options.no_cache
@click.option("--timings", is_flag=True, help="Say how long each stage took.")
def build_command(
    folder: Path,
    output: Path | None,
    base_url: str | None,
    as_of: date | None,
    drafts: bool,
    since: Path | None,
    strict: bool,
    no_search: bool,
    jobs: int | None,
    cache: Path | None,
    no_cache: bool,
    timings: bool,
) -> int:
    """Build the site from FOLDER/content.

    Every mistake of every file is told in one run. As long as there are errors nothing is written, and the
    site that stood before stays as it was. Only files that differ are written, and only files that an
    earlier build made are removed. What the last build has worked out is kept in FOLDER/.dateline and not
    worked out again; the site comes out the same with it and without it.

    \b
    Examples:
      dateline build                              content/ -> site/
      dateline build ../archive -o /var/www/html  another archive, another output
      dateline build --as-of 2024-11-29           what the archive said on that day
      dateline build --as-of "2024-11-29 18:00 Europe/Paris"
    """
    began = time.monotonic()
    output = output or folder / "site"
    now = options.present_moment()
    kept = None if no_cache else cache or folder / NAME
    asked = repr((base_url, as_of, drafts, strict, no_search, str(since), str(folder.resolve())))
    places = (folder / CONTENT, folder / THEMES, *((since,) if since else ()))
    watched = Watched(places, output, asked)
    if kept and (last := last_build(kept, watched, now)):
        return _told_again(last, output, began)
    from generator.build import Options  # noqa: PLC0415 -- loads all that reads, judges and writes

    settings = Options(
        base_url=base_url,
        as_of=as_of,
        now=now,
        drafts=drafts,
        strict=strict,
        search=not no_search,
        record=output / RECORD,
        since=options.checked_since(since),
    )
    return _built(folder, settings, watched, kept, options.jobs_of(jobs), began, timings=timings)


def _told_again(last: Last, output: Path, began: float) -> int:
    """The site stands as it would be built."""
    if last.diagnostics:
        from generator.cli.printed import print_diagnostics  # noqa: PLC0415 -- most builds have nothing to say
        from generator.cli.terminal import stderr  # noqa: PLC0415

        print_diagnostics(last.diagnostics, stderr)
    from generator.cli.summary import in_words  # noqa: PLC0415

    print(in_words(last, output, time.monotonic() - began))
    return 0


def _built(
    folder: Path,
    settings: "Options",
    watched: Watched,
    kept: Path | None,
    jobs: int,
    began: float,
    *,
    timings: bool,
) -> int:
    gc.disable()  # it would look through all that is read, again and again; what a build makes it keeps
    from generator.build import Built, Means, build  # noqa: PLC0415
    from generator.cli.printed import print_diagnostics  # noqa: PLC0415
    from generator.cli.summary import errors_and_warnings, in_words  # noqa: PLC0415
    from generator.cli.terminal import Stages, stderr, stdout  # noqa: PLC0415
    from generator.workers import processes  # noqa: PLC0415

    inputs = watched.stamps
    with Stages() as stages:
        result = build(folder, watched.output, settings, stages.tell, Means(kept, processes(jobs)))
    print_diagnostics(result.diagnostics, stderr)
    if not isinstance(result, Built):
        tally = errors_and_warnings(result.diagnostics)
        stderr.print(f"{tally}; nothing was written to {watched.output}", style="bold")
        return 1
    if kept:
        keep(kept, watched, inputs, result.files, result.until.timestamp(), result.last)
    if timings:
        stderr.print(stages.timings)
    stdout.print(in_words(result.last, watched.output, time.monotonic() - began))
    return 0
