"""The files of `.vscode/`."""

import json
from collections.abc import Mapping
from typing import Any

from generator.scaffold.jsontext import json_text
from generator.scaffold.known import Known
from generator.scaffold.mark import MARK
from generator.scaffold.vscode.settings import extensions, settings
from generator.scaffold.vscode.snippets import snippets
from generator.scaffold.vscode.tasks import tasks

FOLDER = ".vscode"


def snippet_file(known: Known) -> Mapping[str, str]:
    """The snippets, which are made anew each time: editors read comments in this file."""
    return {f"{FOLDER}/dateline.code-snippets": f"// {MARK}\n{json_text(snippets(known))}"}


def proposed_files(schemas: str) -> Mapping[str, str]:
    """Settings, tasks and extensions, which belong to the team: proposed, never changed."""
    return {
        f"{FOLDER}/{name}.json": json_text(value)
        for name, value in (
            ("extensions", extensions()),
            ("settings", settings(schemas)),
            ("tasks", tasks()),
        )
    }


def holds(theirs: str, ours: str) -> bool:
    """Whether a file that is there says all that is proposed; one with comments is not looked into."""
    try:
        return _within(json.loads(ours), json.loads(theirs))
    except ValueError:
        return False


def _within(ours: Any, theirs: Any) -> bool:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return all(key in theirs and _within(value, theirs[key]) for key, value in ours.items())
    if isinstance(ours, list) and isinstance(theirs, list):
        return all(any(_within(one, other) for other in theirs) for one in ours)
    return bool(ours == theirs)
