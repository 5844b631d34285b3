"""A group of commands of which only the one that is asked for is loaded."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """Finds a command by name in a table of `module:name`, and imports its module only then."""

    def __init__(self, *args: Any, table: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._table = table or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table: that in which one comes to need them."""
        return list(self._table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name; None when there is none."""
        place = self._table.get(cmd_name)
        return None if place is None else load(place)


def load(place: str) -> click.Command:
    """The command that stands at `module:name`."""
    module, _, name = place.partition(":")
    command = getattr(import_module(module), name)
    if not isinstance(command, click.Command):
        raise TypeError(f"{place} is no command")
    return command
