"""XML as this program writes it: readable, in UTF-8, and nothing that XML 1.0 forbids."""

import re
from xml.etree.ElementTree import Element, indent, tostring
from xml.sax.saxutils import quoteattr

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_bytes(root: Element, style: str = "") -> bytes:
    """A document with its declaration and a final newline; `style` is the address of its style sheet."""
    indent(root, " ")
    text: bytes = tostring(root, encoding="utf-8")
    sheet = f'<?xml-stylesheet type="text/css" href={quoteattr(style)}?>\n' if style else ""
    return (DECLARATION + sheet).encode() + text + b"\n"


def without_controls(text: str) -> str:
    """The text without the characters that XML 1.0 cannot hold."""
    return FORBIDDEN.sub("", text)
