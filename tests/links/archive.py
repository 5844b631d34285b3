"""A small archive whose files link to one another."""

import struct
import zlib

from generator.asked import Options
from generator.model.textlink import TextLink
from tests.archive import PLACES, Files, article, examined, md, topic

HERE = "articles/2024-11-29-edge.md"
DRAFT = "articles/2024-11-30-secret.md"
AROUND: Files = PLACES | {
    "articles/2024-11-28-start.md": article(
        "measure: war/killed, value: 121, according_to: sohr", day="2024-11-28", body="## How it began\n\nSo."
    ),
    DRAFT: article(day="2024-11-30", title="Hidden", more="draft: true"),
    "actors/sohr.md": md("name: SOHR\nkind: monitor", "It counts.\n\n## What it counts\n\nThe dead."),
    "topics/war.md": topic("killed: {label: Killed, unit: people}"),
}


def png(width: int = 40, height: int = 30) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x60\x90\xc0" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def linking(text: str, more: Files | None = None) -> Files:
    """The archive with an article of this text at HERE."""
    return (
        AROUND
        | {HERE: article("measure: war/killed, value: 242, according_to: sohr", body=text)}
        | (more or {})
    )


def links_of(text: str, more: Files | None = None, options: Options | None = None) -> tuple[TextLink, ...]:
    """The links of that article, as used."""
    archive = examined(linking(text, more), options).archive
    return archive.texts["2024-11-29-edge"].links


def hrefs(text: str, more: Files | None = None) -> list[str]:
    """Where they lead; empty where nowhere."""
    return [link.href for link in links_of(text, more)]


def told(text: str, more: Files | None = None, options: Options | None = None) -> list[str]:
    """What an editor is told of the links, images and headings of that article."""
    codes = {"broken-link", "broken-anchor", "link-to-unpublished", "link-not-followed"}
    codes |= {"missing-asset", "image-without-alt", "heading-skips"}
    return [
        f"{problem.mark.column} {problem.code}: {problem.message} ({problem.hint})"
        for problem in examined(linking(text, more), options).diagnostics
        if problem.code in codes and problem.file.endswith(HERE)
    ]
