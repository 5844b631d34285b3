"""What hosts of static sites do not take: a warning, since there are hosts that do."""

from collections.abc import Collection, Iterable
from pathlib import Path

FILES = 20_000
"""Files in a site: the free plan of Cloudflare Pages takes no more."""
PAGE = 25 * 1024 * 1024
"""Bytes of a file, likewise."""
HOSTS = "some hosts, such as Cloudflare Pages,"


def beyond(output: Path, written: Iterable[str], files: Collection[str]) -> tuple[str, ...]:
    """A sentence for each file that was written and is too large, and one for too many files."""
    large = sorted(path for path in written if (output / path).stat().st_size > PAGE)
    told = [f"{path} is larger than {PAGE // (1024 * 1024)} MiB: {HOSTS} do not take it" for path in large]
    if len(files) > FILES:
        told.append(f"the site has {len(files):,} files: {HOSTS} take {FILES:,}")
    return tuple(told)
