"""What outlives a process: the results of some steps, and the files that were read."""

import marshal
from collections.abc import Iterable
from pathlib import Path

from generator.assemble.aims import aim_of
from generator.assemble.documents import Assembled, document_of
from generator.checks import check_document
from generator.checks.actor_not_listed import named_and_listed
from generator.facts.history import judge_through_time
from generator.facts.judge import judge
from generator.memo.digests import digest_of
from generator.memo.packs import Call, Packed
from generator.memo.store import Store
from generator.read.alike import bands
from generator.read.discover import EntryKind, InputFile
from generator.read.disk import CONTENT
from generator.read.file import ReadFile
from generator.read.form import form_of
from generator.read.seen import Earlier, Stamp


def _path(file: ReadFile) -> str:
    return file.file.path


def _asked_of(file: ReadFile, placed: Assembled) -> Iterable[Call]:
    """What is asked of every document by itself."""
    document, text = placed.document, placed.text
    if document is None:
        return ()
    return (
        (aim_of, (document, text)),
        (bands, (text,)),
        (check_document, (document, file)),
        (named_and_listed, (document, text, file)),
    )


KEPT = (
    Packed(form_of, _path, done=ReadFile.forget),
    Packed(document_of, _path, _asked_of, ReadFile.forget),
    aim_of,
    check_document,
    named_and_listed,
    bands,
    judge,
    judge_through_time,
)
"""Steps whose results are kept. They depend on their inputs alone, and both can be written as bytes."""
_STEP = "files"
_FORM = 2


def seen_before(store: Store, folder: Path) -> Earlier[InputFile]:
    """What earlier builds have read of the files in a folder."""
    content = str(folder / CONTENT)
    place = str(folder.resolve()).encode("utf-8", "surrogateescape")

    def key(path: str) -> bytes:
        return digest_of(place, path.removeprefix(content).encode("utf-8", "surrogateescape"))

    def recall(path: str, stamp: Stamp) -> InputFile | None:
        kept = store.get(_STEP, key(path))
        if kept is None:
            return None
        before, *file = marshal.loads(kept)  # noqa: S302 -- makes plain values only; nothing is run
        if tuple(before) != stamp:
            return None
        name, kind, id, digest = file
        return InputFile.unread(name, EntryKind(kind), id, digest, Path(path))

    def note(path: str, stamp: Stamp, file: InputFile) -> None:
        plain = (tuple(stamp), file.path, file.kind.value, file.id, file.digest)
        store.put(_STEP, key(path), marshal.dumps(plain, _FORM))

    return Earlier(recall, note)
