"""Lines of front matter, each with the remark that teaches it."""

from collections.abc import Iterable

from generator.scaffold.scalar import scalar

COLUMN = 34
"""Where the remarks begin."""


def line(key: str, value: str | None, remark: str = "", example: str = "") -> str:
    """`key: value`, or where there is no value the line commented out with an example."""
    typed = f"{key}: {scalar(value)}" if value is not None else f"# {key}: {example}".rstrip()
    return with_remark(typed, remark)


def several(key: str, ids: Iterable[str], remark: str = "", example: str = "") -> str:
    """`key: [one, two]` for ids, or where there are none the line commented out with an example."""
    listed = ", ".join(ids)
    return with_remark(f"{key}: [{listed}]" if listed else f"# {key}: [{example}]", remark)


def with_remark(typed: str, remark: str) -> str:
    """A line with a comment behind it."""
    return f"{typed:<{COLUMN}}  # {remark}" if remark else typed


def file_of(lines: Iterable[str], body: str) -> str:
    """A whole file from the lines of its front matter and its text."""
    return "\n".join(("---", *lines, "---", "", body, ""))
