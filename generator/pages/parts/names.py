"""Names of actors where space is short, and within a sentence."""

from generator.model.actor import Actor


def short_name(actor: Actor) -> str:
    """The first alias that is an acronym (SOHR, OCHA), else the name."""
    return next((alias for alias in actor.aliases if alias.isupper() and 2 <= len(alias) <= 7), actor.name)


def spoken_name(actor: Actor) -> str:
    """The first alias with its article (the Observatory), else the name."""
    return next((alias for alias in actor.aliases if alias.startswith("the ")), actor.name)
