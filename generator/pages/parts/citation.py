"""How to cite a page of the archive: in words, as BibTeX, and as CSL-JSON."""

import json
import re
from dataclasses import dataclass
from datetime import date

from generator.model.site import Site
from generator.words.catalogue import say, say_of
from generator.words.days import day_text

SPECIAL = re.compile(r"[\\{}$&#^_%~]")
_quoted = json.JSONEncoder(ensure_ascii=False).encode
_AUTHOR = """[
   {
    "literal": %s
   }
  ]"""
_ISSUED = """{
   "date-parts": [
    [
     %d,
     %d,
     %d
    ]
   ]
  }"""
TEX = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


@dataclass(frozen=True, slots=True)
class Citation:
    """One page, in three forms."""

    plain: str
    bibtex: str
    csl: str
    """A CSL-JSON list with one item."""


def citation_of(
    site: Site, title: str, path: str, day: date | None, author: str = "", withdrawn: date | None = None
) -> Citation:
    """Cite a page; `day` is the day it belongs to, or the last that it knows of.

    Of a document that was withdrawn on a day every form says so.
    """
    address = site.absolute(path)
    by = author or site.author
    when = day_text(day, site.language) if day else ""
    language = site.language
    note = say(language, "Withdrawn on %(day)s", day=day_text(withdrawn, language)) if withdrawn else ""
    quoted = say(language, "“%(text)s”", text=title) + (f" [{note[0].lower()}{note[1:]}]" if note else "")
    work = say_of(language, "between the things of a list", ", ").join(
        part for part in (by, quoted, when) if part
    )
    return Citation(
        plain=say(
            language, "%(work)s. In: %(site)s, %(address)s", work=work, site=site.title, address=address
        ),
        bibtex=_bibtex(site, title, path, day, by, note),
        csl=_csl(site, title, path, day, by, note),
    )


def _bibtex(site: Site, title: str, path: str, day: date | None, author: str, note: str) -> str:
    fields = {
        "author": f"{{{_tex(author)}}}" if author else "",
        "title": f"{{{_tex(title)}}}",
        "howpublished": _tex(site.title),
        "year": str(day.year) if day else "",
        "month": str(day.month) if day else "",
        "day": str(day.day) if day else "",
        "url": site.absolute(path),
        "note": _tex(note),
    }
    lines = (f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{_key(path)},\n" + ",\n".join(lines) + "\n}"


def _csl(site: Site, title: str, path: str, day: date | None, author: str, note: str) -> str:
    """Written line by line: Python's own way to indent JSON takes longer than all else on a page."""
    fields = {
        "id": _quoted(_key(path)),
        "type": _quoted("webpage"),
        "title": _quoted(title),
        "container-title": _quoted(site.title),
        "URL": _quoted(site.absolute(path)),
        "author": _AUTHOR % _quoted(author) if author else "",
        "issued": _ISSUED % (day.year, day.month, day.day) if day else "",
        "language": _quoted(site.language),
        "status": _quoted("retracted") if note else "",
        "note": _quoted(note) if note else "",
    }
    lines = (f'  "{name}": {value}' for name, value in fields.items() if value)
    return "[\n {\n" + ",\n".join(lines) + "\n }\n]"


def _key(path: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", path).strip("-") or "home"


def _tex(text: str) -> str:
    return SPECIAL.sub(lambda found: TEX.get(found[0], f"\\{found[0]}"), text)
