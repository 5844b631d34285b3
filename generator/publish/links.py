"""Whether every link of a page leads to a file of the site, and to a place that this file has."""

import re
from collections.abc import Collection, Container, Mapping
from html import unescape
from urllib.parse import unquote, urlsplit

from generator.model.fault import Fault
from generator.publish.named import named_in

PAGE = ".html"
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
"""How a link begins that leads to another host, or to no host at all."""
_HINT = "build again; if it stays, the theme or Dateline itself makes this link: please report it"
_UP = b"../"
_CANONICAL = re.compile(rb'<link rel="canonical" href="([^"<>]*)"')


def check_links(
    files: Mapping[str, bytes], base_path: str = "/", pages: Collection[str] | None = None
) -> tuple[Fault, ...]:
    """One fault for each place that is led to and is not there; it names the first page that leads there.

    `files` is the whole site, of which only the paths are looked at but for `pages` (all, if none are
    given). `base_path` is where it is published: `/` or `/archive/`. Links to other hosts are not followed,
    and whether there is an anchor is only known of those pages that are looked at.
    """
    looked_at = sorted(path for path in (files if pages is None else pages) if path.endswith(PAGE))
    anchors: set[str] = set()
    first: dict[str, str] = {}
    counts: dict[str, int] = {}
    from_root: dict[bytes, str] = {}
    for page in looked_at:
        named = named_in(files[page])
        anchors.update(f"{page}#{_text(anchor)}" for anchor in named.anchors)
        up = _UP * page.count("/")
        for link in named.links:
            # Most links lead down from the root, and the same ones stand on page after page.
            is_from_root = link.startswith(up) and not link.startswith(_UP, len(up))
            place = from_root.get(link[len(up) :]) if up and is_from_root else None
            if place is None:
                place = _place(page, _text(link), base_path)
                if up and is_from_root:
                    from_root[link[len(up) :]] = place
            if place in counts:
                counts[place] += 1
            elif place:
                first[place], counts[place] = page, 1
    known = set(looked_at)
    broken = (
        place
        for place in counts.keys() - anchors
        if (target := place.partition("#")[0]) not in files or ("#" in place and target in known)
    )
    return tuple(sorted(_fault(place, first[place], counts[place] - 1, files) for place in broken))


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
    return Fault(page, f"leads to {what}, which is not there{more}", _HINT)
