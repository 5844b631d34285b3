"""XML as this program writes it: readable, in UTF-8, and nothing that XML 1.0 forbids."""

import re
from html import escape  # not quoteattr: xml.sax loads what fetches from the network
from xml.etree.ElementTree import Element, indent, tostring

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
"""What is no character of XML 1.0. Compiled by re when it is first wanted: most builds make no feed anew."""


def xml_bytes(root: Element, style: str = "") -> bytes:
    """A document with its declaration and a final newline; `style` is the address of its style sheet."""
    indent(root, " ")
    text = tostring(root, encoding="unicode").encode("utf-8", "xmlcharrefreplace")
    sheet = f'<?xml-stylesheet type="text/css" href="{escape(style)}"?>\n' if style else ""
    return (DECLARATION + sheet).encode() + text + b"\n"


def without_controls(text: str) -> str:
    """The text without the characters that XML 1.0 cannot hold."""
    return re.sub(FORBIDDEN, "", text)
