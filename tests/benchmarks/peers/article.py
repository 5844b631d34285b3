"""An article of the corpus, as every program gets it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Article:
    """Which article it is; everything here stands in its file name."""

    name: str

    @property
    def day(self) -> str:
        """As 2020-01-31."""
        return self.name[:10]

    @property
    def slug(self) -> str:
        """The last part of its address."""
        return self.name[11:]

    @property
    def folder(self) -> str:
        """The address of its day, as 2020/01/31; the same in every program."""
        return self.day.replace("-", "/")

    @property
    def address(self) -> str:
        """Its own address, as 2020/01/31/text-7; the same in every program."""
        return f"{self.folder}/{self.slug}"


@dataclass(frozen=True, slots=True)
class Text:
    """What an article says."""

    article: Article
    title: str
    front: str
    """Its front matter as it was written: title, date, source and facts."""
    actors: tuple[str, ...]
    """The ids of the actors in it. Dateline finds them by their names; the others are told."""
    body: str


def files_of(content: Path) -> tuple[Path, ...]:
    """The files of all articles, oldest first."""
    return tuple(sorted((content / "articles").rglob("*.md"), key=_order))


def _order(file: Path) -> tuple[str, int]:
    return file.stem[:10], int(file.stem.rpartition("-")[2])


def texts_of(content: Path) -> Iterator[Text]:
    """What all articles say, oldest first."""
    for file in files_of(content):
        _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
        title = front.partition("\n")[0].removeprefix("title: ")
        actors = tuple(dict.fromkeys(re.findall(r"according_to: (\S+)", front)))
        yield Text(Article(file.stem), title, front, actors, body)


def names_of(content: Path) -> dict[str, str]:
    """The name of every actor by id."""
    files = sorted((content / "actors").glob("*.md"))
    return {file.stem: file.read_text(encoding="utf-8").split("name: ")[1].split("\n")[0] for file in files}


def write(file: Path, text: str) -> None:
    """Write a file, and the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
