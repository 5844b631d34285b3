"""Where words go: results to stdout, messages and progress to stderr, colour only on a terminal."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Self

from rich.console import Console
from rich.live import Live
from rich.text import Text

Tell = Callable[[str], None]
"""Is told the name of each stage as it begins."""

stderr = Console(stderr=True, highlight=False, soft_wrap=True)
stdout = Console(highlight=False, soft_wrap=True)


def complain(message: str, hint: str = "") -> None:
    """An operator's mistake: what is wrong, and what to do."""
    stderr.print(Text.assemble(("dateline: ", "bold red"), message))
    if hint:
        stderr.print(Text.assemble(("  hint: ", "bold cyan"), hint))


@contextmanager
def progress() -> Iterator[Tell]:
    """A line with the name of the stage; nothing at all where there is no terminal.

    It moves only when it is told something: a thread of its own could not be there when processes are forked.
    """
    if not stderr.is_terminal or os.environ.get("CI"):
        yield lambda stage: None
        return
    with Live(console=stderr, auto_refresh=False, transient=True) as line:
        yield lambda stage: line.update(Text(f"{stage} …", style="dim"), refresh=True)


class Stages:
    """What a long command is doing: shown while it lasts where there is a terminal, and timed."""

    def __init__(self) -> None:
        self._begun: list[tuple[str, float]] = []
        self._showing = progress()

    def __enter__(self) -> Self:
        """Begin to show."""
        self._show = self._showing.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        """Show nothing any more."""
        self._begun.append(("", time.monotonic()))
        self._showing.__exit__(*error)

    def tell(self, stage: str) -> None:
        """A stage begins."""
        self._begun.append((stage, time.monotonic()))
        self._show(stage)

    @property
    def timings(self) -> str:
        """How long each stage took, a line each."""
        took: dict[str, tuple[float, str]] = {}
        ends = (began for _, began in self._begun[1:])
        for (stage, began), end in zip(self._begun, ends, strict=False):
            name = stage.partition(" ")[0]
            took[name] = (took.get(name, (0.0, ""))[0] + end - began, stage)
        return "\n".join(f"{seconds:8.2f} s  {stage}" for seconds, stage in took.values())
