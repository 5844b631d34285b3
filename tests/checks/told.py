"""What the checks say of a small archive, as tests compare it."""

from generator.asked import Options
from generator.model.diagnostic import Diagnostic
from tests.archive import PLACES, Files, examined

UNUSED = ("unused-actor", "unused-measure", "unused-source", "summary-covers-nothing")
"""What is wrong with nearly every archive that is made for a test."""


def in_use(files: Files) -> Files:
    """The files with the least around them, and in site.yaml that nobody minds what is not used."""
    whole = PLACES | files
    levels = ", ".join(f"{code}: off" for code in UNUSED)
    return whole | {"site.yaml": f"{whole['site.yaml'].rstrip()}\nchecks: {{{levels}}}\n"}


def found(files: Files, code: str, options: Options | None = None) -> list[Diagnostic]:
    """The diagnostics of one code."""
    return [one for one in examined(files, options).diagnostics if one.code == code]


def told(files: Files, code: str, options: Options | None = None) -> list[str]:
    """File (from content/), line and column, what stands there, and the message of each."""
    return [
        f"{one.file.removeprefix('content/')}:{one.mark.line}:{one.mark.column} {_marked(one)}: {one.message}"
        for one in found(files, code, options)
    ]


def _marked(one: Diagnostic) -> str:
    return one.excerpt[one.mark.column - 1 : one.mark.column - 1 + one.mark.length]
