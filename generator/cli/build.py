"""`dateline build`."""

import time
from datetime import date
from pathlib import Path

import click

from generator.build import Built, Options, build
from generator.cli import options
from generator.cli.printed import print_diagnostics
from generator.cli.summary import errors_and_warnings, in_words
from generator.cli.terminal import progress, stderr, stdout
from generator.read.record import RECORD


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
def build_command(
    folder: Path,
    output: Path | None,
    base_url: str | None,
    as_of: date | None,
    drafts: bool,
    since: Path | None,
    strict: bool,
    no_search: bool,
) -> int:
    """Build the site from FOLDER/content.

    Every mistake of every file is told in one run. As long as there are errors nothing is written, and the
    site that stood before stays as it was. Only files that differ are written, and only files that an
    earlier build made are removed.

    \b
    Examples:
      dateline build                              content/ -> site/
      dateline build ../archive -o /var/www/html  another archive, another output
      dateline build --as-of 2024-11-29           what the archive said on that day
      dateline build --as-of "2024-11-29 18:00 Europe/Paris"
    """
    began = time.monotonic()
    output = output or folder / "site"
    settings = Options(
        base_url=base_url,
        as_of=as_of,
        now=options.present_moment(),
        drafts=drafts,
        strict=strict,
        search=not no_search,
        record=output / RECORD,
        since=options.checked_since(since),
    )
    with progress() as tell:
        result = build(folder, output, settings, tell)
    examined = result.examined if isinstance(result, Built) else result
    print_diagnostics(examined.diagnostics, stderr)
    if not isinstance(result, Built):
        tally = errors_and_warnings(examined.diagnostics)
        stderr.print(f"{tally}; nothing was written to {output}", style="bold")
        return 1
    stdout.print(in_words(result, output, time.monotonic() - began))
    return 0
