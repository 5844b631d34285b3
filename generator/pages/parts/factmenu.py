"""What the fact table can be narrowed to: topics, actors, sources, findings and years."""

from collections import Counter
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet

from msgspec import Struct

from generator.model.archive import Archive
from generator.model.verdict import FindingName, Judged
from generator.pages.parts.names import short_name
from generator.words.catalogue import say
from generator.words.findings import LABELS

MOST, SIGNS = 250, 60
"""More options than this, or longer ones, nobody reads; and every page carries them."""


class Option(Struct, frozen=True):
    """A value in words, with how many measures have it."""

    id: str
    text: str
    measures: int
    """0 where it is not said."""


class Menu(Struct, frozen=True):
    """The values of one trait."""

    name: str
    """The key in the address: `topic`, `actor`, `source`, `finding`, `year`."""
    label: str
    any: str
    """What stands for no choice: `Any source`."""
    options: tuple[Option, ...]
    left_out: int
    """How many rarer ones are not offered; 0 where that is not said."""


PlainMenu = tuple[str, str, str, tuple[tuple[str, str, int], ...], int]
"""A menu as a key of the pages that show it: its fields, and those of its options."""


def plain_menus(archive: Archive, judged: Judged) -> tuple[PlainMenu, ...]:
    """All menus over the measures of all topics; one without a value is left out."""
    language = archive.site.language
    names = {name.value: say(language, LABELS[name]) for name in FindingName}
    order = list(names)
    given = [archive.facts_of.get(measure, ()) for measure in archive.measures]
    menus = (
        _menu(
            "topic",
            say(language, "Topic"),
            say(language, "Any topic"),
            ({measure.topic} for measure in archive.measures.values()),
            lambda id: archive.topics[id].title,
        ),
        _menu(
            "actor",
            say(language, "Actor"),
            say(language, "Any actor"),
            ({id for fact in facts for id in (fact.origin, fact.according_to) if id} for facts in given),
            lambda id: short_name(archive.actors[id]),
        ),
        _menu(
            "source",
            say(language, "Source"),
            say(language, "Any source"),
            ({fact.source for fact in facts} for facts in given),
            lambda id: archive.sources[id].name,
        ),
        _menu(
            "finding",
            say(language, "Finding"),
            say(language, "Any finding"),
            ({name.value for name in judged.now[measure].names} for measure in archive.measures),
            lambda id: names[id],
            order.index,
        ),
        _menu(
            "year",
            say(language, "Year"),
            say(language, "Any year"),
            ({f"{year:04d}" for year in {fact.published.year for fact in facts}} for facts in given),
            str,
            lambda id: -int(id),
        ),
    )
    return tuple(menu for menu in menus if menu[3])


def uncounted(menus: tuple[PlainMenu, ...]) -> tuple[PlainMenu, ...]:
    """The same menus, of which nothing is counted: few new documents make them other ones."""
    return tuple(
        (name, label, any, tuple((id, text, 0) for id, text, _ in options), 0)
        for name, label, any, options, _ in menus
    )


def menu_of(plain: PlainMenu) -> Menu:
    """A menu as it is shown."""
    name, label, any, options, left_out = plain
    return Menu(name, label, any, tuple(Option(*option) for option in options), left_out)


def _menu(
    name: str,
    label: str,
    any: str,
    traits: Iterable[AbstractSet[str]],
    text_of: Callable[[str], str],
    order: Callable[[str], int] = lambda id: 0,
) -> PlainMenu:
    measures = Counter(id for ids in traits for id in ids)
    often = sorted(measures, key=lambda id: (-measures[id], id))[:MOST]
    options = [(id, _short(text_of(id)), measures[id]) for id in often]
    in_order = sorted(options, key=lambda option: (order(option[0]), option[1].casefold(), option[0]))
    return (name, label, any, tuple(in_order), len(measures) - len(often))


def _short(text: str) -> str:
    return text if len(text) <= SIGNS else f"{text[: SIGNS - 1].rstrip()}…"
