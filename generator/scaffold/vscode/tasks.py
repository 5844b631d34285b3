"""The tasks: check while the editor writes, and build; what they print becomes the list of problems."""

from typing import Any

PATTERN = r"^(.+?):(\d+):(\d+): (error|warning)\[([a-z0-9-]+)\]: (.*)$"
"""The first line of a diagnostic, as `dateline check` and `dateline build` print it."""
BEGINS, ENDS = "^dateline: checking", "^dateline: checked"
"""The lines between which `dateline check --watch` tells what it found."""

MATCHER: dict[str, Any] = {
    "owner": "dateline",
    "source": "dateline",
    "fileLocation": ["relative", "${workspaceFolder}"],
    "pattern": {
        "regexp": PATTERN,
        "file": 1,
        "line": 2,
        "column": 3,
        "severity": 4,
        "code": 5,
        "message": 6,
    },
}


def tasks() -> dict[str, Any]:
    """tasks.json."""
    watching = {"activeOnStart": True, "beginsPattern": BEGINS, "endsPattern": ENDS}
    return {
        "version": "2.0.0",
        "tasks": [
            {
                "label": "dateline check --watch",
                "detail": "Say what is wrong each time a file is saved",
                "type": "process",
                "command": "dateline",
                "args": ["check", "--watch", "--drafts"],
                "isBackground": True,
                "presentation": {"reveal": "never", "panel": "dedicated"},
                "problemMatcher": {**MATCHER, "background": watching},
            },
            {
                "label": "dateline build",
                "detail": "Build content/ into site/",
                "type": "process",
                "command": "dateline",
                "args": ["build"],
                "group": {"kind": "build", "isDefault": True},
                "presentation": {"reveal": "always", "panel": "dedicated"},
                "problemMatcher": MATCHER,
            },
        ],
    }
