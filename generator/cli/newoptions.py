"""Options and values that `dateline new` takes for several kinds of file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator.cli.asking import Typed
from generator.model.written.addresses import url_of
from generator.model.written.days import day_of
from generator.model.written.ids import id_of
from generator.model.written.places import language_of
from generator.model.written.text import line_of, title_of

TITLE, LINE = Typed("TEXT", title_of), Typed("TEXT", line_of)
DAY, URL, LANGUAGE, ID = (
    Typed("DATE", day_of),
    Typed("URL", url_of),
    Typed("TAG", language_of),
    Typed("ID", id_of),
)
Option = Callable[[Callable[..., Any]], Callable[..., Any]]

into: Option = click.option(
    "--into",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    metavar="FOLDER",
    help="The folder that holds content/.  [default: where you are]",
)
own_id: Option = click.option(
    "--id", "id_", type=ID, metavar="ID", help="Name of the file, without .md.  [default: from the title]"
)
url: Option = click.option("--url", type=URL, metavar="URL", help="Where it was printed.")
language: Option = click.option(
    "--language",
    type=LANGUAGE,
    metavar="TAG",
    help="Its language: en, ar, pt-BR.",
)
day: Option = click.option(
    "--date", "day", type=DAY, metavar="DATE", help="The day it belongs to: 2024-11-29."
)
source: Option = click.option("--source", metavar="ID", help="Who printed it: an id or name of sources/.")
actors: Option = click.option(
    "--actor", "actors", multiple=True, metavar="ID", help="Who takes part: an id or name. May be repeated."
)
