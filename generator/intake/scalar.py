"""A text as a value in YAML."""

import json
import re

_PLAIN = re.compile(r"[^\W\d_][\w.'’()%-]*(?: [\w.'’()%&-]+)*")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off"})


def scalar(text: str) -> str:
    """The text on one line: bare where nothing in it means anything to YAML, else between quotes."""
    line = " ".join(text.split())
    if _PLAIN.fullmatch(line) and line.casefold() not in _WORDS and " -" not in line and " &" not in line:
        return line
    return json.dumps(line, ensure_ascii=False)


def remark(text: str) -> str:
    """A text for a comment: on one line."""
    return " ".join(text.split())
