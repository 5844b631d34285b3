"""One schema a kind of file, as text."""

from collections.abc import Mapping

from generator.read.discover import SITE, EntryKind
from generator.read.entry import MODELS
from generator.scaffold.jsontext import json_text
from generator.scaffold.known import Known
from generator.scaffold.mark import MARK
from generator.scaffold.place import FOLDER_OF
from generator.scaffold.schema.flat import flat
from generator.scaffold.schema.loose import loose
from generator.scaffold.schema.suggest import with_suggestions
from generator.scaffold.schema.written import schema_of

DRAFT = "http://json-schema.org/draft-07/schema#"
"""What every editor understands; nothing is used that newer drafts read differently."""


def schema_files(known: Known) -> Mapping[str, str]:
    """The schemas by file name (`article.schema.json`), with what the archive knows as suggestions.

    What the reader accepts in a file of this kind, its schema accepts; the reader is the stricter one. (A
    name that is the bare word `true` or `false` needs quotes to please an editor.)
    """
    return {
        f"{kind}.schema.json": json_text(
            {
                "$schema": DRAFT,
                "$comment": MARK,
                "title": _title(kind),
                **with_suggestions(loose(flat(schema_of(model))), known),
            }
        )
        for kind, model in MODELS.items()
    }


def _title(kind: EntryKind) -> str:
    return SITE if kind is EntryKind.SITE else f"Front matter of a file in {FOLDER_OF[kind]}/"
