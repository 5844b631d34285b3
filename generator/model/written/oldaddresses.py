"""Addresses under which a page used to stand, as an author types them: `/2024/11/28/edge/`."""

import re
from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.model.written.mistake import Mistake, quoted
from generator.model.written.text import line_of

PATTERN = r"(/[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,99}){1,12}/?"
LONGEST = 500


def old_address_of(value: object) -> str:
    """A path of this site: it ends in a slash, or names an .html file. Raises `Mistake`."""
    text = line_of(value)
    if re.match(r"https?://", text, re.IGNORECASE):
        raise _mistake(text, "write it from the first slash on, without the site: /2024/11/28/edge/")
    if not text.startswith("/"):
        raise _mistake(text, f"write it from the root of the site: /{text}")
    if text in {"/", "/index.html"}:
        raise _mistake(text, "that is the start page, which is always there: delete it")
    if "?" in text or "#" in text:
        raise _mistake(text, "leave out everything from ? or # on")
    if len(text) > LONGEST or not re.fullmatch(PATTERN, text):
        raise _mistake(text, "use letters, digits, hyphens and single slashes: /2024/11/28/edge/")
    last = text.rsplit("/", 1)[1]
    if not last:
        return text
    if last.endswith(".html"):
        return text.removesuffix("index.html") if last == "index.html" else text
    if "." in last:
        raise _mistake(text, "a page can be sent on, another file cannot: write /old-page/ or /old-page.html")
    return f"{text}/"


def _mistake(text: str, hint: str) -> Mistake:
    return Mistake("not-an-old-address", f"{quoted(text)} is not an address of this site", hint)


OldAddress = Annotated[str, BeforeValidator(old_address_of), Field(pattern=f"^{PATTERN}$")]
