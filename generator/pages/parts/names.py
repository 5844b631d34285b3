"""Names of actors where space is short, and within a sentence."""

from functools import lru_cache

from generator.model.actor import Actor


def short_name(actor: Actor) -> str:
    """The first alias that is an acronym (SOHR, OCHA), else the name."""
    return _short(actor.name, actor.aliases)


@lru_cache(maxsize=4096)
def _short(name: str, aliases: tuple[str, ...]) -> str:
    return next((alias for alias in aliases if alias.isupper() and 2 <= len(alias) <= 7), name)


def spoken_name(actor: Actor) -> str:
    """The first alias with its article (the Observatory), else the name."""
    return next((alias for alias in actor.aliases if alias.startswith("the ")), actor.name)
