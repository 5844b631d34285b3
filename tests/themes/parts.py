"""What the default theme has, read from its files: blocks, macros, styles, scripts, data- attributes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.render.layers import layers_of
from generator.render.statics import STATIC
from generator.render.templates import TEMPLATES
from tests.archive import ROOT

(DEFAULT,) = layers_of("default", ROOT / "tests")
BLOCK = re.compile(r"{%-? block (\w+)")
COMMENT = re.compile(r"{#-?\s*(.*?)\s*-?#}", re.DOTALL)
MACRO = re.compile(r"{%-? macro (\w+\(.*?\)) -?%}")
FIRST_LINES = re.compile(r"\A(?:/\*\s*(.*?)\s*\*/|((?://[^\n]*\n)+))", re.DOTALL)
ATTRIBUTE = re.compile(r"\bdata-([a-z][a-z-]*[a-z])")
DATASET = re.compile(r"\bdataset\.(\w+)")
COMPUTED = re.compile(r"`data-\$\{|`data-[a-z-]+-\$\{|\bdataset\[")
BY_ID = re.compile(r"""\bgetElementById\(["']([\w-]+)["']\)""")
SELECTOR = re.compile(
    r"""\b(?:querySelector(?:All)?|closest|one|all)\((["'])([^"'`]*[.#\[][^"'`]*|[a-z]+)\1[,)]"""
)
MANY = 3
"""Attributes that begin alike."""
ELSEWHERE = {"data-pagefind-": "the search (Pagefind)", "data-offline": "`dateline build --offline`"}


@dataclass(frozen=True)
class Part:
    """A file of the theme: what its first comment says, and what is in it."""

    file: str
    meaning: str
    holds: tuple[str, ...] = ()


def _files(part: str) -> dict[str, str]:
    return {
        name: path.read_text(encoding="utf-8")
        for name, path in DEFAULT.files(part)
        if Path(name).suffix in {".html", ".css", ".js"}
    }


def blocks(template: str) -> tuple[str, ...]:
    """The blocks that a template fills or opens."""
    return tuple(dict.fromkeys(BLOCK.findall(_files(TEMPLATES)[template])))


def macro_files() -> Iterator[Part]:
    """The files of parts/, with their macros; one without macros is included whole."""
    for file, text in _files(TEMPLATES).items():
        if file.startswith("parts/"):
            comment = COMMENT.match(text)
            yield Part(file, " ".join(comment[1].split()) if comment else "", tuple(MACRO.findall(text)))


def statics(ending: str) -> Iterator[Part]:
    """Style sheets or scripts."""
    for file, text in _files(STATIC).items():
        if file.endswith(ending):
            comment = FIRST_LINES.match(text)
            said = (comment[1] or comment[2]) if comment else ""
            yield Part(file, " ".join(re.sub(r"^//", "", said, flags=re.MULTILINE).split()))


def sought(script: str) -> tuple[str, ...]:
    """The ids, classes and elements by which a script finds its place in a page."""
    text = _files(STATIC)[script]
    ids = (f"#{id}" for id in BY_ID.findall(text))
    return tuple(dict.fromkeys([*ids, *(found for _, found in SELECTOR.findall(text))]))


@dataclass(frozen=True)
class Attribute:
    """A data- attribute: where templates write it, and what reads it."""

    name: str
    templates: tuple[str, ...]
    readers: tuple[str, ...]


def attributes() -> Iterator[Attribute]:
    """All data- attributes of the templates; where many begin alike, they are one: `data-text-…`."""
    templates = _files(TEMPLATES)
    written: dict[str, set[str]] = {}
    for file, text in templates.items():
        for name in ATTRIBUTE.findall(COMMENT.sub("", text)):
            written.setdefault(f"data-{name}", set()).add(file)
    groups: dict[str, list[str]] = {}
    for name in sorted(written):
        first, _, more = name.removeprefix("data-").partition("-")
        alike = [other for other in written if other.startswith(f"data-{first}-")]
        many = more and len(alike) >= MANY and first != "pagefind"
        groups.setdefault(f"data-{first}-…" if many else name, []).append(name)
    read = _read()
    for title, names in groups.items():
        files = set[str]().union(*(written[name] for name in names))
        others = [who for prefix, who in ELSEWHERE.items() if title.startswith(prefix)]
        readers = set[str]().union(*(read.get(name, set()) for name in names))
        if not others and not readers:
            readers = _computing(files, written, read, templates)
        yield Attribute(title, tuple(sorted(files)), (*(f"`{file}`" for file in sorted(readers)), *others))


def _computing(
    files: set[str],
    written: Mapping[str, set[str]],
    read: Mapping[str, set[str]],
    templates: Mapping[str, str],
) -> set[str]:
    """The scripts that work out names of attributes, and that templates name or that read others of them."""
    near = {script for name, who in read.items() if written.get(name, set()) & files for script in who}
    named = {script for file in files for script in _files(STATIC) if script in templates[file]}
    return {file for file in near | named if COMPUTED.search(_files(STATIC)[file])}


def _read() -> dict[str, set[str]]:
    """Which scripts and style sheets name an attribute."""
    readers: dict[str, set[str]] = {}
    for file, text in _files(STATIC).items():
        kebab = (
            re.sub(r"([A-Z])", lambda found: f"-{found[1].lower()}", name) for name in DATASET.findall(text)
        )
        for name in {*ATTRIBUTE.findall(text), *kebab}:
            readers.setdefault(f"data-{name}", set()).add(file)
    return readers
