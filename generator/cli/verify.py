"""`dateline verify`."""

from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.printed import shown
from generator.cli.terminal import stderr, stdout
from generator.errors import PublishError
from generator.model.fault import Fault
from generator.model.page import Imprint
from generator.publish.content import ReadBack, Standing
from generator.publish.links import base_path_of, check_links
from generator.publish.manifest import read_manifest
from generator.publish.paths import MANIFEST
from generator.publish.verify import Verified, tree_hash, verify
from generator.publish.walk import files_in
from generator.search.check import check_bundle

HOME = "index.html"
_THERE = Standing(Imprint("", 0))


@click.command("verify")
@click.argument(
    "site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("site"),
    required=False,
)
@click.option(
    "--allow",
    multiple=True,
    metavar="PATTERN",
    help="Files that no build has made and that may be there: CNAME, 'stats/*'. May be given again.",
)
def verify_command(site: Path, allow: tuple[str, ...]) -> int:
    """Say whether a published folder is whole: SITE, or site/ where none is given. Nothing is written.

    Every build leaves a list of its files in the folder, .dateline.json, with the size and the SHA-256 of
    each. This command reads every file and tells those that are missing, that were changed, or that no build
    has made; links of pages that lead to no file or to no place in it; and files of the search that are
    missing or damaged. One line a problem, and what to do. A folder that was copied to a server and back, or
    out of a backup, is told as it is.

    The last line says how many files there are, and one hash for all of them: two folders with the same hash
    hold the same site. It is the SHA-256 of what `sha256sum` prints of the files on the list, sorted by
    their paths.

    \b
    Examples:
      dateline verify                         the site in site/
      dateline verify /var/www/html           another folder
      dateline verify site --allow CNAME      one more file may be there
      dateline verify site-offline            the copy to read from a disk, too

    \b
    The hash without Dateline, in a folder that has no other files:
      find . -type f ! -name '.dateline*' -printf '%P\\n' | LC_ALL=C sort |
        xargs -d '\\n' sha256sum | sha256sum

    Exit status: 0 all is well, 1 something is wrong, 2 wrong usage or machine.
    """
    manifest = read_manifest(site)
    if manifest is None:
        message = "is missing or cannot be read" if (site / MANIFEST).exists() else "is missing"
        hint = "name the folder that a build has written, or build again"
        stdout.print(_line(Fault(MANIFEST, message, hint)), markup=False)
        return 1
    try:
        verified = verify(site, manifest, allow)
        faults = (*verified.faults, *_inside(site, verified))
    except OSError as error:
        raise PublishError(f"{error.filename or site} cannot be read: {error.strerror}.") from error
    for fault in faults:
        stdout.print(_line(fault), markup=False)
    stdout.print(f"{len(verified.files):,} files, tree hash {tree_hash(verified.files)}", markup=False)
    stderr.print(_tally(len(faults)), markup=False)
    return 1 if faults else 0


def _inside(site: Path, verified: Verified) -> Iterator[Fault]:
    """What is wrong between the files that are there."""
    there = ReadBack(dict.fromkeys((*verified.files, *files_in(site)), _THERE), site)
    base_path = base_path_of(there[HOME]) if HOME in verified.files else "/"
    pages = ReadBack(dict.fromkeys(verified.files, _THERE), site)
    yield from check_links(pages, there, base_path)
    yield from check_bundle(there, verified.files)


def _line(fault: Fault) -> str:
    return f"{shown(fault.path)}: {shown(fault.message)}; {fault.hint}"


def _tally(faults: int) -> str:
    if not faults:
        return "all is well"
    return "1 problem" if faults == 1 else f"{faults:,} problems"
