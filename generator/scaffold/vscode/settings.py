"""The settings: the schema of site.yaml, snippets on Tab, and no search in what was built."""

from typing import Any


def settings(schemas: str) -> dict[str, Any]:
    """settings.json; `schemas` is the folder of the schemas, from that of the archive."""
    return {
        "yaml.schemas": {f"./{schemas}/site.schema.json": ["content/site.yaml"]},
        "[markdown]": {"editor.tabCompletion": "onlySnippets", "editor.wordWrap": "on"},
        "search.exclude": {"site": True},
        "files.watcherExclude": {"**/site/**": True},
    }


def extensions() -> dict[str, Any]:
    """extensions.json: what reads the schema of site.yaml."""
    return {"recommendations": ["redhat.vscode-yaml"]}
