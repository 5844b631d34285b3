"""A text that was written again, and leads where it led before."""

from dataclasses import replace

from msgspec import structs

from generator.model.prose import Prose
from generator.model.textlink import Fate


def relinked(prose: Prose, old: Prose) -> Prose | None:
    """A text whose links lead where the same ones led before; None where one is new, or a heading changed."""
    if _headings(prose) != _headings(old):
        return None
    led = {(link.written, link.image): link for link in old.links}
    links = []
    for link in prose.links:
        if link.fate is Fate.OPEN:
            known = led.get((link.written, link.image))
            if known is None:
                return None
            links.append(structs.replace(link, fate=known.fate, href=known.href, size=known.size))
        else:
            links.append(link)
    return replace(prose, links=tuple(links))


def _headings(text: Prose) -> list[tuple[int, str, str]]:
    return [(heading.level, heading.id, heading.name) for heading in text.headings]
