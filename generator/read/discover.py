"""Which files of `content/` are read: a walk that trusts no name, no link and no size."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from generator.errors import UsageError
from generator.model.asset import Asset
from generator.model.diagnostic import Diagnostic, Mark
from generator.model.nearest import nearest
from generator.model.written.ids import id_like, id_of
from generator.model.written.mistake import Mistake, quoted
from generator.read.assets import FOLDER as ASSETS
from generator.read.assets import find_assets
from generator.read.disk import (
    CONTENT,
    Bounds,
    bytes_within,
    holds,
    is_ignored,
    path_in,
    problem,
    read_still,
    shown,
    walk,
)
from generator.read.limits import FILE
from generator.read.seen import Seen

SITE = "site.yaml"


class EntryKind(StrEnum):
    """What a file describes; its folder says so."""

    SITE = "site"
    ARTICLE = "article"
    SUMMARY = "summary"
    ACTOR = "actor"
    SOURCE = "source"
    TOPIC = "topic"


FOLDERS = {
    "articles": EntryKind.ARTICLE,
    "summaries": EntryKind.SUMMARY,
    "actors": EntryKind.ACTOR,
    "sources": EntryKind.SOURCE,
    "topics": EntryKind.TOPIC,
}
"""The folders of content/ that are read, and what they hold."""
DOCUMENTS = {EntryKind.ARTICLE, EntryKind.SUMMARY}
"""They share one space of ids: a summary and an article cannot have the same."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file as it was on disk. Files with the same path and digest are equal."""

    path: str
    """From the folder given to the command, with forward slashes: `content/articles/a.md`."""
    kind: EntryKind
    id: str
    """The name without its ending; `site` for site.yaml."""
    raw: bytes = field(default=b"", repr=False, compare=False)
    digest: str = field(default="", init=False, repr=False)
    """BLAKE2b of its bytes, in hexadecimal."""
    place: str | None = field(default=None, repr=False, compare=False)
    """Where its bytes are to be read when they are not held in memory."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", _digest(self.raw))

    @classmethod
    def unread(cls, path: str, kind: EntryKind, id: str, digest: str, place: str) -> "InputFile":
        """A file of which it is known what it holds, so that it need not be read yet."""
        file = cls(path, kind, id, place=place)
        object.__setattr__(file, "digest", digest)
        return file

    def forget(self) -> None:
        """Let go of its bytes, if they can be read again."""
        if self.place is not None:
            object.__setattr__(self, "raw", b"")

    @property
    def content(self) -> bytes:
        """Its bytes. Raises UsageError where they are not what they were when it was discovered."""
        if self.raw or self.place is None:
            return self.raw
        raw = bytes_within(Path(self.place), FILE)
        if raw is None or _digest(raw) != self.digest:
            raise UsageError(f"{self.path} changed while it was read", "run the command again")
        return raw


def _digest(raw: bytes) -> str:
    return blake2b(raw, digest_size=16).hexdigest()


class Discovered(Struct, frozen=True):
    """All files to read, by path, and what is wrong with those that cannot be."""

    files: tuple[InputFile, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    assets: tuple[Asset, ...] = ()
    """What texts may show or lead to, by path."""
    refused: frozenset[str] = frozenset()
    """Paths of assets that are there and cannot be published, each with a diagnostic."""


def discover(
    folder: Path,
    seen: Seen[InputFile] | None = None,
    seen_assets: Seen[Asset | Diagnostic] | None = None,
) -> Discovered:
    """Finds and reads every file of `folder/content`. Raises UsageError when there is no such folder.

    What was `seen` by an earlier look and has not changed since is not read again.
    """
    content = folder / CONTENT
    if not holds(content.is_dir):
        raise UsageError(
            "there is no content/ folder here",
            "run this in the folder that holds content/, name that folder, or begin one: dateline init DIR",
        )
    root, seen, seen_assets = content.resolve(), seen or Seen(), seen_assets or Seen()
    with seen.walk():
        found = [_site(content, root, seen), *_texts(content, root, seen)]
    files = sorted((item for item in found if isinstance(item, InputFile)), key=lambda file: file.path)
    unique, duplicates = _unique(files)
    problems = [*(item for item in found if isinstance(item, Diagnostic)), *duplicates]
    with seen_assets.walk():
        assets = find_assets(content, root, seen_assets)
    problems += assets.diagnostics
    told = tuple(sorted(problems, key=lambda problem: problem.order))
    return Discovered(unique, told, assets.files, assets.refused)


def kind_of(path: str) -> EntryKind:
    """What a file describes that was discovered at a path, `content/articles/a.md`."""
    return FOLDERS[path.split("/")[1]]


def digest_at(path: str, folder: Path) -> str | None:
    """The digest of a file as it is now; None where it cannot be read."""
    raw = bytes_within(folder / path, FILE)
    return None if raw is None else _digest(raw)


def discovered_at(path: str, folder: Path) -> InputFile | None:
    """The file at a path where one was discovered before, as it is now; None where it cannot be read."""
    content = folder / CONTENT
    found = _text(folder / path, content, content.resolve(), Seen())
    return found if isinstance(found, InputFile) and found.path == path else None


def _site(content: Path, root: Path, seen: Seen[InputFile]) -> InputFile | Diagnostic:
    path = content / SITE
    if holds(lambda: not path.exists() and not path.is_symlink()):
        other = next((name for name in ("site.yml", "Site.yaml") if holds((content / name).exists)), None)
        hint = f"rename {other} to {SITE}" if other else "write one with a title: and a base_url:"
        return problem("missing-site", path, content, f"there is no {SITE}", hint)
    return _read(path, content, root, seen, EntryKind.SITE, "site")


def _texts(content: Path, root: Path, seen: Seen[InputFile]) -> Iterator[InputFile | Diagnostic]:
    """Every `.md` of content/ and the folders below it, but not of assets/, and every dead end."""
    top, assets = str(content), content / ASSETS

    def is_left_out(folder: str, name: str) -> bool:
        return is_ignored(name) or (folder == top and name == ASSETS and not holds(assets.is_symlink))

    for found in walk(content, content, root, is_left_out):
        if isinstance(found, Diagnostic):
            yield found
        elif found.name.lower().endswith(".md"):
            yield _known(found, seen) or _text(Path(found.path), content, root, seen)


def _known(entry: os.DirEntry[str], seen: Seen[InputFile]) -> InputFile | None:
    """A file that was read before and has not changed."""
    try:
        return seen.unchanged(entry.path, entry.stat(follow_symlinks=False))
    except OSError:
        return None


def _text(path: Path, content: Path, root: Path, seen: Seen[InputFile]) -> InputFile | Diagnostic:
    if holds(path.is_dir):
        message = "this is a folder, not a file"
        return problem("not-a-file", path, content, message, "rename it without .md")
    return _file(path, content, root, seen)


def _file(path: Path, content: Path, root: Path, seen: Seen[InputFile]) -> InputFile | Diagnostic:
    parts = path.relative_to(content).parts
    kind = FOLDERS.get(parts[0]) if len(parts) > 1 else None
    if kind is None:
        return _stray(path, content, parts)
    if path.suffix != ".md":
        return problem(
            "bad-name", path, content, "the name must end in .md", "write the ending in small letters"
        )
    name = shown(path.stem)
    if message := _no_id(name):
        better = id_like(name)
        hint = f"rename the file to {better}.md" if better else "rename it with a to z, 0 to 9 and hyphens"
        return problem("bad-name", path, content, message, hint)
    return _read(path, content, root, seen, kind, name)


def _no_id(name: str) -> str:
    """Why a name cannot be an id; empty when it can."""
    try:
        return "" if id_of(name) == name else f"{quoted(name)} is not an id"
    except Mistake as mistake:
        return mistake.message


def _stray(path: Path, content: Path, parts: tuple[str, ...]) -> Diagnostic:
    where = f"content/{shown(parts[0])}/ means nothing" if len(parts) > 1 else "no file is read here"
    meant = nearest(parts[0], FOLDERS) if len(parts) > 1 else None
    hint = f"did you mean content/{meant}/?" if meant else f"the folders are {', '.join(FOLDERS)}"
    return problem("stray-file", path, content, where, hint)


def _read(
    path: Path, content: Path, root: Path, seen: Seen[InputFile], kind: EntryKind, name: str
) -> InputFile | Diagnostic:
    bounds = Bounds(root, f"{CONTENT}/", FILE, code="too-large", hint="split it")
    return read_still(
        path, content, bounds, seen, lambda raw: InputFile(path_in(path, content), kind, name, raw, str(path))
    )


def _unique(files: list[InputFile]) -> tuple[tuple[InputFile, ...], list[Diagnostic]]:
    first: dict[tuple[EntryKind, str], InputFile] = {}
    duplicates = []
    for file in files:
        kind = EntryKind.ARTICLE if file.kind in DOCUMENTS else file.kind
        other = first.setdefault((kind, file.id), file)
        if other is not file:
            message = f'the id "{file.id}" is taken by {other.path}'
            duplicates.append(Diagnostic("duplicate-id", file.path, Mark(), message, "rename one of them"))
    return tuple(first.values()), duplicates
