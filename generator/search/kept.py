"""Keeping the published bundle when nothing that it depends on has changed: indexing is slow."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.errors import SearchError
from generator.search.index import FOLDER, index_site, primary_language
from generator.search.run import run

SEAL = f"{FOLDER}/dateline.json"
"""Says what the bundle was made from, and what each of its files must be."""

VERSION = 1
"""To be raised whenever this program makes another bundle from the same pages."""


def search_bundle(
    pages: Mapping[str, bytes], language: str, command: Sequence[str], output: Path
) -> dict[str, bytes]:
    """The bundle for these pages: the published one if it was made from the same, else a new one."""
    if not pages:
        return {}
    digest = digest_of(pages, language, command)
    kept = kept_bundle(output, digest)
    return kept if kept is not None else sealed(index_site(pages, language, command), digest)


def digest_of(pages: Mapping[str, bytes], language: str, command: Sequence[str]) -> str:
    """A digest over all that the bundle depends on: the pages, the language and the Pagefind program.

    The program is known by the version that it prints and its size: reading all 59 MB takes longer than
    indexing a small site. Raises SearchError when it cannot be run.
    """
    digest = sha256()
    for part in (str(VERSION), primary_language(language), *identity(command)):
        digest.update(f"{len(part)}:{part}".encode())
    for path, content in sorted(pages.items()):
        digest.update(f"{len(path.encode())}:{path}:{len(content)}:".encode())
        digest.update(content)
    return digest.hexdigest()


def sealed(bundle: Mapping[str, bytes], digest: str) -> dict[str, bytes]:
    """The bundle with a file that lets a later build know it again."""
    files = {path: sha256(content).hexdigest() for path, content in sorted(bundle.items())}
    seal = {"version": VERSION, "digest": digest, "files": files}
    return {**bundle, SEAL: (json.dumps(seal, indent=1) + "\n").encode()}


def kept_bundle(output: Path, digest: str) -> dict[str, bytes] | None:
    """The published bundle with its seal, if it was made for this digest and is whole; else None."""
    try:
        seal = (output / SEAL).read_bytes()
        said: Any = json.loads(seal)
        if said["version"] != VERSION or said["digest"] != digest:
            return None
        bundle = {}
        for path, expected in said["files"].items():
            if not path.startswith(f"{FOLDER}/") or {"", ".", ".."} & set(path.split("/")) or "\\" in path:
                return None
            bundle[path] = (output / path).read_bytes()
            if sha256(bundle[path]).hexdigest() != expected:
                return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None  # anything but a whole bundle of ours is made anew
    return {**bundle, SEAL: seal} if bundle else None


def identity(command: Sequence[str]) -> tuple[str, str]:
    """The version that a Pagefind program prints, and its size: together they tell it from others."""
    try:
        with TemporaryDirectory(prefix="dateline-search-", ignore_cleanup_errors=True) as empty:
            ran = run([*command, "--version"], Path(empty), limit=60)
        if ran.code != 0:
            raise SearchError(f"Pagefind does not run ({command[0]}): {ran.told or 'it printed nothing'}")
        return ran.output.strip(), str(Path(command[0]).stat().st_size)
    except OSError as error:
        raise SearchError(f"Pagefind cannot be read: {command[0]}: {error.strerror}.") from error
