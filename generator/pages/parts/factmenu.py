"""What the fact table can be narrowed to: topics, actors, sources, findings and years."""

from collections import Counter
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.model.archive import Archive
from generator.model.verdict import FindingName, Judged
from generator.pages.parts.names import short_name
from generator.pages.shared import shared
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


@shared
def menus_now(archive: Archive, judged: Judged) -> tuple[Menu, ...]:
    """All menus over the measures of all topics; one without a value is left out."""
    names = {name.value: LABELS[name] for name in FindingName}
    order = list(names)
    given = [archive.facts_of.get(measure, ()) for measure in archive.measures]
    menus = (
        _menu(
            "topic",
            "Topic",
            "Any topic",
            ({measure.topic} for measure in archive.measures.values()),
            lambda id: archive.topics[id].title,
        ),
        _menu(
            "actor",
            "Actor",
            "Any actor",
            ({id for fact in facts for id in (fact.origin, fact.according_to) if id} for facts in given),
            lambda id: short_name(archive.actors[id]),
        ),
        _menu(
            "source",
            "Source",
            "Any source",
            ({fact.source for fact in facts} for facts in given),
            lambda id: archive.sources[id].name,
        ),
        _menu(
            "finding",
            "Finding",
            "Any finding",
            ({name.value for name in judged.now[measure].names} for measure in archive.measures),
            lambda id: names[id],
            order.index,
        ),
        _menu(
            "year",
            "Year",
            "Any year",
            ({f"{year:04d}" for year in {fact.published.year for fact in facts}} for facts in given),
            str,
            lambda id: -int(id),
        ),
    )
    return tuple(menu for menu in menus if menu.options)


def _menu(
    name: str,
    label: str,
    any: str,
    traits: Iterable[AbstractSet[str]],
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
