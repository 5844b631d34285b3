"""The archive after an edit of some texts, from what the last build has left of it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from generator.amend.alone import is_sound, led_alone
from generator.amend.left import Kept, Left
from generator.amend.recalled import Recalled
from generator.assemble.documents import document_of
from generator.model.archive import Archive
from generator.model.prose import Prose
from generator.model.verdict import Judged
from generator.read.alike import bands, parted
from generator.read.discover import InputFile
from generator.read.form import form_of

MOST = 20
"""Texts up to which the short way is the shorter one."""


@dataclass(frozen=True, slots=True)
class Amended:
    """The archive with other texts, and what is known of their documents now."""

    archive: Archive
    judged: Judged
    kept: Mapping[str, Kept]
    """The documents that have other texts, by their ids."""


def amended(
    left: Left, changed: Mapping[str, InputFile], told: Collection[str], recalled: Recalled
) -> Amended | None:
    """The archive that was found, where nothing but texts is new and each bears on its own pages alone.

    `told` are the files about which there was something to say.
    """
    if len(changed) > MOST or not changed.keys().isdisjoint(told):
        return None
    before = {file.id: recalled.kept(file.id) for file in changed.values()}
    texts: dict[str, Prose] = {}
    for id, kept in before.items():
        new = None if kept.alike else _new_text(id, kept, recalled)
        if new is None:
            return None
        texts[id] = new
    if not _differ(texts.values(), left, before):
        return None
    kept_now = {id: _kept(before[id], changed[before[id].path], text, recalled) for id, text in texts.items()}
    archive = recalled.archive(texts)
    return Amended(archive, recalled.judged(archive), kept_now)


def _new_text(id: str, before: Kept, recalled: Recalled) -> Prose | None:
    """The new text of a document, links led; None where more may be new, or where it bears on more."""
    read = recalled.file(id)
    form = recalled.result(form_of, read)
    if form.front != before.front or form.diagnostics or form.silences:
        return None
    placed = recalled.result(document_of, read, recalled.known, recalled.language)
    document = placed.document
    if document is None or placed.diagnostics or recalled.digest_of(document) != before.document:
        return None
    shown = recalled.document(id)
    new = led_alone(shown, read, placed.text, recalled.text(id))
    return new if new and is_sound(recalled.before, shown, read, new) else None


def _kept(before: Kept, file: InputFile, text: Prose, recalled: Recalled) -> Kept:
    digest, has = recalled.put_away(text)
    return before._replace(digest=file.digest, text=digest, has=has, bands=b"".join(bands(text)))


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
