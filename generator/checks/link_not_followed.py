"""A text leads to web pages, mailboxes and its own archive, and nowhere else."""

import re
from collections.abc import Iterator

from generator.assemble.places import Places
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.prose import Prose
from generator.model.textlink import Fate

_NAMED = re.compile(r"https?://[^/?#]*@", re.IGNORECASE)
"""Who reads `https://bbc.com@example.org/` takes the name for the host."""


def check(file: str, text: Prose, places: Places) -> Iterator[Diagnostic]:
    """A warning at each address in a form that no link of the site may have: it is shown as text."""
    for link in text.links:
        if link.fate is Fate.REFUSED:
            message, hint = _told(link.written)
            problem = Diagnostic("link-not-followed", "", link.mark, message, hint, Severity.WARNING)
            yield places.placed(file, problem)


def _told(written: str) -> tuple[str, str]:
    """Message and hint."""
    if "\\" in written:
        return "an address with a backslash is not followed", "write / instead"
    if written.startswith("//"):
        return "an address that begins with // is not followed", f'write "https:{written}"'
    if _NAMED.match(written):
        return "an address with a name before the @ is not followed", "leave out everything before the @"
    if written.lower().startswith(("http:", "https:")):
        return (
            "this is not the whole address of a web page",
            "write https://, the name of the site and the page",
        )
    scheme = written.partition(":")[0].strip()
    named = f'"{scheme}:"' if scheme.isascii() and scheme.isprintable() and len(scheme) <= 20 else "this form"
    return f"addresses of {named} are not followed", "links begin with https://, http:// or mailto:"
