"""`dateline check --watch`: a round of checks after every change."""

import time
from collections.abc import Callable
from pathlib import Path

from generator.build import CONTENT, Examined, Options, Remembered, Tell, examine
from generator.cli.printed import print_diagnostics, shown
from generator.cli.summary import checked
from generator.cli.terminal import complain, progress, stdout
from generator.errors import DatelineError
from generator.watch import Watch

BEGIN, END = "dateline: checking", "dateline: checked: "
"""Lines around a round. They must stay: the tasks that `dateline schema` writes for editors wait for them."""


def check_in_rounds(folder: Path, options: Options) -> int:
    """Check, and check again after every change, until Ctrl-C.

    An operator's mistake in the first round ends it; one in a later round, such as a content folder that is
    moved away, is told, and the next change is waited for.
    """
    again = _examiner(folder, options)
    try:
        with Watch((folder / CONTENT,), complain) as watch:
            with progress() as tell:
                _round(lambda: again(tell))
            for changed in watch.changes():
                _tell_changes(changed, folder)
                try:
                    _round(lambda: again(lambda stage: None))
                except DatelineError as error:
                    complain(str(error), error.hint)
                    stdout.print(f"{END}{error}", markup=False)
    except KeyboardInterrupt:
        pass  # the one way to end it, so it is no failure
    return 0


def _examiner(folder: Path, options: Options) -> Callable[[Tell], Examined]:
    """What examines the archive round after round, and remembers what has not changed."""
    before = Remembered()
    return lambda tell: examine(folder, options, tell, before)


def _round(examine_now: Callable[[], Examined]) -> None:
    stdout.print(BEGIN)
    began = time.monotonic()
    examined = examine_now()
    seconds = time.monotonic() - began
    print_diagnostics(examined.diagnostics, stdout)
    stdout.print(f"{END}{checked(examined, seconds)}", markup=False)


def _tell_changes(changed: frozenset[Path], folder: Path) -> None:
    """When it was and which file, for a person who looks at the terminal now and then."""
    if not stdout.is_terminal:
        return
    first, *others = sorted(path.relative_to(folder).as_posix() for path in changed)
    more = f" and {len(others):,} more" if others else ""
    stdout.print(f"\n{time.strftime('%H:%M:%S')}  {shown(first)}{more}", style="dim", markup=False)
