"""The address by which a browser opens a file in an editor."""

import re
from pathlib import Path
from urllib.parse import quote

from generator.errors import UsageError
from generator.preview.values import Place

NONE = "none"

FORMS = {
    "cursor": "cursor://file{file}:{line}:{column}",
    "idea": "idea://open?file={file}&line={line}&column={column}",
    "sublime": "subl://open?url=file://{file}&line={line}&column={column}",
    "textmate": "txmt://open?url=file://{file}&line={line}&column={column}",
    "vscode": "vscode://file{file}:{line}:{column}",
    "vscodium": "vscodium://file{file}:{line}:{column}",
    "zed": "zed://file{file}:{line}:{column}",
    NONE: "",
}
"""By name. `{file}` is the whole path and begins with a slash."""

OWN_FORM = re.compile(
    r"(?!javascript:|data:|vbscript:)[a-z][a-z0-9+.-]*:[^\s{}]*\{file\}(?:[^\s{}]|\{line\}|\{column\})*"
)


def form_of(editor: str) -> str:
    """The form of an editor's addresses: by its name, or as the user gave it: `emacs://open?f={file}&l={line}`."""
    if editor in FORMS:
        return FORMS[editor]
    if OWN_FORM.fullmatch(editor):
        return editor
    known = ", ".join(sorted(FORMS))
    raise UsageError(
        f'no editor is known by the name "{editor}"',
        f"give one of {known}, or the form of its addresses with {{file}}, {{line}} and {{column}}",
    )


def address_in_editor(form: str, folder: Path, place: Place) -> str:
    """The address that opens a place; empty where there is no editor."""
    path = (folder.resolve() / place.file).as_posix()
    file = quote(path if path.startswith("/") else f"/{path}", safe="/:" if path[1:2] == ":" else "/")
    return (
        form.replace("{file}", file).replace("{line}", str(place.line)).replace("{column}", str(place.column))
    )


def named_place(folder: Path, file: str, line: str, column: str) -> Place | None:
    """The place that a diagnostic names; None where it is none, or outside of the folder."""
    if not all(re.fullmatch("[1-9][0-9]{0,8}", number) for number in (line, column)):
        return None
    try:
        is_inside = (folder / file).resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):
        return None
    return Place(file, int(line), int(column)) if is_inside else None
