"""Web addresses as an author types them: http and https only."""

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field

from generator.model.written.mistake import Mistake, quoted
from generator.model.written.text import line_of

FORBIDDEN = re.compile(r"""[\s\\<>"\x00-\x1f\x7f-\x9f]""")


def url_of(value: object) -> str:
    """An absolute address that starts with `http://` or `https://` and names a host."""
    text = line_of(value)
    if found := FORBIDDEN.search(text):
        raise _not_an_address(
            text, f"the sign U+{ord(found[0]):04X} may not stand in an address", at_fault=True
        )
    if re.fullmatch(r"([a-z0-9-]+\.)+[a-z]{2,}(/.*)?", text, re.IGNORECASE):
        raise _not_an_address(text, f"write https://{text}")
    if not re.match(r"https?://", text, re.IGNORECASE):
        raise _not_an_address(text, "write the whole address, from https:// on")
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise _not_an_address(text, "write the whole address, from https:// on") from None
    if not host or not any(letter.isalnum() for letter in host):
        raise _not_an_address(text, "write the name of the site after https://")
    if "@" in parts.netloc:
        raise _not_an_address(text, "leave out the user name before the @")
    return text


def base_url_of(value: object) -> str:
    """Where the site will stand: an address without `?` and `#`, given a slash at the end."""
    text = url_of(value)
    if "?" in text or "#" in text:
        raise _not_an_address(text, "leave out everything from ? or # on")
    return text.rstrip("/") + "/"


def _not_an_address(text: str, hint: str, *, at_fault: bool = False) -> Mistake:
    message = f"{quoted(text)} is not a web address"
    return Mistake("not-an-address", message, f"{hint}; copy it from the browser" if at_fault else hint)


Url = Annotated[str, BeforeValidator(url_of), Field(pattern="^[Hh][Tt][Tt][Pp][Ss]?://")]
BaseUrl = Annotated[str, BeforeValidator(base_url_of), Field(pattern="^[Hh][Tt][Tt][Pp][Ss]?://")]
