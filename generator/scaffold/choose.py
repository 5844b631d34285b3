"""One of the archive's own, meant by a number of the list, an id or a name."""

from collections.abc import Sequence

from generator.model.nearest import folded, nearest
from generator.scaffold.known import Named


def meant(typed: str, among: Sequence[Named], *, numbered: bool = False) -> Named | None:
    """What was meant; with `numbered`, `2` means the second."""
    typed = typed.strip()
    by_id = {one.id: one for one in among}
    if typed in by_id:
        return by_id[typed]
    wanted = folded(typed)
    bearers = [one for one in among if any(folded(name) == wanted for name in one.names)]
    if len(bearers) == 1:
        return bearers[0]
    if numbered and typed.isascii() and typed.isdigit() and 1 <= int(typed[:9]) <= len(among):
        return among[int(typed[:9]) - 1]
    return None


def suggestion(typed: str, among: Sequence[Named]) -> str | None:
    """The id or name that was probably meant: the one most like it, or else the first that has it in it."""
    names = [name for one in among for name in one.names]
    wanted = folded(typed)
    return nearest(typed, names) or next((name for name in names if wanted and wanted in folded(name)), None)
