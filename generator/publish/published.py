"""A site put into its folder."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import PublishError
from generator.model.page import Imprint
from generator.publish.content import Content, Drawn, Staged, Standing, imprint_of
from generator.publish.manifest import Manifest, read_manifest
from generator.publish.paths import MANIFEST, check_site
from generator.publish.plan import Plan, plan
from generator.publish.write import move, remove, replace, sweep


@dataclass(frozen=True, slots=True)
class Published:
    """The paths that were written, were right already, and were removed, each sorted."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def publish(site: Mapping[str, Content], output: Path, *, keep: Iterable[str] = ()) -> Published:
    """Make an output folder hold a site (path -> content), changing only what differs and only what is ours.

    `keep` names files of an earlier build that stay although this build does not make them; a name that ends
    in a slash stands for all that is in that folder. Raises PublishError when the folder cannot be written
    or a file that no build has made stands in the way, in that case before anything is changed; ValueError
    for a path that leaves the folder.
    """
    check_site(site)
    try:
        return _publish(site, output, tuple(keep))
    except OSError as error:
        place = error.filename if isinstance(error.filename, str) else str(output)
        reason = error.strerror or type(error).__name__
        raise PublishError(f"The site could not be written: {place}: {reason}.") from error


def _publish(site: Mapping[str, Content], output: Path, keep: tuple[str, ...]) -> Published:
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise PublishError(f"The output folder {output} is a symbolic link or a file.")
    output.mkdir(parents=True, exist_ok=True)
    before = read_manifest(output)
    ours: Mapping[str, Imprint] = before.files if before is not None else {}
    kept = {path: entry for path, entry in ours.items() if path not in site and _is_kept(path, keep)}
    needed = plan(site, output, before, kept)
    after = Manifest({path: imprint_of(content) for path, content in site.items()} | kept)
    if before is not None and not before.finished:
        for path in ours:
            sweep(output, path)
    if needed.write or needed.gone:
        # Claimed before they exist: a build that is ended half-way then still knows all of them as its own.
        replace(output, MANIFEST, Manifest({**ours, **after.files}, finished=False).encode())
    removed = _change(site, output, needed)
    if before != after:
        replace(output, MANIFEST, after.encode())
    return Published(needed.write, needed.unchanged, removed)


def _change(site: Mapping[str, Content], output: Path, needed: Plan) -> tuple[str, ...]:
    """Write first and remove afterwards, so that links lead somewhere all the while."""
    removed = [path for path in needed.in_the_way if remove(output, path)]
    for path in needed.write:
        _write(output, path, site[path])
    removed += [path for path in needed.gone if path not in needed.in_the_way and remove(output, path)]
    return tuple(sorted(removed))


def _write(output: Path, path: str, content: Content) -> None:
    match content:
        case bytes():
            replace(output, path, content)
        case Drawn():
            replace(output, path, content.read())
        case Staged():
            move(content.file, output, path)
        case Standing():
            raise ValueError(f"{path} stands already")


def _is_kept(path: str, keep: tuple[str, ...]) -> bool:
    return any(path.startswith(name) if name.endswith("/") else path == name for name in keep)
