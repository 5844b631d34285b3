"""Whether every link of a page leads to a file of the site, and to a place that this file has."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from html import unescape
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from generator.model.fault import Fault
from generator.publish.named import named_in
from generator.workers import Open, each

PAGE = ".html"
MANY, PARTS = 1_000, 64
"""Pages up to which one process looks through all of them, and the parts into which more are divided."""
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
"""How a link begins that leads to another host, or to no host at all."""
HINT = "build again; if it stays, the theme or Dateline itself makes this link: please report it"
_UP = b"../"
_CANONICAL = re.compile(rb'<link rel="canonical" href="([^"<>]*)"')


class _Site(Struct, frozen=True):
    """What is known of the whole site wherever some of its pages are looked at."""

    pages: Mapping[str, bytes]
    looked_at: frozenset[str]
    files: frozenset[str]
    base_path: str


def check_links(
    pages: Mapping[str, bytes],
    files: Iterable[str] | None = None,
    base_path: str = "/",
    workers: Open | None = None,
) -> tuple[Fault, ...]:
    """One fault for each place that is led to and is not there; it names the first page that leads there.

    `files` are the paths of the whole site; those of `pages`, if none are given. `base_path` is where it is
    published: `/` or `/archive/`. Links to other hosts are not followed, and whether there is an anchor is
    only known of those pages that are looked at. Many pages are looked at by `workers`, where there are any.
    """
    order = sorted(path for path in pages if path.endswith(PAGE))
    site = _Site(pages, frozenset(order), frozenset(pages if files is None else files), base_path)
    size = (len(order) // PARTS if workers and len(order) > MANY else len(order)) + 1
    parts = [order[start : start + size] for start in range(0, len(order), size)]
    anchors: dict[str, frozenset[bytes]] = {}
    lost: dict[str, tuple[str, int]] = {}
    for theirs, led in each(workers, site, _looked_through, parts):
        anchors |= theirs
        for place, (page, times) in led.items():
            first, before = lost.get(place, (page, 0))
            lost[place] = first, before + times
    has = _Anchors(anchors)
    broken = ((place, *led) for place, led in lost.items() if place not in has)
    return tuple(sorted(_fault(place, page, times - 1, site.files) for place, page, times in broken))


class _Anchors:
    """Places on pages; most are led to by nobody, so they are read page by page, when somebody asks."""

    def __init__(self, written: Mapping[str, frozenset[bytes]]) -> None:
        self._written = written
        self._of: dict[str, frozenset[str]] = {}

    def __contains__(self, place: str) -> bool:
        page, mark, anchor = place.partition("#")
        if mark and page not in self._of:
            self._of[page] = frozenset(map(_text, self._written.get(page, ())))
        return bool(mark) and anchor in self._of[page]


def _looked_through(
    site: _Site, pages: Sequence[str]
) -> tuple[dict[str, frozenset[bytes]], dict[str, tuple[str, int]]]:
    """The anchors of some pages, and what they lead to that is not there, or not on one of them: from which
    page first, and how often."""
    anchors: dict[str, frozenset[bytes]] = {}
    first: dict[str, str] = {}
    counts: dict[str, int] = {}
    from_root: dict[bytes, str] = {}
    for page in pages:
        named = named_in(site.pages[page])
        anchors[page] = named.anchors
        up = _UP * page.count("/")
        for link in named.links:
            # Most links lead down from the root, and the same ones stand on page after page.
            is_from_root = link.startswith(up) and not link.startswith(_UP, len(up))
            place = from_root.get(link[len(up) :]) if up and is_from_root else None
            if place is None:
                place = _place(page, _text(link), site.base_path)
                if up and is_from_root:
                    from_root[link[len(up) :]] = place
            if place in counts:
                counts[place] += 1
            elif place:
                first[place], counts[place] = page, 1
    has = _Anchors(anchors)
    lost = {
        place: (first[place], times)
        for place, times in counts.items()
        if (target := place.partition("#")[0]) not in site.files
        or ("#" in place and target in site.looked_at and place not in has)
    }
    return anchors, lost


def led_to(page: str, address: str, base_path: str = "/") -> str | None:
    """The file that an address without its fragment leads to from a page; None for one out of the site.

    What leads above the root of the site keeps its `..`, and so is the path of no file.
    """
    address = unquote(address.partition("?")[0].strip()) if address else ""
    if not address:
        return page
    if _ELSEWHERE.match(address):
        return None
    if address.startswith("/"):
        if not f"{address}/".startswith(base_path):
            return f"..{address}"
        parts, address = [], address[len(base_path) :]
    else:
        parts = page.split("/")[:-1]
    *folders, name = address.split("/")
    for folder in folders:
        if folder == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif folder != ".":
            parts.append(folder)
    if name in {".", ".."}:
        return led_to(page, f"{address}/", base_path)
    return "/".join((*parts, name or "index.html"))


def base_path_of(home: bytes) -> str:
    """Where a site is published, as its home page says it: `/archive/`; `/` if it does not say."""
    found = _CANONICAL.search(home)
    return (urlsplit(_text(found[1])).path if found else "") or "/"


def _place(page: str, link: str, base_path: str) -> str:
    """The file that a link leads to, with the anchor if it names one; nothing for one out of the site."""
    address, _, fragment = link.partition("#")
    target = led_to(page, address, base_path)
    if target is None:
        return ""
    anchor = _anchor(fragment) if fragment and target.endswith(PAGE) else ""
    return f"{target}#{anchor}" if anchor else target


def _text(value: bytes) -> str:
    text = value.decode("utf-8", "replace")
    return unescape(text) if "&" in text else text


def _anchor(fragment: str) -> str:
    """Which element is meant; none by `#top`, nor by words that a browser is to look for."""
    anchor = unquote(fragment.partition(":~:")[0])
    return "" if anchor.lower() == "top" else anchor


def _fault(place: str, page: str, others: int, files: Container[str]) -> Fault:
    target, mark, anchor = place.partition("#")
    more = f" (as do {others:,} other pages)" if others else ""
    if not mark and f"{target}/index.html" in files:
        return Fault(page, f"leads to {target}, which is a folder{more}", "end the address in a slash")
    what = f'"{anchor}" in {target}' if mark and target in files else target
    return Fault(page, f"leads to {what}, which is not there{more}", HINT)
