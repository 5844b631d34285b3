"""What outlives a process: the steps whose results are kept."""

from collections.abc import Iterable

from generator.assemble.aims import aim_of
from generator.assemble.documents import Assembled, document_of
from generator.checks.actor_not_listed import named_and_listed
from generator.checks.alone import check_document
from generator.facts.history import judge_through_time
from generator.facts.judge import judge
from generator.memo.packs import Call, Packed
from generator.read.alike import bands
from generator.read.file import ReadFile
from generator.read.form import form_of


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
