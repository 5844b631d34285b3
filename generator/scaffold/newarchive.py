"""A small archive to begin with: it builds and checks clean, and shows one file of each kind."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Template

from msgspec import Struct

from generator.scaffold.siteyaml import site_yaml

NAMES = {"gitignore": ".gitignore"}
"""A dot in front would make the file a rule of our own repository."""
LEFT_BY_OTHERS = frozenset(
    {".git", ".gitattributes", ".hg", ".svn", ".vscode", ".idea", ".DS_Store", "Thumbs.db", "desktop.ini"}
)
"""What version control, an editor or a system leaves in a folder that is empty to its owner."""


class NewArchive(Struct, frozen=True):
    """What is known of an archive before it is made."""

    title: str
    base_url: str = "https://example.org/"
    language: str = "en"
    timezone: str = "UTC"


def archive_files(new: NewArchive) -> Mapping[str, str]:
    """Every file of the new archive by its path, sorted."""
    given = {
        "title": new.title,
        "base_url": new.base_url,
        "language": new.language,
        "timezone": new.timezone,
    }
    starter = dict(_texts(files("generator.scaffold") / "starter"))
    examples = "\n".join(sorted(path for path in starter if path.startswith("content/")))
    readme = Template(starter["README.md"]).substitute(title=_heading(new.title), examples=examples)
    found = {NAMES.get(path, path): text for path, text in starter.items()}
    return dict(sorted((found | {"README.md": readme, "content/site.yaml": site_yaml(given)}).items()))


def _texts(folder: Traversable, lead: str = "") -> Iterator[tuple[str, str]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _texts(item, f"{lead}{item.name}/")
        else:
            yield f"{lead}{item.name}", item.read_text(encoding="utf-8")


def _heading(title: str) -> str:
    """A title in Markdown, where signs that mean something are not to mean it."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#&" else sign for sign in title)
