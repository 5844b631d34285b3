"""docs/theming.md: what is written by hand, and between two marks what is made from the code.

python -m tests.themes.guide        brings docs/theming.md up to date
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from generator.model import policy
from tests.archive import ROOT
from tests.themes.parts import DEFAULT, attributes, blocks, macro_files, sought, statics
from tests.themes.typewords import words_of
from tests.themes.views import Class, Field, Kind, file_of, kinds

PAGE = ROOT / "docs" / "theming.md"
BEGIN = "<!-- Made from the code by `make docs`. Change the docstrings there, not the lines here. -->"
END = "<!-- The end of what is made. -->"
LINK = "Link"

Titles = Mapping[Class, str]
"""The heading of each class that views are made of."""


def guide() -> str:
    """The whole page, with the part that is made from the code as it is now."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(f"{BEGIN}\n")
    after = rest.partition(f"{END}\n")[2]
    return f"{before}{BEGIN}\n\n{made()}\n{END}\n{after}"


def made() -> str:
    """All views, what they are made of, and what the default theme has."""
    pages = tuple(kinds())
    titles = _beneath(kind.view for kind in pages)
    lines = ["## The pages", "", "| template | page |", "|---|---|"]
    lines += [f"| [`{name}`](#{_anchor(name)}) | {_cell(kind.meaning)} |" for kind, name in _named(pages)]
    lines.append("")
    for kind, name in _named(pages):
        lines += _page(kind, name, titles)
    lines += ["## What views are made of", ""]
    for part in titles:
        lines += _class(part, titles)
    return "\n".join([*lines, *_theme()])


def _named(pages: Iterable[Kind]) -> Iterator[tuple[Kind, str]]:
    return ((kind, name) for kind in pages for name in kind.templates)


def _page(kind: Kind, template: str, titles: Titles) -> Iterator[str]:
    where = PurePosixPath(file_of(kind.module))
    yield from (f"### {template}", "", kind.meaning, "")
    opened = ", ".join(f"`{name}`" for name in blocks(template))
    yield from (f"`{kind.view.name}` in `{where}`: {kind.view.meaning}", "")
    if opened:
        yield from (f"Blocks: {opened}.", "")
    yield from _fields(kind.view, titles)


def _class(part: Class, titles: Titles) -> Iterator[str]:
    yield from (f"### {titles[part]}", "", part.meaning, "")
    if part.words:
        yield from ("| word | meaning |", "|---|---|")
        yield from (f"| `{word.name}` | {_cell(word.meaning)} |" for word in part.words)
        yield ""
    else:
        yield from _fields(part, titles)


def _fields(part: Class, titles: Titles) -> Iterator[str]:
    def link(found: Class) -> str:
        return f"[{found.name}](#{_anchor(titles[found])})"

    yield from ("| field | what it is | meaning |", "|---|---|---|")
    for field in part.fields:
        what = words_of(field.type, part.module, link)
        meaning = field.meaning or " ".join(one.meaning for one in _within(field, part) if one.name != LINK)
        yield f"| `{field.name}` | {_cell(what)} | {_cell(meaning)} |"
    yield ""


def _within(field: Field, part: Class) -> list[Class]:
    """The classes that the type of a field names."""
    found: list[Class] = []

    def note(one: Class) -> str:
        found.append(one)
        return one.name

    words_of(field.type, part.module, note)
    return found


def _beneath(views: Iterable[Class]) -> Titles:
    """All that views are made of, each with its heading: its name, and where two share one, its module."""
    top = tuple(views)
    found: dict[Class, None] = {}
    waiting = list(top)
    while waiting:
        part = waiting.pop()
        inner = [one for field in part.fields for one in _within(field, part)]
        waiting += [one for one in inner if one not in found and one not in top]
        found |= dict.fromkeys(inner)
    names = Counter([*(part.name for part in found), *_written()])
    return {
        part: part.name if names[part.name] == 1 else f"{part.name} of {part.module.rpartition('.')[2]}"
        for part in sorted(found, key=lambda part: (part.name, part.module))
    }


def _written() -> list[str]:
    """The headings that are written by hand."""
    by_hand = PAGE.read_text(encoding="utf-8").partition(BEGIN)[0]
    return re.findall(r"^#+ (.+)$", by_hand, re.MULTILINE)


def _theme() -> Iterator[str]:
    """What the default theme has, to be used or replaced one by one."""
    yield from ("## What the default theme has", "", "### Macros", "")
    yield from ("| file | what is in it | macros |", "|---|---|---|")
    for part in macro_files():
        macros = ", ".join(f"`{macro}`" for macro in part.holds) or "none: it is included"
        yield f"| `{part.file}` | {_cell(part.meaning)} | {_cell(macros)} |"
    frame = ", ".join(f"`{name}`" for name in blocks("base.html"))
    yield from ("", f"Blocks of `base.html`, which all pages extend: {frame}.", "", "### Style sheets", "")
    yield from ("| file | what is in it | where |", "|---|---|---|")
    for part in statics(".css"):
        joined = part.file in DEFAULT.styles
        yield f"| `{part.file}` | {_cell(part.meaning)} | {'in `style.css`' if joined else 'by itself'} |"
    yield from ("", "### Scripts", "", "| file | what it does | what it looks for |", "|---|---|---|")
    for part in statics(".js"):
        places = ", ".join(f"`{place}`" for place in sought(part.file))
        yield f"| `{part.file}` | {_cell(part.meaning)} | {_cell(places)} |"
    yield from (
        "",
        "### Attributes that are relied on",
        "",
        "| attribute | in the templates | read by |",
        "|---|---|---|",
    )
    for one in attributes():
        files = ", ".join(f"`{file}`" for file in one.templates)
        yield f"| `{one.name}` | {files} | {', '.join(one.readers)} |"
    yield from (
        "",
        "### The policy",
        "",
        "What `policy` says, line by line:",
        "",
        "```",
        *policy.DIRECTIVES,
        "```",
        "",
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _anchor(title: str) -> str:
    """The fragment under which Markdown viewers find a heading."""
    return re.sub(r"[^\w\s-]", "", title.lower()).strip().replace(" ", "-")


if __name__ == "__main__":
    PAGE.write_text(guide(), encoding="utf-8")
