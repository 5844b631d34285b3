"""What has to change in an output folder, found before anything is changed."""

from collections.abc import Callable, Collection, Mapping
from functools import cache
from pathlib import Path

from msgspec import Struct

from generator.errors import PublishError
from generator.publish.content import Content, Standing, holds, imprint_of
from generator.publish.kind import Kind, kind_at
from generator.publish.manifest import Manifest
from generator.publish.paths import MANIFEST, folders_of
from generator.publish.walk import files_in

NOT_OURS = "Remove them by hand, or choose another folder with --output."
SHOWN = 5
"""How many files a message lists."""


class Plan(Struct, frozen=True):
    """Paths in order. `in_the_way` is the part of `gone` that must go before anything can be written."""

    write: tuple[str, ...]
    unchanged: tuple[str, ...]
    gone: tuple[str, ...]
    in_the_way: tuple[str, ...]


def plan(site: Mapping[str, Content], output: Path, manifest: Manifest | None, kept: Collection[str]) -> Plan:
    """Compare a site with what is on disk; PublishError when that needs a file that is not ours."""
    ours = manifest.files if manifest is not None else {}
    gone = {path for path in ours if path not in site and path not in kept}
    obstacles: set[str] = set()
    if manifest is None:
        obstacles |= set(files_in(output)) - set(site)
    write, unchanged = [], []
    kind = cache(lambda path: kind_at(f"{output}/{path}"))
    for path, content in sorted(site.items()):
        if isinstance(content, Standing):
            unchanged.append(path)
            continue
        found = _obstacles(output, path, kind)
        if not found and kind(path) is Kind.FILE and holds(output / path, imprint_of(content)):
            unchanged.append(path)
        else:
            write.append(path)
            obstacles |= found
            if kind(path) is Kind.FILE and path not in ours:
                obstacles.add(path)
    # What has become a folder or a symbolic link since we made a file there is no longer ours.
    strangers = {path for path in obstacles if path not in gone or kind(path) is not Kind.FILE}
    if strangers:
        raise _refusal(output, strangers, manifest)
    return Plan(tuple(write), tuple(unchanged), tuple(sorted(gone)), tuple(sorted(obstacles)))


def _obstacles(output: Path, path: str, kind: Callable[[str], Kind]) -> set[str]:
    """What must go before there can be a file at a path: a file where a folder should be, or the reverse."""
    for folder in folders_of(path):
        if kind(folder) is not Kind.FOLDER:
            return set() if kind(folder) is Kind.NOTHING else {folder}
    if kind(path) is Kind.FOLDER:
        return set(files_in(output, path)) or {path}
    return {path} if kind(path) is Kind.OTHER else set()


def _refusal(output: Path, strangers: set[str], manifest: Manifest | None) -> PublishError:
    names = ", ".join(sorted(strangers)[:SHOWN])
    more = f" and {len(strangers) - SHOWN} more" if len(strangers) > SHOWN else ""
    if manifest is not None:
        return PublishError(f"{output} holds files that no build has made: {names}{more}.", NOT_OURS)
    if (output / MANIFEST).exists():
        return PublishError(
            f"{output} holds files, and its list of what is ours ({MANIFEST}) cannot be read: {names}{more}.",
            f"If all of it was built, remove the contents of {output} by hand and build again.",
        )
    return PublishError(
        f"{output} is not empty and was not made by a build: {names}{more}.",
        f"Remove the contents of {output} by hand, or choose another folder with --output.",
    )
