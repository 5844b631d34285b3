"""A new site.yaml, in which every key is explained in the words of its model."""

from collections.abc import Mapping
from textwrap import wrap

from generator.model.written.site import WrittenSite
from generator.scaffold.scalar import scalar

WIDTH = 100
NOT_YET = {"description": "What this archive holds, in a sentence.", "author": "The desk", "notice": "…"}
"""What may stand at a key that has no example and no default of its own."""


def site_yaml(given: Mapping[str, str]) -> str:
    """site.yaml with the keys of `given` filled in, and every other key commented out with an example."""
    lines = ["# What holds for the whole site. A line that begins with # is not read."]
    for key, field in WrittenSite.model_fields.items():
        lines += ["", *(f"# {row}" for row in wrap(field.description or "", WIDTH))]
        if key in given:
            lines.append(f"{key}: {scalar(given[key])}")
        else:
            lines.append(f"# {key}: {_example(key, field.examples, field.default)}".rstrip())
    return "\n".join([*lines, ""])


def _example(key: str, examples: list[object] | None, default: object) -> str:
    if examples:
        first = examples[0]
        pairs = first.items() if isinstance(first, dict) else ()
        return "{" + ", ".join(f"{name}: {value}" for name, value in pairs) + "}" if pairs else str(first)
    return str(default or NOT_YET.get(key, "…"))
