"""Pelican: Markdown with a small theme, its archives by day, tags for actors, an Atom feed."""

from pathlib import Path

from peers.article import Article, names_of, texts_of, write
from peers.install import from_pypi, told
from peers.peer import SITE, Peer

CACHE = "cache"
CONFIGURATION = """\
SITENAME = "A measured archive"
SITEURL = "https://bench.example.org"
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "theme"
ARTICLE_URL = "{date:%Y}/{date:%m}/{date:%d}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
DAY_ARCHIVE_URL = "{date:%Y}/{date:%m}/{date:%d}/"
DAY_ARCHIVE_SAVE_AS = DAY_ARCHIVE_URL + "index.html"
TAG_URL = "actors/{slug}/"
TAG_SAVE_AS = TAG_URL + "index.html"
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index"]
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 50
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
"""
LIST = (
    '{%% extends "base.html" %%}{%% block title %%}%(title)s{%% endblock %%}'
    "{%% block main %%}<h1>%(title)s</h1><ul>{%% for one in %(articles)s %%}"
    '<li><a href="{{ SITEURL }}/{{ one.url }}">{{ one.title }}</a> {{ one.source }}</li>{%% endfor %%}'
    "</ul>{%% endblock %%}"
)
TEMPLATES = {
    "base.html": (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>'
        "{% block title %}{{ SITENAME }}{% endblock %}</title></head><body>"
        '<nav><a href="{{ SITEURL }}/">Home</a></nav><main>{% block main %}{% endblock %}</main></body>'
        "</html>"
    ),
    "article.html": (
        '{% extends "base.html" %}{% block title %}{{ article.title }}{% endblock %}'
        "{% block main %}<h1>{{ article.title }}</h1>"
        '<p><a href="{{ SITEURL }}/{{ article.date.strftime("%Y/%m/%d") }}/">{{ article.locale_date }}</a>'
        " {{ article.source }}</p>{{ article.content }}<ul>{% for tag in article.tags %}"
        '<li><a href="{{ SITEURL }}/{{ tag.url }}">{{ NAMES[tag.name] }}</a></li>'
        "{% endfor %}</ul>{% endblock %}"
    ),
    "index.html": LIST % {"title": "{{ SITENAME }}", "articles": "articles[:20]"},
    "period_archives.html": LIST % {"title": "{{ period|join(' ') }}", "articles": "articles"},
    "tag.html": LIST % {"title": "{{ NAMES[tag.name] }}", "articles": "articles"},
}


def install(tools: Path) -> str:
    """The package from PyPI with its Markdown; gives its version."""
    from_pypi("pelican[markdown]", tools)
    return told([program(tools), "--version"])


def program(tools: Path) -> str:
    """The script in its virtual environment."""
    return str(tools / "bin" / "pelican")


def lay_out(content: Path, folder: Path) -> None:
    """Articles with their actors as tags. Its metadata are lines of text, so it gets no facts."""
    write(folder / "pelicanconf.py", f"{CONFIGURATION}JINJA_GLOBALS = {{'NAMES': {names_of(content)!r}}}\n")
    (folder / "theme/static").mkdir(parents=True)
    for name, template in TEMPLATES.items():
        write(folder / "theme/templates" / name, template)
    for text in texts_of(content):
        tags = ", ".join(text.actors)
        source = text.front.split("source: ")[1].split("\n")[0]
        front = (
            f"Title: {text.title}\nDate: {text.article.day}\nSlug: {text.article.slug}\nSource: {source}\n"
        )
        write(folder / article(text.article), f"{front}Tags: {tags}\n\n{text.body.lstrip()}")


def command(tools: Path, folder: Path) -> tuple[str, ...]:
    """Build, with the settings in its folder."""
    return (program(tools), "-s", str(folder / "pelicanconf.py"), "-o", str(folder / SITE))


def article(which: Article) -> str:
    """Where an article stands."""
    return f"content/{which.name}.md"


PELICAN = Peer("pelican", "Pelican", install, lay_out, command, article, kept=(CACHE,))
