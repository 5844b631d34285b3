"""Scripts as a page from a disk may run them: no modules, which browsers take from servers alone."""

_META = b"import.meta"
_HERE = b"importMeta"
_BEFORE = b"(async (" + _HERE + b') => {\n"use strict";\n'
_AFTER = b"\n})({ url: document.currentScript.src });\n"


def classic(script: bytes) -> bytes:
    """A module as a script of its own: strict, its names to itself, free to wait, and it knows its address.

    It must not import or export.
    """
    return _BEFORE + script.rstrip().replace(_META, _HERE) + _AFTER
