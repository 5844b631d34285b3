"""The archive after an edit of some documents, from what the last build has left of it."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from msgspec import Struct

from generator.amend.alone import is_sound, led_alone
from generator.amend.bearing import are_told_alike, bears_on_looks_alone, looks_at, measures_of
from generator.amend.left import Family, Kept, Left
from generator.amend.recalled import Recalled
from generator.assemble.documents import document_of
from generator.memo.looks import Look
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.prose import Prose
from generator.model.verdict import Judged
from generator.read.alike import bands, parted
from generator.read.discover import InputFile
from generator.read.form import form_of

MOST = 20
"""Documents up to which the short way is the shorter one."""


class New(NamedTuple):
    """A document as its file says it now."""

    old: Document
    """As it stood in the archive."""
    document: Document
    text: Prose
    """Links led."""
    front: bytes
    """What its front matter counts as."""


class Amended(Struct, frozen=True):
    """The archive with other documents, and what is known of these now."""

    archive: Archive
    judged: Judged
    kept: Mapping[str, Kept]
    """The documents that are others, by their ids."""
    families: Mapping[str, Family]
    """By measure: those that have other figures."""
    looks: Collection[Look]
    """All that may show something else because of it."""


def amended(
    left: Left, changed: Mapping[str, InputFile], told: Collection[str], recalled: Recalled
) -> Amended | None:
    """The archive that was found, where documents that are others bear on nothing but who looks at them.

    `told` are the files about which there was something to say.
    """
    if len(changed) > MOST or not changed.keys().isdisjoint(told):
        return None
    before = {file.id: recalled.kept(file.id) for file in changed.values()}
    new: dict[str, New] = {}
    for id, kept in before.items():
        found = None if kept.alike else _new(id, kept, recalled)
        if found is None:
            return None
        new[id] = found
    if not _differ([one.text for one in new.values()], left, before):
        return None
    kept_now = {id: _kept(before[id], changed[before[id].path], one, recalled) for id, one in new.items()}
    others = [one for one in new.values() if one.document is not one.old]
    archive = recalled.archive(
        {one.old.id: one.document for one in others}, {id: one.text for id, one in new.items()}
    )
    measures = sorted({measure for one in others for measure in measures_of(one.old, one.document)})
    judged = recalled.judged(archive, measures)
    if others and not are_told_alike([one.old for one in others], archive, judged, recalled):
        return None
    looks = {("texts", id) for id in new}
    looks.update(look for one in others for look in looks_at(one.old, archive))
    looks.update((table, measure) for measure in judged.families for table in ("now", "history"))
    return Amended(archive, judged.judged, kept_now, judged.families, looks)


def _new(id: str, before: Kept, recalled: Recalled) -> New | None:
    """A document with its new text; None where more may be new, or where it bears on more."""
    old, read = recalled.as_it_was(id), recalled.file(id)
    form = recalled.result(form_of, read)
    if form.diagnostics or form.silences:
        return None
    placed = recalled.result(document_of, read, recalled.known, recalled.language)
    document = placed.document
    if document is None or placed.diagnostics:
        return None
    if recalled.digest_of(document) == before.document:
        old = document = old or recalled.stands(document)
    elif old is None or recalled.is_led(id) or not bears_on_looks_alone(old, document, recalled.site):
        return None
    text = led_alone(old, document, read, placed.text, recalled.text(id))
    if text is None or not is_sound(recalled.before, document, read, text):
        return None
    return New(old, document, text, form.front)


def _kept(before: Kept, file: InputFile, new: New, recalled: Recalled) -> Kept:
    digest, has = recalled.put_away(new.text)
    document = before.document if new.document is new.old else recalled.digest_of(new.document)
    return before._replace(
        digest=file.digest,
        front=new.front,
        document=document,
        text=digest,
        has=has,
        bands=b"".join(bands(new.text)),
    )


def _differ(texts: Iterable[Prose], left: Left, before: Mapping[str, Kept]) -> bool:
    """Whether none of some texts may be nearly the same as another of them, or as one of the others.

    `before` is what is known of their documents as they were.
    """
    others = [Kept(*kept).bands for id, kept in left.later.documents.items() if id not in before]
    # What was theirs alone is so still; what looks as if it were somebody else's is not taken for new.
    old = {
        band for id, kept in before.items() for band in (*parted(kept.bands), *parted(left.bands_before(id)))
    }
    seen: set[bytes] = set()
    for text in texts:
        new = bands(text)
        if not seen.isdisjoint(new):
            return False
        for band in new:
            if any(band in its for its in others) or (band not in old and band in left.bands):
                return False
        seen.update(new)
    return True
