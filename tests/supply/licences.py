"""`docs/licences.md`: the licence of every package that a lock file pins, as the package itself says it.

    python -m tests.supply.licences

Written from what is installed; `make docs` does it. A package that says nothing clear, or that is not
installed on this machine, must stand in `TOLD` below, where a person has read its licence.
"""

from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, metadata

from tests.archive import ROOT
from tests.supply.locked import Locked, locked

FILE = ROOT / "docs" / "licences.md"
RUN = ROOT / "requirements.lock"
DEVELOP = ROOT / "requirements-dev.lock"
TOLD = {
    "axe-playwright-python": "MIT (with axe-core: MPL-2.0)",
    "colorama": "BSD-3-Clause",
}
"""Read by a person, in the package."""
USUAL = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "SIL OFL 1.1": "OFL-1.1",
    "The BSD 2-Clause License": "BSD-2-Clause",
}
"""What packages write, in the words of SPDX."""
HEAD = """# Licences of what Dateline is made with

Written by `make docs` from what the packages themselves say; a test holds it against the lock files. Dateline
itself is under the MIT licence. Its own scripts and styles are ours; a site holds, besides them, only the
scripts and the index of Pagefind (MIT), and pictures of pages, if they are drawn, show letters of Source
Serif (OFL-1.1).

None of these licences asks anything of whoever publishes a site that Dateline made. Some ask something of
whoever changes the package itself and hands it on: MPL (changed files stay open) and OFL (a font stays under
it).
"""


def licence(name: str) -> str:
    """The licence of a package; ValueError where nobody knows it."""
    if name in TOLD:
        return TOLD[name]
    try:
        said = metadata(name)
    except PackageNotFoundError as error:
        raise ValueError(f"{name} is not installed; read its licence and add it to TOLD") from error
    classified = [
        kind.rpartition(" :: ")[2]
        for kind in said.get_all("Classifier") or []
        if kind.startswith("License :: ")
    ]
    for found in (said.get("License-Expression"), said.get("License"), *classified):
        if found and "\n" not in found and len(found) <= 80:
            return USUAL.get(found, found)
    raise ValueError(f"{name} does not say its licence; read it and add it to TOLD")


def page() -> str:
    """The whole file."""
    run, develop = locked(RUN), locked(DEVELOP)
    only = [one for one in develop if one.name not in {other.name for other in run}]
    return "\n".join(
        (
            HEAD,
            "## To build (`requirements.lock`)",
            *_table(run),
            "\n## To develop and test as well (`requirements-dev.lock`)",
            *_table(only),
            "",
        )
    )


def _table(packages: Iterable[Locked]) -> Iterator[str]:
    yield "\n| package | version | licence |\n|---|---|---|"
    for one in packages:
        yield f"| {one.name} | {one.version} | {licence(one.name)} |"


def main() -> None:
    """The command."""
    FILE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
