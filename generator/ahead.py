"""What is worked out of each document by itself, done ahead, by several processes if there are any."""

from collections.abc import Sequence

from generator.assemble.documents import document_of
from generator.assemble.known import Known
from generator.memo.keeping import Keeping
from generator.read.file import ReadFile
from generator.read.form import form_of
from generator.workers import Open


def ahead(
    keeping: Keeping, files: Sequence[ReadFile], known: Known, language: str, workers: Open | None
) -> None:
    """Keep what every step will ask of documents, where it is not kept already.

    A file is read once for all that is worked out of it, and held in memory no longer. Where there are few,
    nothing is done: each step will do its part when its turn comes, with the same result.
    """
    calls = [((form_of, (file,)), (document_of, (file, known, language))) for file in files]
    keeping.ahead(calls, workers)
