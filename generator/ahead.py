"""What is worked out of each document by itself, done ahead by several processes at once."""

from collections.abc import Sequence

from generator.assemble.aims import aim_of
from generator.assemble.documents import document_of
from generator.assemble.known import Known
from generator.checks import check_document
from generator.checks.actor_not_listed import named_and_listed
from generator.memo.keeping import Keeping
from generator.memo.store import Place
from generator.read.alike import bands
from generator.read.file import ReadFile
from generator.read.form import form_of
from generator.workers import FEW, Open, each

Work = tuple[Keeping, Known, str]


def ahead(
    keeping: Keeping, files: Sequence[ReadFile], known: Known, language: str, workers: Open | None
) -> None:
    """Keep what every step will ask of documents, where it is not kept already.

    A file is read once for all that is worked out of it. Where there are few, or nobody to help, nothing is
    done: each step will do its part when its turn comes, with the same result.
    """
    missing = [file for file in files if not keeping.has(document_of, (file, known, language))]
    if workers is None or len(missing) <= FEW:
        return
    work = (keeping, known, language)
    keeping.store.mark()
    keeping.take(each(workers, work, _done_of, missing))


def _done_of(work: Work, file: ReadFile) -> list[tuple[Place, bytes]]:
    """Everything that a document is asked for by itself, as it is to be kept."""
    keeping, known, language = work
    keeping.result(form_of, (file,))
    placed = keeping.result(document_of, (file, known, language))
    document, text = placed.document, placed.text
    if document is not None:
        keeping.result(aim_of, (document, text))
        keeping.result(bands, (text,))
        keeping.result(check_document, (document, file))
        keeping.result(named_and_listed, (document, text, file))
    return keeping.store.taken()
