"""JSON that people may read, and that is the same for the same values."""

import json


def json_text(value: object) -> str:
    """Indented, in the order given, every script as it is, with a line end."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
