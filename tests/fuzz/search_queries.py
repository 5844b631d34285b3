"""A query as typed: what the script of the search page makes of it, and the same as text of a page."""

import json
import re
import shutil
import subprocess
from functools import cache
from html import escape
from pathlib import Path

from generator.search.read import read_as
from tests.archive import ROOT
from tests.fuzz.bounded import SECONDS, is_repeated, repeated

SCRIPT = ROOT / "themes/default/static/search.js"
LOST = re.compile("[ \u00a0\u2009\u202f\u2060]+")
SURROGATE = re.compile("[\ud800-\udfff]")


def target(data: bytes) -> None:
    """The bytes are the query; lone halves of characters are let through to the script, as `\\ud800`."""
    query = data.decode("utf-8", "replace")
    indexed(query)
    asked(re.sub(r"\\u(d[89a-f][0-9a-f]{2})", lambda half: chr(int(half[1], 16)), query))
    if is_repeated(data):
        indexed(repeated(query))
        asked(repeated(query))


def indexed(text: str) -> None:
    """No letter of a page is lost on its way to the index, and its ideographs stand apart."""
    page = f"<p>{escape(text)}</p>"
    read = read_as(page.encode()).decode()
    assert LOST.sub("", read) == LOST.sub("", page)
    assert not re.search("[\u4e00-\u9fff]{2}", read)


def asked(query: str) -> None:
    """No query stops the script; without node nobody asks it."""
    script = running()
    if script is None or script.stdin is None or script.stdout is None:
        return
    script.stdin.write(json.dumps(query) + "\n")
    script.stdin.flush()
    said = json.loads(script.stdout.readline())
    assert "fault" not in said, said["fault"]
    assert said["seconds"] < SECONDS, said["seconds"]


@cache
def running() -> "subprocess.Popen[str] | None":
    """The script, waiting for queries; None where there is no node to run it."""
    node = shutil.which("node")
    if node is None:
        return None
    program = Path(__file__).with_suffix(".mjs")
    return subprocess.Popen(
        [node, program, SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
