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
from generator.still import Last, Lookback, Watched

if TYPE_CHECKING:
    from generator.asked import Options
    from generator.build import Means


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
@click.option(
    "--offline",
    is_flag=True,
    help="Make a copy to read from a disk as well, beside the site: a folder and a zip, under the name of the"
    " output with -offline (site-offline/, site-offline.zip).",
)
@click.option(
    "--lock-timeout",
    type=click.FloatRange(min=0),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait for another build into the same output.",
)
@options.jobs
@options.cache
@options.no_cache
@click.option("--timings", is_flag=True, help="Say how long each stage took, and how heavy the pages are.")
def build_command(
    folder: Path,
    output: Path | None,
    base_url: str | None,
    as_of: date | None,
    drafts: bool,
    since: Path | None,
    strict: bool,
    no_search: bool,
    offline: bool,
    lock_timeout: float,
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
      dateline build --offline                    a copy without a server, too: site-offline.zip
      dateline build --as-of 2024-11-29           what the archive said on that day
      dateline build --as-of "2024-11-29 18:00 Europe/Paris"
    """
    began = time.monotonic()
    gc.disable()  # it would look through all that is read, again and again; what a build makes it keeps
    output = output or folder / "site"
    now = options.present_moment()
    kept = None if no_cache else cache or folder / NAME
    asked = repr((base_url, as_of, drafts, strict, no_search, str(since), str(folder.resolve())))
    places = (folder / CONTENT, folder / THEMES, *((since,) if since else ()))
    back = Lookback(kept, Watched(places, output, asked), now) if kept else None
    before = back.since if back else None
    if before and not before.changed and not offline and before.stands:
        return _told_again(before.last, output, began)
    from generator.asked import Options  # noqa: PLC0415 -- loads all that reads, judges and writes
    from generator.build import Means  # noqa: PLC0415 -- loads all that reads, judges and writes
    from generator.workers import processes  # noqa: PLC0415

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
    means = Means(kept, processes(options.jobs_of(jobs)), lock_timeout, back)
    return _built(folder, output, settings, means, began, offline=offline, timings=timings)


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
    output: Path,
    settings: "Options",
    means: "Means",
    began: float,
    *,
    offline: bool,
    timings: bool,
) -> int:
    from generator.build import Built, build  # noqa: PLC0415
    from generator.cli.hosts import beyond  # noqa: PLC0415
    from generator.cli.printed import print_diagnostics  # noqa: PLC0415
    from generator.cli.summary import errors_and_warnings, in_words  # noqa: PLC0415
    from generator.cli.terminal import Stages, stderr, stdout  # noqa: PLC0415
    from generator.cli.weight import heaviest  # noqa: PLC0415

    copy = None
    with Stages() as stages:
        if offline:
            from generator.offline.copy import copy_site  # noqa: PLC0415 -- few builds want it
            from generator.offline.places import refuse_unsafe_copy  # noqa: PLC0415

            refuse_unsafe_copy(output, folder / CONTENT, folder / THEMES)
        result = build(folder, output, settings, stages.tell, means)
        if offline and isinstance(result, Built):
            stages.tell("Copying for offline")
            copy = copy_site(output, result.files, result.site.base_url, stages.tell, means.workers)
    print_diagnostics(result.diagnostics, stderr)
    if not isinstance(result, Built):
        tally = errors_and_warnings(result.diagnostics)
        stderr.print(f"{tally}; nothing was written to {output}", style="bold")
        return 1
    if timings:
        stderr.print(stages.timings)
    files = result.files
    weight = heaviest(output, result.published.written, files)
    if weight and (timings or weight.is_over):
        stderr.print(weight.in_words)
    for sentence in beyond(output, result.published.written, files):
        stderr.print(f"warning: {sentence}")
    stdout.print(in_words(result.last, output, time.monotonic() - began))
    if copy:
        stdout.print(f"to read offline -> {copy.folder}, {copy.zip}")
    return 0
