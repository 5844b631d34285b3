"""Where words go: results to stdout, messages and progress to stderr, colour only on a terminal."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.text import Text

from generator.build import Tell

stderr = Console(stderr=True, highlight=False, soft_wrap=True)
stdout = Console(highlight=False, soft_wrap=True)


def complain(message: str, hint: str = "") -> None:
    """An operator's mistake: what is wrong, and what to do."""
    stderr.print(Text.assemble(("dateline: ", "bold red"), message))
    if hint:
        stderr.print(Text.assemble(("  hint: ", "bold cyan"), hint))


@contextmanager
def progress() -> Iterator[Tell]:
    """A moving line with the name of the stage; nothing at all where there is no terminal."""
    if not stderr.is_terminal or os.environ.get("CI"):
        yield lambda stage: None
        return
    with stderr.status("Starting") as status:
        yield lambda stage: status.update(f"{stage} …")
