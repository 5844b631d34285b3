"""A site put into its folder."""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from generator.errors import PublishError, place_and_reason
from generator.model.page import Imprint
from generator.publish.apply import begin, finish, undo
from generator.publish.content import Content, imprint_of
from generator.publish.journal import Journal
from generator.publish.manifest import Lines, Manifest, read_manifest
from generator.publish.paths import JOURNAL, check_site
from generator.publish.plan import Plan, plan
from generator.publish.recover import recovered
from generator.publish.stage import clear, laid_ready

AS_IT_WAS = "The site that stood before stays as it was."
NEXT = "The next build brings it to its end."


class Published(Struct, frozen=True):
    """The paths that were written, were right already, and were removed, each sorted."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def _sure() -> None:
    """Nobody else writes to the folder."""


def publish(
    site: Mapping[str, Content],
    output: Path,
    *,
    keep: Iterable[str] = (),
    sure: Callable[[], None] = _sure,
) -> Published:
    """Make an output folder hold a site (path -> content), changing only what differs and only what is ours.

    Everything is laid ready first; what can fail fails there, and the site that stood before stays as it was.
    Then each file takes its place in one step. A build that is ended in between is brought to its end by the
    next one, and one that fails there takes back what it did.

    `keep` names files of an earlier build that stay although this build does not make them; a name that ends
    in a slash stands for all that is in that folder. `sure` is asked before the first change, and raises
    PublishError when the folder is no longer ours to write to. Raises PublishError when the folder cannot be
    written or a file that no build has made stands in the way; ValueError for a path that leaves the folder.
    """
    check_site(site)
    try:
        return _publish(site, output, tuple(keep), sure)
    except OSError as error:
        raise _failed(output, error) from error


def _failed(output: Path, error: OSError) -> PublishError:
    hint = NEXT if (output / JOURNAL).exists() else AS_IT_WAS
    return PublishError(f"The site could not be written: {place_and_reason(error, output)}.", hint)


def _publish(
    site: Mapping[str, Content], output: Path, keep: tuple[str, ...], sure: Callable[[], None]
) -> Published:
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise PublishError(f"The output folder {output} is a symbolic link or a file.")
    sure()
    output.mkdir(parents=True, exist_ok=True)
    recovered(output)
    before = read_manifest(output)
    ours: Mapping[str, Imprint] = before.files if before is not None else {}
    kept = {path: entry for path, entry in ours.items() if path not in site and _is_kept(path, keep)}
    needed = plan(site, output, before, kept)
    after = Manifest({path: imprint_of(content) for path, content in site.items()} | kept)
    if not (needed.write or needed.gone or before != after):
        return Published((), needed.unchanged, ())
    claim = Manifest({**ours, **after.files}, finished=False)
    return _carried_out(site, output, needed, claim.encode(), after.encode(), sure)


def republish(
    changed: Mapping[str, Content],
    gone: Collection[str],
    output: Path,
    lines: Lines,
    *,
    sure: Callable[[], None] = _sure,
) -> Published:
    """The same, where all files stand that the `lines` of the manifest tell of, but for a few.

    What is `unchanged` are those of the few that hold what they should. It raises what `publish` raises.
    """
    check_site(changed)
    try:
        return _republish(changed, gone, output, lines, sure)
    except OSError as error:
        raise _failed(output, error) from error


def _republish(
    changed: Mapping[str, Content],
    gone: Collection[str],
    output: Path,
    lines: Lines,
    sure: Callable[[], None],
) -> Published:
    listed = {path: made for path in (*changed, *gone) if (made := lines.imprint(path))}
    needed = plan(changed, output, Manifest(listed), ())
    if not (needed.write or needed.gone):
        return Published((), needed.unchanged, ())
    new = {path: imprint_of(content) for path, content in changed.items()}
    after = lines.changed({**dict.fromkeys(gone), **new}).encode()
    claim = lines.changed(new).encode(finished=False)
    return _carried_out(changed, output, needed, claim, after, sure)


def _carried_out(
    site: Mapping[str, Content],
    output: Path,
    needed: Plan,
    claim: bytes,
    after: bytes,
    sure: Callable[[], None],
) -> Published:
    try:
        journal = laid_ready(site, output, needed, claim, after)
        sure()
        begin(output, journal)
    except BaseException:
        with suppress(OSError):
            clear(output)
        raise
    _carry_out(output, journal)
    return Published(journal.write, needed.unchanged, tuple(sorted((*journal.in_the_way, *journal.gone))))


def _carry_out(output: Path, journal: Journal) -> None:
    try:
        finish(output, journal)
    except BaseException:
        with suppress(OSError):  # then the next build does it
            undo(output, journal)
        raise


def _is_kept(path: str, keep: tuple[str, ...]) -> bool:
    return any(path.startswith(name) if name.endswith("/") else path == name for name in keep)
