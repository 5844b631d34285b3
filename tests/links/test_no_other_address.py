"""Whatever an author writes, a page holds no address but of the web, of a mailbox, or of its own site."""

import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html

from generator.assemble.addresses import addresses_of
from generator.assemble.textlinks import with_links
from generator.memo import Memory
from generator.read.markdown import read_prose
from generator.render.weave import weave
from tests.archive import examined
from tests.links.archive import linking

pytestmark = pytest.mark.slow

ARCHIVE = examined(linking("")).archive
EDGE = ARCHIVE.document["2024-11-29-edge"]
KNOWN = addresses_of(ARCHIVE)
MEMORY = Memory()
PARTS = [
    *(
        "http:",
        "https:",
        "mailto:",
        "javascript:",
        "JaVaScRiPt:",
        "data:",
        "vbscript:",
        "file:",
        "//",
        "/",
        "\\",
    ),
    *(
        "..",
        "../",
        "%2e%2e/",
        "%2f",
        "%5c",
        "%00",
        "%0a",
        "&Tab;",
        "&#10;",
        "&colon;",
        "\u00a0",
        "\u00ad",
        "@",
        ":",
    ),
    *(
        "evil.example",
        "2024-11-28-start",
        ".md",
        "../actors/sohr.md",
        "/facts/",
        "/actors/sohr/",
        "#",
        "?",
        "'",
        '"',
    ),
    *("h-how", "fact-killed", ".png", "../assets/x.png", "<", ">", "`", " ", "\u202e", "alert(1)"),
]
ADDRESSES = st.lists(st.sampled_from(PARTS) | st.characters(), max_size=8).map("".join)
FORMS = [
    "[t]({0})",
    "[t](<{0}>)",
    "![t]({0})",
    "![t](<{0}>)",
    "<{0}>",
    "[t][r]\n\n[r]: {0}",
    "[r]: <{0}>",
    "[]({0})",
]


def page_of(text: str) -> str:
    """An article with this text, as HTML."""
    archive = replace(ARCHIVE, documents=(EDGE,), texts={EDGE.id: read_prose(text, "en")})
    led = with_links(archive, (), (), (), MEMORY)
    return str(weave(led.texts[EDGE.id], (), str))


def is_known(address: str) -> bool:
    if re.fullmatch(r"https?://[^\s/?#@\\]+(?:[/?#]\S*)?|mailto:[^\s?]+\S*", address, re.IGNORECASE):
        return True
    path = address.partition("#")[0].partition("?")[0]
    return path in KNOWN if path else bool(re.fullmatch(r"#(?:h|fact)-\S+|#[a-z-]+", address))


@given(ADDRESSES, st.sampled_from(FORMS))
@example("/facts/", "[t]({0})")
@example("https://example.org/", "[t]({0})")
@settings(max_examples=400)
def test_no_address_at_all_leads_anywhere_else(address, form):
    page = html.fragment_fromstring(page_of(form.format(address)), create_parent="div")
    found = [*page.xpath("//@href"), *page.xpath("//@src")]
    assert [one for one in found if not is_known(one)] == []
    attributes = {name for element in page.iter() for name in element.attrib}
    assert attributes <= {
        "href",
        "title",
        "rel",
        "src",
        "alt",
        "width",
        "height",
        "loading",
        "decoding",
        "id",
        "class",
    }
