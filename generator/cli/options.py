"""Options that several commands share."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.model.written.days import day_of
from generator.model.written.mistake import Mistake


class Day(click.ParamType[date]):
    """A day on the command line: 2024-11-29."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read it as strictly as in front matter."""
        try:
            return day_of(value)
        except Mistake as mistake:
            self.fail(f"{mistake.message}; {mistake.hint}", param, ctx)


folder = click.argument(
    "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path(), required=False
)
as_of = click.option(
    "--as-of",
    type=Day(),
    metavar="DATE",
    envvar="DATELINE_AS_OF",
    help="Build the archive as it stood on a day: documents of a later day are left out.",
)
drafts = click.option("--drafts", is_flag=True, help="Publish drafts, too.")
strict = click.option("--strict", is_flag=True, help="Treat warnings as errors.")
