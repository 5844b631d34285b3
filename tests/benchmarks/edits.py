"""One edit of one article, and whether the site that was built shows it."""

import re
from dataclasses import dataclass
from pathlib import Path

from peers.article import Article
from peers.peer import SITE, NotMeasuredError, Peer, Task

PARAGRAPH = 200
"""Signs that no line of front matter has, and every paragraph."""


@dataclass(frozen=True, slots=True)
class Edited:
    """An article that was edited, or is new."""

    article: Article
    shown: str
    """What its page has to say now."""


def edit(peer: Peer, folder: Path, article: Article, task: Task, number: int) -> Edited:
    """Write one word more into an article, or count one more in its first fact and in the sentence quoted; or
    write a new article of its day that gives the same figures in other words."""
    text = (folder / peer.article(article)).read_text(encoding="utf-8")
    if task is Task.NEW:
        new, shown = Article(f"{article.day}-new-{number}"), f"written{number}"
        lines = text.replace(article.slug, new.slug).rstrip().splitlines()
        edited, text = Edited(new, shown), "\n".join([*map(_reworded, lines), "", shown, ""])
    elif task is Task.TEXT:
        edited = Edited(article, f"edited{number}")
        text = f"{text.rstrip()} {edited.shown}\n"
    else:
        quote = re.search(r"(\S+ Front \d+ counted at least) (\d+)", text)
        if quote is None:
            raise NotMeasuredError(f"{article.name} has no figure")
        edited, figure = Edited(article, f"{quote[1]} {int(quote[2]) + 1}"), quote[2]
        text = text.replace(f"value: {figure}\n", f"value: {int(figure) + 1}\n", 1)
        text = text.replace(quote[0], edited.shown)
    (folder / peer.article(edited.article)).write_text(text, encoding="utf-8")
    return edited


def _reworded(line: str) -> str:
    """A paragraph with the words before its figure in the opposite order, so that it is nobody's copy."""
    if len(line) < PARAGRAPH:
        return line
    begin, *figure = re.split(r"(?=\S+ Front \d+ counted)", line, maxsplit=1)
    return " ".join([*reversed(begin.split()), *figure])


def refuse_unless_made(folder: Path, articles: tuple[Article, ...], actors: tuple[str, ...]) -> None:
    """Raise NotMeasuredError unless the site has every page, a feed, and lists that link to articles."""
    site = folder / SITE
    addresses = {article.address for article in articles} | {article.folder for article in articles}
    addresses |= {f"actors/{actor}" for actor in actors}
    missing = sorted(address for address in addresses if not (site / address / "index.html").is_file())
    if missing:
        raise NotMeasuredError(f"its site lacks {len(missing)} pages, one of them {missing[0]}")
    if b"http" not in (site / "feed.xml").read_bytes():
        raise NotMeasuredError("its feed is empty")
    for listed in ((site / articles[0].folder / "index.html").read_text(encoding="utf-8"), _actors(site)):
        if f"{articles[0].slug}/" not in listed:
            raise NotMeasuredError(f"its lists do not link to {articles[0].name}")


def _actors(site: Path) -> str:
    """The pages of all actors; a long list of articles may go on in folders below."""
    return "".join(file.read_text(encoding="utf-8") for file in sorted((site / "actors").rglob("*.html")))


def refuse_unless_shown(folder: Path, edited: Edited) -> None:
    """Raise NotMeasuredError unless the page of the article says what was written into it."""
    page = (folder / SITE / edited.article.address / "index.html").read_text(encoding="utf-8")
    if edited.shown not in re.sub(r"<[^>]+>", "", page):
        raise NotMeasuredError(f"its page of {edited.article.name} does not show the edit")
