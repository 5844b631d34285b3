"""Where a link of a text leads, once the whole archive is known."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from urllib.parse import quote, unquote

from msgspec import Struct

from generator.assemble.addresses import addresses_of
from generator.assemble.contentpath import content_path
from generator.assemble.documents import slug_of
from generator.assemble.release import Absence, Absent
from generator.model import urls
from generator.model.archive import Archive
from generator.model.asset import ADDRESS, FOLDER, Asset
from generator.model.fact import Fact
from generator.model.prose import Heading
from generator.model.textlink import Fate, TextLink
from generator.model.written.document import WrittenDocument
from generator.read.markdown.addresses import Reach, is_picture, reach_of
from generator.read.markdown.headings import Headings

SECTIONS = frozenset(
    {"beside", "cite", "covers", "covered", "figures", "mentions", "printed", "says", "said-of"}
)
"""Places of the pages of documents, actors, sources and topics that the default theme gives a name."""
_PARTS = re.compile(r"(?P<path>[^?#]*)(?P<query>\?[^#]*)?(?:#(?P<fragment>.*))?", re.DOTALL)
_NO_PATH = re.compile(r"[\x00-\x1f\x7f\\]")


class Led(Struct, frozen=True):
    """Where a link leads; fields as those of TextLink."""

    fate: Fate
    href: str = ""
    size: tuple[int, int] | None = None


class Target(Struct, frozen=True):
    """A page with a text of the archive."""

    address: str
    headings: tuple[Heading, ...]
    facts: tuple[Fact, ...] = ()

    def place(self, fragment: str) -> str | None:
        """The id on the page that a fragment means."""
        name = unquote(fragment)
        if name in SECTIONS or any(urls.fact_anchor(fact) == name for fact in self.facts):
            return name
        return Headings.in_prose(self.headings).target(fragment)


class Targets:
    """All that a link can lead to. What is not found here is not followed."""

    def __init__(
        self, archive: Archive, absent: Iterable[Absent], unreadable: Iterable[str], refused: Iterable[str]
    ) -> None:
        self._archive = archive
        self._absent = tuple(absent)
        self._aside = frozenset((*unreadable, *refused))

    def lead(self, link: TextLink, file: str) -> Led:
        """Where a link in a file leads; what the text alone could tell is not asked again."""
        if link.fate is not Fate.OPEN:
            return Led(link.fate, link.href, link.size)
        match reach_of(link.written):
            case Reach.HERE:
                return self._here(link.written, file)
            case Reach.CONTENT:
                return self._to_file(link, file)
            case Reach.SITE:
                return self._to_address(link)
        return Led(link.fate)

    def _here(self, written: str, file: str) -> Led:
        place = self._by_file[file].place(written.removeprefix("#"))
        return Led(Fate.FOLLOWED, f"#{place}") if place else Led(Fate.NOT_THAT_PLACE)

    def _to_file(self, link: TextLink, file: str) -> Led:
        path, fragment = content_path(file, link.written) or "", link.written.partition("#")[2]
        if asset := self._archive.assets.get(path):
            return _to_asset(link, asset, fragment)
        if link.image:
            return Led(Fate.SET_ASIDE if path in self._aside else Fate.NOWHERE)
        if target := self._by_file.get(path):
            return _to_target(target, fragment)
        if path in self._aside:
            return Led(Fate.SET_ASIDE)
        return Led(self._absent_by_file.get(path, Fate.NOWHERE))

    def _to_address(self, link: TextLink) -> Led:
        parts = _PARTS.fullmatch(link.written)
        path = unquote(parts["path"]) if parts else ""
        if not parts or _NO_PATH.search(path):
            return Led(Fate.NOWHERE)
        query, fragment = parts["query"] or "", parts["fragment"] or ""
        file = FOLDER + path.removeprefix(ADDRESS) if path.startswith(ADDRESS) else ""
        if asset := self._archive.assets.get(file):
            return _to_asset(link, asset, fragment)
        if file in self._aside:
            return Led(Fate.SET_ASIDE)
        if link.image:
            return Led(Fate.NOWHERE)
        if target := self._by_address.get(path):
            return _to_target(target, fragment, _encoded(query))
        if path in self._addresses:
            return Led(Fate.FOLLOWED, path + _encoded(query) + (f"#{_encoded(fragment)}" if fragment else ""))
        return Led(self._absent_by_address.get(path, Fate.NOWHERE))

    @cached_property
    def _by_file(self) -> Mapping[str, Target]:
        archive = self._archive
        documents = {
            one.file: Target(urls.document_url(one), archive.texts[one.id].headings, one.facts)
            for one in archive.documents
        }
        actors = {
            one.file: Target(urls.actor_url(one), one.profile.headings) for one in archive.actors.values()
        }
        sources = {
            one.file: Target(urls.source_url(one), one.note.headings) for one in archive.sources.values()
        }
        topics = {one.file: Target(urls.topic_url(one), one.text.headings) for one in archive.topics.values()}
        return {**documents, **actors, **sources, **topics}

    @cached_property
    def _by_address(self) -> Mapping[str, Target]:
        return {target.address: target for target in self._by_file.values()}

    @cached_property
    def _addresses(self) -> frozenset[str]:
        return addresses_of(self._archive)

    @cached_property
    def _absent_by_file(self) -> Mapping[str, Fate]:
        return {one.file.entry.file.path: _fate(one) for one in self._absent}

    @cached_property
    def _absent_by_address(self) -> Mapping[str, Fate]:
        return {address: _fate(one) for one in self._absent for address in addresses_of_absent(one)}


def _fate(absent: Absent) -> Fate:
    return Fate.SET_ASIDE if absent.why is Absence.LATER else Fate.UNPUBLISHED


def addresses_of_absent(absent: Absent) -> tuple[str, ...]:
    """Where a document would stand that is left out."""
    written = absent.file.entry.written
    if not isinstance(written, WrittenDocument):
        return ()
    slug = written.slug or slug_of(absent.file.entry.file.id, written.date)
    return (f"{urls.day_url(written.date)}{slug}/", *written.aliases)


def _to_asset(link: TextLink, asset: Asset, fragment: str) -> Led:
    """An asset has no places but those that a program makes of them, such as `#page=3` of a PDF."""
    if link.image and not (asset.size and is_picture(link.written)):
        return Led(Fate.NOWHERE)
    place = f"#{_encoded(fragment)}" if fragment and not link.image else ""
    return Led(Fate.FOLLOWED, asset.address + place, asset.size if link.image else None)


def _to_target(target: Target, fragment: str, query: str = "") -> Led:
    if not fragment:
        return Led(Fate.FOLLOWED, target.address + query)
    place = target.place(fragment)
    if place is None:
        return Led(Fate.NOT_THAT_PLACE, target.address + query)
    return Led(Fate.FOLLOWED, f"{target.address}{query}#{place}")


def _encoded(text: str) -> str:
    """What follows a path, with nothing in it that could end an address."""
    return quote(text, safe="/?:@!$&'()*+,;=-._~%")
