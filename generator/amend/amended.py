"""The archive after an edit of some texts, from what the last build has left of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.amend.alone import is_sound, led_alone
from generator.amend.left import Kept, Left
from generator.amend.recalled import Recalled
from generator.assemble.documents import document_of
from generator.model.archive import Archive
from generator.model.prose import Prose
from generator.model.verdict import Judged
from generator.read.alike import bands, parted
from generator.read.discover import DOCUMENTS, Discovered, InputFile
from generator.read.form import form_of

MOST = 20
"""Texts up to which the short way is the shorter one."""


@dataclass(frozen=True, slots=True)
class Amended:
    """The archive with other texts, and what is known of their documents now."""

    archive: Archive
    judged: Judged
    texts: tuple[str, ...]
    """The documents that have other texts."""
    kept: Mapping[int, tuple[Kept, bytes]]
    """By their places in the archive: what is known of each, and the bands of its text."""


def amended(left: Left, found: Discovered, recalled: Recalled) -> Amended | None:
    """The archive that was found, where nothing but texts is new and each bears on its own pages alone."""
    changed = _changed(left, found)
    if changed is None or len(changed) > MOST:
        return None
    told = {problem.file for problem in left.last.diagnostics}
    texts: dict[str, Prose] = {}
    for place, file in changed:
        before = left.documents[place]
        old = recalled.text(before.id)
        new = None if file.path in told else _new_text(before, file, old, recalled)
        if new is None:
            return None
        texts[before.id] = new
    places = {place for place, _ in changed}
    if not places.isdisjoint(left.rest.alike) or not _differ(texts.values(), left.rest.bands, places):
        return None
    kept = {place: _kept(left.documents[place], file, texts, recalled) for place, file in changed}
    archive = recalled.archive(texts)
    return Amended(archive, recalled.judged(archive), tuple(texts), kept)


def _changed(left: Left, found: Discovered) -> list[tuple[int, InputFile]] | None:
    """The documents whose files say something else than they did; None where there are not the same files."""
    files = {file.path: file for file in found.files if file.kind in DOCUMENTS}
    if len(files) != len(left.documents) or any(one.path not in files for one in left.documents):
        return None
    pairs = ((place, one, files[one.path]) for place, one in enumerate(left.documents))
    return [(place, file) for place, one, file in pairs if file.digest != one.digest]


def _new_text(before: Kept, file: InputFile, old: Prose, recalled: Recalled) -> Prose | None:
    """The new text of a document, links led; None where more may be new, or where it bears on more."""
    read = recalled.file(file.path)
    form = recalled.result(form_of, read)
    if form.front != before.front or form.diagnostics or form.silences:
        return None
    placed = recalled.result(document_of, read, recalled.known, recalled.language)
    document = placed.document
    if document is None or placed.diagnostics or recalled.digest_of(document) != before.document:
        return None
    shown = recalled.document(before.id)
    new = led_alone(shown, read, placed.text, old)
    return new if new and is_sound(recalled.before, shown, read, new) else None


def _kept(
    before: Kept, file: InputFile, texts: Mapping[str, Prose], recalled: Recalled
) -> tuple[Kept, bytes]:
    text = texts[before.id]
    digest, has = recalled.put_away(text)
    return before._replace(digest=file.digest, text=digest, has=has), b"".join(bands(text))


def _differ(texts: Iterable[Prose], drawn: Sequence[bytes], places: Collection[int]) -> bool:
    """Whether none of some texts may be nearly the same as another of them, or as one of the others.

    `drawn` are the bands of all texts as they were, theirs at these `places`.
    """
    others = b"".join(its for place, its in enumerate(drawn) if place not in places)
    old = {band for place in places for band in parted(drawn[place])}
    seen: set[bytes] = set()
    for text in texts:
        new = bands(text)
        # What was theirs alone is so still; what looks as if it were somebody else's is not taken for new.
        if not seen.isdisjoint(new) or any(band in others for band in new if band not in old):
            return False
        seen.update(new)
    return True
