"""The messages of the interface as they stand in templates and code; `make messages` writes them down.

    python -m tests.language.extracted        brings generator/locale/*/LC_MESSAGES/dateline.po up to date

What is new in a catalogue is without a translation, and a test fails until it has one.
"""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "generator" / "locale"
PLACES = (
    "generator/words",
    "generator/pages",
    "generator/exports",
    "themes/default/templates",
)
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "say": (2,),
    "say_of": ((2, "c"), 3),
    "say_count": (2, 3),
    "say_few": (2, 3),
    "to_say": (1,),
}
"""Which arguments of our functions are messages."""


def extracted() -> Catalog:
    """All messages, each with the files that say it."""
    with (ROOT / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)
    catalog = Catalog(project="Dateline", charset="utf-8")
    for place in PLACES:
        found = extract_from_dir(ROOT / place, methods, options, KEYWORDS, comment_tags=())
        for name, _, message, _, context in found:
            catalog.add(message, locations=[(f"{place}/{name}", 0)], context=context)
    return catalog


def catalogues() -> Iterator[tuple[Path, Catalog]]:
    """The catalogue of each language."""
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/dateline.po")):
        with path.open("rb") as file:
            yield path, read_po(file, locale=path.parts[-3])


def main() -> None:
    """Add what is new to each catalogue, and take out what nobody says any more."""
    template = extracted()
    for path, catalog in catalogues():
        catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
        catalog.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalog, width=110, sort_by_file=True, include_lineno=False)


if __name__ == "__main__":
    main()
