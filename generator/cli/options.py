"""Options that several commands share."""

import os
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from generator.errors import UsageError

EPOCH = "SOURCE_DATE_EPOCH"
"""The variable by which a build that must come out the same again is told what time it is, in seconds."""


class DayOrMoment(click.ParamType[date]):
    """A day, or a moment with its zone, on the command line: 2024-11-29, 2024-11-29T18:00+01:00."""

    name = "when"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read it as strictly as in front matter; a moment is a datetime in UTC."""
        from generator.model.written.days import day_of  # noqa: PLC0415 -- loads much, and few ask for it
        from generator.model.written.mistake import Mistake  # noqa: PLC0415
        from generator.model.written.moments import moment_of  # noqa: PLC0415

        try:
            return moment_of(value) if re.search("[T ].", str(value).strip()) else day_of(value)
        except Mistake as mistake:
            self.fail(f"{mistake.message}; {mistake.hint}", param, ctx)


def checked_since(since: Path | None) -> Path | None:
    """The file that was asked for, which must be the record of a build."""
    from generator.read.record import read_record  # noqa: PLC0415 -- loads much, and few ask for it

    if since is not None and read_record(since) is None:
        raise UsageError(
            f"{since} is not the record of a build", "give the published.json of a site, as it was built"
        )
    return since


def present_moment() -> datetime:
    """What decides embargo and expiry without --as-of: SOURCE_DATE_EPOCH where it is set, else the clock."""
    told = os.environ.get(EPOCH, "").strip()
    if not told:
        return datetime.now(UTC)
    if not re.fullmatch("[0-9]{1,11}", told):
        message = f"{EPOCH} is no number of seconds since 1970: {told}"
        raise UsageError(message, "set it to such a number, or unset it")
    return datetime.fromtimestamp(int(told), UTC)


folder = click.argument(
    "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path(), required=False
)
as_of = click.option(
    "--as-of",
    type=DayOrMoment(),
    metavar="WHEN",
    envvar="DATELINE_AS_OF",
    help="The archive as it stood at the end of a day (2024-11-29) or at a moment with its zone"
    " (2024-11-29T18:00+01:00). Decides publish_at and expires; documents of a later day are left out.",
)
drafts = click.option(
    "--drafts",
    is_flag=True,
    help="Show drafts, and documents before their publish_at, too. What has expired stays away.",
)
since = click.option(
    "--since",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Compare with the record of an earlier build, such as the published.json of the live site."
    "  [default: that of the site which stands in the output folder]",
)
strict = click.option("--strict", is_flag=True, help="Treat warnings as errors.")
jobs = click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1),
    metavar="N",
    help="With how many processes to work.  [default: one for each core]",
)
cache = click.option(
    "--cache",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where to keep what the next build can use. It can be deleted, or copied to another machine."
    "  [default: FOLDER/.dateline]",
)
no_cache = click.option("--no-cache", is_flag=True, help="Remember nothing, and begin from nothing.")


def jobs_of(jobs: int | None) -> int:
    """How many processes to work with: one for each core, as far as nobody says otherwise."""
    from generator.workers import cores  # noqa: PLC0415 -- loads much, and a build of nothing needs none

    return jobs or cores()
