"""XML as this program writes it: readable, in UTF-8, and nothing that XML 1.0 forbids."""

import re
from xml.etree.ElementTree import Element, indent, tostring

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_bytes(root: Element) -> bytes:
    """A document with its declaration and a final newline."""
    indent(root, " ")
    text: bytes = tostring(root, encoding="utf-8")
    return DECLARATION.encode() + text + b"\n"


def without_controls(text: str) -> str:
    """The text without the characters that XML 1.0 cannot hold."""
    return FORBIDDEN.sub("", text)
