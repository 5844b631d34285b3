"""How much a reader's browser has to fetch for the heaviest page that a build wrote."""

import gzip
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from msgspec import Struct

PAGE, SCRIPTS = 60_000, 15_000
"""The budget, in bytes as they are sent (gzip): a page with its style sheets; all scripts of the theme."""
WEIGHED = 5
"""Of the pages that were written, so many are weighed: the longest."""
ASSETS = "assets/"
STYLES = re.compile(rb'<link rel="stylesheet" href="[^"]*?([^"/]+)"')
KIND = re.compile(rb'<main id="main" class="([^" ]+)')


class Weight(Struct, frozen=True):
    """The heaviest page that was written, and the scripts of the theme, in bytes as they are sent."""

    path: str
    """Of the page's file in the site."""
    kind: str
    """`document`, `day`, …"""
    page: int
    """With its style sheets."""
    scripts: int

    @property
    def is_over(self) -> bool:
        """Whether it is more than a page ought to weigh; scripts are the concern of who makes the theme."""
        return self.page > PAGE

    @property
    def in_words(self) -> str:
        """`heaviest page written: 19.8 kB with its style (day, 2024/11/29/index.html); scripts: 13.3 kB`."""
        return (
            f"heaviest page written: {_beside(self.page, PAGE)} with its style ({self.kind}, {self.path}); "
            f"scripts: {_beside(self.scripts, SCRIPTS)}"
        )


def heaviest(output: Path, written: Iterable[str], files: Iterable[str]) -> Weight | None:
    """Weigh the longest pages that a build wrote into a folder of these files; None where it wrote none."""
    pages = [path for path in written if path.endswith(".html") and not path.startswith("pagefind/")]
    longest = sorted(pages, key=lambda path: (-(output / path).stat().st_size, path))[:WEIGHED]
    sent = cache(_sent)  # the pages share their style sheets
    weighed = [_weighed(output, path, sent) for path in longest]
    if not weighed:
        return None
    page, path, kind = max(weighed)
    scripts = sum(sent(output / path) for path in files if path.startswith(ASSETS) and path.endswith(".js"))
    return Weight(path, kind, page, scripts)


def _beside(size: int, most: int) -> str:
    return f"{size / 1000:.1f} kB" + (f" (more than {most / 1000:g})" if size > most else "")


def _weighed(output: Path, path: str, sent_of: Callable[[Path], int]) -> tuple[int, str, str]:
    content = (output / path).read_bytes()
    kind = KIND.search(content)
    styles = (output / ASSETS / name.decode() for name in STYLES.findall(content))
    sent = len(gzip.compress(content, mtime=0)) + sum(sent_of(file) for file in styles if file.is_file())
    return sent, path, kind[1].decode() if kind else "page"


def _sent(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), mtime=0))
