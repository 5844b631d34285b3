"""The index of a site: Pagefind run on its pages, checked, and read back."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from generator.errors import SearchError
from generator.search.bundle import Read, addresses_in, whole_bundle
from generator.search.room import room_for
from generator.search.run import run

FOLDER = "pagefind"
"""Where the bundle stands on the site."""
SITE = "site"
"""Where the pages stand in a folder that is laid out for Pagefind."""


@contextmanager
def laid_out(pages: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder that holds these pages as files, for as long as they are indexed."""
    with room_for(sum(map(len, pages.values()))) as folder:
        try:
            _write(pages, folder / SITE)
        except OSError as error:
            raise SearchError(f"The pages could not be handed to Pagefind: {error.strerror}.") from error
        yield folder


def bundle_in(
    folder: Path, paths: Collection[str], language: str, command: Sequence[str], limit: float
) -> Read:
    """What Pagefind makes in one run of pages that are laid out in a folder, each file found whole.

    `language` is a primary one (`en`); `limit` is in seconds. Raises SearchError when Pagefind fails, or when
    its bundle is not whole or does not hold every page.
    """
    try:
        (folder / "empty").mkdir()
        where = ["--site", str(folder / SITE), "--output-path", str(folder / "bundle")]
        ran = run([*command, *where, "--force-language", language], folder / "empty", limit)
        if ran.code != 0:
            raise SearchError(f"Pagefind failed ({_ending(ran.code)}): {ran.told or 'it printed nothing'}")
        if not (folder / "bundle").is_dir():
            raise SearchError(f"Pagefind wrote nothing: {ran.told or 'and printed nothing'}")
        read = whole_bundle(folder / "bundle", language)
    except OSError as error:
        raise SearchError(f"The pages could not be handed to Pagefind: {error.strerror}.") from error
    found = sorted(addresses_in(read.contents).values())
    if len(found) != len(paths):
        raise _missing(paths, found, ran.told)
    return read


def primary_language(language: str) -> str:
    """The part of a language tag that Pagefind understands: `en` of `en-GB`."""
    return language.replace("_", "-").partition("-")[0].lower()


def url_of(path: str) -> str:
    """The address under which Pagefind lists a page: `/facts/` for `facts/index.html`."""
    folder, _, name = path.rpartition("/")
    return f"/{folder}/".replace("//", "/") if name == "index.html" else f"/{path}"


def _write(pages: Mapping[str, bytes], folder: Path) -> None:
    for path, content in sorted(pages.items()):
        pure = PurePosixPath(path)
        if pure.is_absolute() or ".." in pure.parts or "\\" in path or pure.suffix != ".html":
            raise ValueError(f"not the path of a page: {path!r}")
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _missing(pages: Collection[str], urls: Collection[str], told: str) -> SearchError:
    missing = sorted(path for path in pages if url_of(path) not in set(urls))
    names = ", ".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
    return SearchError(
        f"Pagefind indexed {len(urls)} of {len(pages)} pages"
        + (f"; missing: {names}." if missing else f": {told}"),
        "A page is left out when it has no <html> or, where others have it, no data-pagefind-body.",
    )


def _ending(code: int) -> str:
    return f"exit {code}" if code >= 0 else f"signal {-code}"
