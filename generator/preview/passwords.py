"""The password by which other machines may read an exposed preview.

The browser asks for it once and sends it with everything from then on, so links, style sheets and the event
stream work as they are, and nothing is stored.
"""

import binascii
from base64 import b64decode

from starlette.requests import Request

from generator.preview.tokens import is_token

USER = "dateline"
CHALLENGE = {"WWW-Authenticate": 'Basic realm="Dateline preview", charset="UTF-8"'}


def is_admitted(request: Request, password: str) -> bool:
    """Whether a request says the name and the password."""
    scheme, _, said = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return False
    try:
        text = b64decode(said.strip(), validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return False
    return is_token(text, f"{USER}:{password}")
