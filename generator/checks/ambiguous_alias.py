"""An alias means one actor, or no mention could be linked and no claim given to its origin."""

from collections.abc import Iterator

from generator.assemble.places import Path, Places
from generator.model.actor import Actor
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.nearest import folded
from generator.model.verdict import Verdicts
from generator.read.mentions import AliasIndex


def check(archive: Archive, verdicts: Verdicts, places: Places) -> Iterator[Diagnostic]:
    """An error at the alias of every actor but the first that has it."""
    for alias, actors in AliasIndex(archive.actors.values()).ambiguous.items():
        first, *others = (archive.actors[actor] for actor in actors)
        for actor in others:
            path = _place(alias, actor)
            message = f'"{alias}" is also a name of {first.name} ({first.file})'
            hint = "take it away from one of the two, or move it to `loose`"
            yield places.problem(actor.file, path, "ambiguous-alias", message, hint)


def _place(alias: str, actor: Actor) -> Path:
    """Where an actor has a name, which it may spell in capitals of its own."""
    places = (place for place, name in enumerate(actor.aliases) if folded(name) == folded(alias))
    place = next(places, None)
    return ("name",) if place is None else ("aliases", place)
