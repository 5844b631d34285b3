"""Eleventy: Markdown with Nunjucks layouts, days and actors as paginated collections, an Atom feed."""

import json
import shutil
from pathlib import Path

from peers.article import Article, names_of, texts_of, write
from peers.install import from_npm, told
from peers.peer import SITE, NotMeasuredError, Peer

VERSION = "3.1.2"
"""Later ones ask for a newer Node than many machines have."""
CONFIGURATION = """\
module.exports = function (eleventy) {
  const articles = (api) => api.getFilteredByGlob("articles/*.md");
  const grouped = (all, keys) => {
    const groups = new Map();
    for (const one of all) for (const key of keys(one)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(one);
    }
    return [...groups].sort().map(([key, items]) => ({ key, items }));
  };
  eleventy.addCollection("newest", (api) => articles(api).reverse().slice(0, 50));
  eleventy.addCollection("days", (api) => grouped(articles(api), (one) => [one.data.folder]));
  eleventy.addCollection("actors", (api) => grouped(articles(api), (one) => one.data.actors));
  return { markdownTemplateEngine: false, dir: { input: ".", includes: "layouts", data: "data" } };
};
"""
PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>'
    '{% block title %}{{ title }}{% endblock %}</title></head><body><nav><a href="/">Home</a></nav>'
    "<main>{% block main %}{% endblock %}</main></body></html>"
)
ARTICLE = (
    '{% extends "base.njk" %}{% block main %}<h1>{{ title }}</h1><p><a href="/{{ folder }}/">{{ folder }}</a>'
    " {{ source }}</p>{{ content | safe }}<ul>{% for actor in actors %}"
    '<li><a href="/actors/{{ actor }}/">{{ names[actor] }}</a></li>{% endfor %}</ul><table>'
    "{% for fact in facts %}<tr><td>{{ fact.measure }}</td><td>{{ fact.qualifier }} {{ fact.value }}</td>"
    "<td>{{ fact.according_to }}</td><td>{{ fact.quote }}</td></tr>{% endfor %}</table>{% endblock %}"
)
LIST = (
    '{%% extends "base.njk" %%}{%% block title %%}%(title)s{%% endblock %%}'
    "{%% block main %%}<h1>%(title)s</h1><ul>{%% for one in %(items)s %%}"
    '<li><a href="{{ one.url }}">{{ one.data.title }}</a> {{ one.data.source }}</li>'
    "{%% endfor %%}</ul>{%% endblock %%}"
)
PAGINATED = (
    "---\npagination: {data: collections.%s, size: 1, alias: group}\n"
    "permalink: '%s{{ group.key }}/index.html'\n---\n"
)
FEED = (
    "---\npermalink: feed.xml\n---\n"
    '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
    "<title>A measured archive</title><id>https://bench.example.org/</id>"
    "<updated>{{ collections.newest[0].date.toISOString() }}</updated>"
    "{% for one in collections.newest %}<entry><title>{{ one.data.title }}</title>"
    '<link href="https://bench.example.org{{ one.url }}"/>'
    "<id>https://bench.example.org{{ one.url }}</id><updated>{{ one.date.toISOString() }}</updated>"
    '<content type="html">{{ one.templateContent | escape }}</content></entry>{% endfor %}</feed>'
)


def install(tools: Path) -> str:
    """The package from npm; gives its version."""
    if shutil.which("node") is None:
        raise NotMeasuredError("there is no node on this machine")
    from_npm(f"@11ty/eleventy@{VERSION}", tools)
    return told([*program(tools), "--version"])


def program(tools: Path) -> tuple[str, ...]:
    """Node and the script that it runs."""
    return (shutil.which("node") or "node", str(tools / "node_modules/@11ty/eleventy/cmd.cjs"))


def lay_out(content: Path, folder: Path) -> None:
    """Articles in one folder with one layout; the lists take theirs from collections."""
    newest = "collections.newest.slice(0, 20)"
    write(folder / "eleventy.config.js", CONFIGURATION)
    write(folder / "data/names.json", json.dumps(names_of(content)))
    write(folder / "layouts/base.njk", PAGE)
    write(folder / "layouts/article.njk", ARTICLE)
    write(folder / "articles/articles.json", json.dumps({"layout": "article.njk"}))
    home = LIST % {"title": "A measured archive", "items": newest}
    write(folder / "index.njk", f"---\npermalink: index.html\n---\n{home}")
    day, actor = (
        {"title": title, "items": "group.items"} for title in ("{{ group.key }}", "{{ names[group.key] }}")
    )
    write(folder / "day.njk", PAGINATED % ("days", "") + LIST % day)
    write(folder / "actor.njk", PAGINATED % ("actors", "actors/") + LIST % actor)
    write(folder / "feed.njk", FEED)
    for text in texts_of(content):
        address = f"folder: {text.article.folder}\npermalink: {text.article.address}/index.html\n"
        front = f"{text.front}actors: [{', '.join(text.actors)}]\n{address}"
        write(folder / article(text.article), f"---\n{front}---\n{text.body}")


def command(tools: Path, _folder: Path) -> tuple[str, ...]:
    """Build without naming every file that is written, which would cost it time."""
    return (*program(tools), "--quiet", f"--output={SITE}")


def article(which: Article) -> str:
    """Where an article stands."""
    return f"articles/{which.name}.md"


ELEVENTY = Peer("eleventy", "Eleventy", install, lay_out, command, article, kept=(".cache",))
