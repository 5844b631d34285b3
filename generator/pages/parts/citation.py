"""How to cite a page of the archive: in words, as BibTeX, and as CSL-JSON."""

import json
import re
from datetime import date
from urllib.parse import quote

from msgspec import Struct

from generator.model.site import Site
from generator.words.catalogue import say, say_of
from generator.words.days import day_text

SPECIAL = re.compile(r"[\\{}$&#^_%~<>|]")
TEX = {
    "{": r"\textbraceleft{}",  # BibTeX counts a brace also where TeX would not
    "}": r"\textbraceright{}",
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""What every style knows a month by: written without braces, each prints it in its own language."""
_OFTEN = {sign: quote(sign) for sign in '% "{}[]\n'}
"""What an address writes otherwise in most of what is cited; the percent sign first, since it stands in all
that comes of the others."""
_IN_URL = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"}
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


class Citation(Struct, frozen=True):
    """One page, in three forms."""

    plain: str
    bibtex: str
    csl: str
    """A CSL-JSON list with one item."""
    name: str
    """What a file with it is called, without its ending; also its key in BibTeX."""

    @property
    def bibtex_file(self) -> str:
        """The whole of a file as an address (`data:`), so that no file need stand beside every page."""
        return _data("application/x-bibtex", self.bibtex)

    @property
    def csl_file(self) -> str:
        """The same of CSL-JSON."""
        compact = "".join(line.strip() for line in self.csl.splitlines())
        return _data("application/vnd.citationstyles.csl+json", compact)


def citation_of(
    site: Site, title: str, path: str, day: date | None, author: str = "", withdrawn: date | None = None
) -> Citation:
    """Cite a page; `day` is the day it belongs to, or the last that it knows of.

    Of a document that was withdrawn on a day every form says so.
    """
    title, address = " ".join(title.split()), site.absolute(path)
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
        name=_key(path),
    )


def _bibtex(site: Site, title: str, path: str, day: date | None, author: str, note: str) -> str:
    """An entry that both BibTeX and BibLaTeX know. Braces keep a name whole and capitals as they are."""
    address = "".join(_IN_URL.get(sign, sign) for sign in site.absolute(path))
    fields = {
        "author": f"{{{{{_tex(author)}}}}}" if author else "",
        "title": f"{{{{{_tex(title)}}}}}",
        "howpublished": f"{{{_tex(site.title)}}}",
        "year": f"{{{day.year}}}" if day else "",
        "month": MONTHS[day.month - 1] if day else "",
        "day": f"{{{day.day}}}" if day else "",
        "url": f"{{{address}}}",
        "note": f"{{{_tex(note)}}}" if note else "",
    }
    lines = (f"  {name} = {value}" for name, value in fields.items() if value)
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


def _data(media_type: str, text: str) -> str:
    for sign, written in _OFTEN.items():  # quote goes through a text sign by sign, unless all may stay
        text = text.replace(sign, written)
    return f"data:{media_type};charset=utf-8,{quote(text, safe='/:,=%')}%0A"
