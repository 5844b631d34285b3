"""What the fact table can be narrowed to: topics, actors, sources, findings and years."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.model.archive import Archive
from generator.model.verdict import FindingName
from generator.pages.parts.factrow import FactRow
from generator.pages.parts.names import short_name
from generator.words.findings import LABELS

MOST, SIGNS = 250, 60
"""More options than this, or longer ones, nobody reads; and every page carries them."""


@dataclass(frozen=True, slots=True)
class Option:
    """A value in words, with how many measures have it."""

    id: str
    text: str
    measures: int


@dataclass(frozen=True, slots=True)
class Menu:
    """The values of one trait."""

    name: str
    """The key in the address: `topic`, `actor`, `source`, `finding`, `year`."""
    label: str
    any: str
    """What stands for no choice: `Any source`."""
    options: tuple[Option, ...]
    left_out: int
    """How many rarer ones are not offered."""


def menus_of(archive: Archive, rows: Sequence[FactRow]) -> tuple[Menu, ...]:
    """All menus; one without a value is left out."""
    names = {name.value: LABELS[name] for name in FindingName}
    order = list(names)
    menus = (
        _menu(
            "topic",
            "Topic",
            "Any topic",
            ((row.traits.topic,) for row in rows),
            lambda id: archive.topics[id].title,
        ),
        _menu(
            "actor",
            "Actor",
            "Any actor",
            (row.traits.actors for row in rows),
            lambda id: short_name(archive.actors[id]),
        ),
        _menu(
            "source",
            "Source",
            "Any source",
            (row.traits.sources for row in rows),
            lambda id: archive.sources[id].name,
        ),
        _menu(
            "finding",
            "Finding",
            "Any finding",
            (row.traits.findings for row in rows),
            lambda id: names[id],
            order.index,
        ),
        _menu("year", "Year", "Any year", (row.traits.years for row in rows), str, lambda id: -int(id)),
    )
    return tuple(menu for menu in menus if menu.options)


def _menu(
    name: str,
    label: str,
    any: str,
    traits: Iterable[tuple[str, ...]],
    text_of: Callable[[str], str],
    order: Callable[[str], int] = lambda id: 0,
) -> Menu:
    measures = Counter(id for ids in traits for id in ids)
    often = sorted(measures, key=lambda id: (-measures[id], id))[:MOST]
    options = [Option(id, _short(text_of(id)), measures[id]) for id in often]
    return Menu(
        name=name,
        label=label,
        any=any,
        options=tuple(
            sorted(options, key=lambda option: (order(option.id), option.text.casefold(), option.id))
        ),
        left_out=len(measures) - len(often),
    )


def _short(text: str) -> str:
    return text if len(text) <= SIGNS else f"{text[: SIGNS - 1].rstrip()}…"
