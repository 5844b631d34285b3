"""Which of two archives a browser should see: the newer one, unless mistakes have taken pages out of it."""

from generator.examined import Gathered
from generator.model.diagnostic import Severity
from generator.read.discover import DOCUMENTS, InputFile

FIRST = 100
"""Documents that are read before all others when the preview starts."""
SITE = "content/site.yaml"


def newly_wrong(found: Gathered, shown: Gathered) -> frozenset[str]:
    """The files that had no mistake of form or reference when the archive was shown, and have one now."""
    known = {file.entry.file.path for file in shown.assembled.published} | {SITE}
    return (_wrong(found) - _wrong(shown)) & known


def _wrong(found: Gathered) -> frozenset[str]:
    return frozenset(problem.file for problem in found.problems if problem.severity is Severity.ERROR)


def newest(files: tuple[InputFile, ...]) -> tuple[InputFile, ...]:
    """Everything that documents refer to, and the newest documents by their names."""
    documents = sorted((file for file in files if file.kind in DOCUMENTS), key=lambda file: file.id)
    late = {file.path for file in documents[:-FIRST]}
    return tuple(file for file in files if file.path not in late)
